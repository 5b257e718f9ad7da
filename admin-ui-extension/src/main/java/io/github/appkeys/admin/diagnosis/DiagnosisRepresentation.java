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

    /** Whether the pair works as it is. */
    public enum Verdict { ACCEPTED, REFUSED }

    /** One thing that was looked at; the fix is null where nothing is to be done. */
    @JsonInclude
    public record Item(Reason code, Severity severity, String message, String fix) {
    }

    /** What is kept of a diagnosis in its admin event: no words, since they may hold what was pasted. */
    record Audit(Verdict verdict, List<Reason> codes) {
    }

    static DiagnosisRepresentation of(Diagnosis diagnosis, ReasonMessages words) {
        return new DiagnosisRepresentation(diagnosis.isAccepted() ? Verdict.ACCEPTED : Verdict.REFUSED,
                diagnosis.appKey(), diagnosis.findings().stream().map(finding -> item(finding, words)).toList(),
                diagnosis.token());
    }

    Audit audit() {
        return new Audit(verdict, findings.stream().filter(item -> item.severity() != Severity.OK).map(Item::code)
                .toList());
    }

    private static Item item(Finding finding, ReasonMessages words) {
        return new Item(finding.code(), finding.severity(), finding.message(words), finding.fix(words));
    }
}
