package io.github.appkeys.admin.diagnosis;

import java.io.InputStream;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.appkeys.admin.access.AppKeyPermissions;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.core.diagnosis.Question;
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
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Why a pair does or doesn't work. Changes nothing, and forgets what was pasted. */
public final class DiagnosisResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AppKeyPermissions permissions;
    private final AdminEventBuilder adminEvent;
    private final Function<InputStream, Question> input;
    private final BiFunction<DiagnosisService, Question, Diagnosis> diagnose;

    /**
     * @param input    reads the question
     * @param diagnose answers it
     */
    public DiagnosisResource(KeycloakSession session, RealmModel realm, AppKeyPermissions permissions,
            AdminEventBuilder adminEvent, Function<InputStream, Question> input,
            BiFunction<DiagnosisService, Question, Diagnosis> diagnose) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.adminEvent = adminEvent;
        this.input = input;
        this.diagnose = diagnose;
    }

    @POST
    @NoCache
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell why a pair does or doesn't work.")
    public DiagnosisRepresentation diagnose(InputStream body) {
        permissions.requireView();
        ReasonMessages words = ReasonMessages.in(session.getContext().getRequestHeaders().getAcceptableLanguages());
        DiagnosisService service = new DiagnosisService(session, realm, permissions.diagnosisCaller(session));
        DiagnosisRepresentation diagnosis = DiagnosisRepresentation.of(
                ErrorResponses.translating(() -> diagnose.apply(service, input.apply(body))), words);
        adminEvent.operation(OperationType.ACTION).resourcePath(session.getContext().getUri())
                .representation(diagnosis.audit()).success();
        return diagnosis;
    }
}
