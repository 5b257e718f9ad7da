package io.github.appkeys.admin;

import java.io.InputStream;

import io.github.appkeys.admin.access.AppKeyPermissions;
import io.github.appkeys.admin.diagnosis.DiagnosisInput;
import io.github.appkeys.admin.diagnosis.DiagnosisResource;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.pairs.Issuance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.NoCache;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** One pair. */
public final class AppKeyResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AppKeyPermissions permissions;
    private final AdminEventBuilder adminEvent;
    private final AppKeyService service;
    private final Pair pair;

    AppKeyResource(KeycloakSession session, RealmModel realm, AppKeyPermissions permissions,
            AdminEventBuilder adminEvent, Pair pair) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.adminEvent = adminEvent;
        this.service = new AppKeyService(session, realm);
        this.pair = pair;
    }

    @GET
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Get a pair.")
    public PairRepresentation get() {
        permissions.requireView();
        return AppKeysResource.representation(pair);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a pair. Fields that are absent stay as they are.")
    public void update(InputStream body) {
        permissions.requireManage();
        PairRepresentation changed = ErrorResponses.translating(() -> AppKeysResource.representation(
                service.update(pair, PairInput.changes(body, get()))));
        adminEvent.operation(OperationType.UPDATE).resourcePath(session.getContext().getUri())
                .representation(changed).success();
    }

    @DELETE
    @Operation(summary = "Delete a pair, finally.")
    public void delete() {
        permissions.requireManage();
        ErrorResponses.translating(() -> service.delete(pair));
        adminEvent.operation(OperationType.DELETE).resourcePath(session.getContext().getUri()).success();
    }

    /** The renewal of its appToken. */
    @Path("renewal")
    public RenewalResource renewal() {
        return new RenewalResource(session, realm, permissions, adminEvent, pair);
    }

    /** The link with which an integrator gets its appToken. */
    @Path("claim-link")
    public ClaimLinkResource claimLink() {
        return new ClaimLinkResource(session, realm, permissions, adminEvent, pair);
    }

    @DELETE
    @Path("tokens/{id}")
    @Operation(summary = "Revoke one appToken now. Another one of the pair lives on.")
    public void revoke(@PathParam("id") String id) {
        permissions.requireRenew();
        if (!ErrorResponses.translating(() -> Issuance.renewals(session, realm).revoke(pair, id))) {
            throw ErrorResponses.notFound("The pair has no such appToken that lives");
        }
        adminEvent.operation(OperationType.DELETE).resourcePath(session.getContext().getUri()).success();
    }

    /** Why the pair does or doesn't work. */
    @Path("diagnosis")
    public DiagnosisResource diagnosis() {
        return new DiagnosisResource(session, realm, permissions, adminEvent, DiagnosisInput::ofPair,
                (service, question) -> service.ofPair(pair, question));
    }

    /** The roles that are linked to the pair. */
    @Path("roles")
    public LinkedRolesResource roles() {
        return new LinkedRolesResource(session, realm, permissions, adminEvent, pair);
    }
}
