package io.github.appkeys.admin.diagnosis;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.diagnosis.Severity;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.reason.ReasonMessages;
import io.github.appkeys.core.service.diagnosis.Diagnosis;
import org.keycloak.representations.AccessToken;

/** A diagnosis as JSON, in the language of the caller. */
@JsonInclude
public record DiagnosisRepresentation(Verdict verdict, String appKey, List<Item> findings, AccessToken token) {

    /** Whether a token request with the pair would succeed. */
    public enum Verdict { ACCEPTED, REFUSED }

    /** The result of one check; the fix is null where none is needed. */
    @JsonInclude
    public record Item(Reason code, Severity severity, String message, String fix) {
    }

    /** The JSON of the admin event. It has no messages, since they may quote what was pasted. */
    record Audit(Verdict verdict, List<Reason> codes) {
    }

    static DiagnosisRepresentation of(Diagnosis diagnosis, ReasonMessages messages) {
        return new DiagnosisRepresentation(diagnosis.isAccepted() ? Verdict.ACCEPTED : Verdict.REFUSED,
                diagnosis.appKey(), diagnosis.findings().stream().map(finding -> item(finding, messages)).toList(),
                diagnosis.token());
    }

    Audit audit() {
        return new Audit(verdict, findings.stream().filter(item -> item.severity() != Severity.OK).map(Item::code)
                .toList());
    }

    private static Item item(Finding finding, ReasonMessages messages) {
        return new Item(finding.code(), finding.severity(), finding.message(messages), finding.fix(messages));
    }
}
