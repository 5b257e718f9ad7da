package io.github.appkeys.admin.diagnosis;

import java.io.InputStream;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.ReasonMessages;
import io.github.appkeys.core.service.diagnosis.Diagnosis;
import io.github.appkeys.core.service.diagnosis.DiagnosisService;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.NoCache;
import org.keycloak.events.admin.OperationType;

/** Tells why a pair works or does not work. Changes nothing and stores nothing of what was pasted. */
public final class DiagnosisResource {

    private final AdminCall call;
    private final Pair pair;

    /** @param pair the pair that the path names; null where the body says which one */
    private DiagnosisResource(AdminCall call, Pair pair) {
        this.call = call;
        this.pair = pair;
    }

    /** Diagnoses one pair. */
    public static DiagnosisResource ofPair(AdminCall call, Pair pair) {
        return new DiagnosisResource(call, pair);
    }

    /** Diagnoses what an integrator sent. */
    public static DiagnosisResource ofPasted(AdminCall call) {
        return new DiagnosisResource(call, null);
    }

    /** Diagnoses as far as the caller may know. */
    public static DiagnosisService service(AdminCall call) {
        return new DiagnosisService(call.session(), call.realm(), call.permissions().diagnosisCaller());
    }

    @POST
    @NoCache
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell why a pair does or doesn't work.")
    public DiagnosisRepresentation diagnose(InputStream body) {
        call.permissions().requireView();
        Diagnosis diagnosis = ErrorResponses.translating(() -> pair == null ? ofPasted(body) : ofPair(body));
        DiagnosisRepresentation answer = DiagnosisRepresentation.of(diagnosis, messages());
        call.audit(OperationType.ACTION, answer.audit());
        return answer;
    }

    private Diagnosis ofPair(InputStream body) {
        return service(call).ofPair(pair, DiagnosisInput.ofPair(body));
    }

    private Diagnosis ofPasted(InputStream body) {
        return service(call).ofPasted(DiagnosisInput.pasted(body));
    }

    private ReasonMessages messages() {
        return ReasonMessages.in(call.session().getContext().getRequestHeaders().getAcceptableLanguages());
    }
}
