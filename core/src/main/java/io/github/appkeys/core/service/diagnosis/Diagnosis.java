package io.github.appkeys.core.service.diagnosis;

import java.util.List;

import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.diagnosis.Severity;
import org.keycloak.representations.AccessToken;

/**
 * What was found.
 *
 * @param appKey   the pair that was looked at; null where none was found
 * @param findings everything that was looked at
 * @param token    what an access token would hold, which exists nowhere else; null where nobody asked
 */
public record Diagnosis(String appKey, List<Finding> findings, AccessToken token) {

    /** Whether the pair works as it is. */
    public boolean isAccepted() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
