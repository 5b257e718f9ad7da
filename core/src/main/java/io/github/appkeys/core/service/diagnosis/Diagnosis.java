package io.github.appkeys.core.service.diagnosis;

import java.util.List;

import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.diagnosis.Severity;
import org.keycloak.representations.AccessToken;

/**
 * The result of a diagnosis.
 *
 * @param appKey   the pair that was examined; null if none was found
 * @param findings the results of all checks
 * @param token    an example of the access token, which is never signed or stored; null if none was asked for
 */
public record Diagnosis(String appKey, List<Finding> findings, AccessToken token) {

    /** Whether the pair can be exchanged as it is. */
    public boolean isAccepted() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
