package io.github.appkeys.admin;

import io.github.appkeys.admin.access.AppKeyPermissions;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.pairs.Issuance;
import io.github.appkeys.core.service.pairs.RoleLinks;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** The link with which an integrator gets the appToken of a pair. */
public final class ClaimLinkResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AppKeyPermissions permissions;
    private final AdminEventBuilder adminEvent;
    private final Pair pair;

    ClaimLinkResource(KeycloakSession session, RealmModel realm, AppKeyPermissions permissions,
            AdminEventBuilder adminEvent, Pair pair) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.adminEvent = adminEvent;
        this.pair = pair;
    }

    /** Whoever gets the link gets the appToken, so it needs what starting a renewal needs. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make another claim link in the place of one that was not used.")
    public Response create() {
        permissions.requireRenew();
        permissions.requireMap(RoleLinks.held(session, new AppKeyService(session, realm).client(pair)));
        CreatedPair linked = ErrorResponses.translating(
                () -> Issuance.claimLinks(session, realm).linkAgain(pair, permissions.caller()));
        PairRepresentation representation = AppKeysResource.representation(linked.pair());
        adminEvent.operation(OperationType.CREATE).resourcePath(session.getContext().getUri())
                .representation(representation).success();
        return CreatedPairRepresentation.of(representation, linked, session).toResponse().build();
    }

    @DELETE
    @Operation(summary = "Withdraw the claim link. An appToken that lives does so as before.")
    public void withdraw() {
        permissions.requireRenew();
        if (!ErrorResponses.translating(() -> Issuance.claimLinks(session, realm).withdraw(pair))) {
            throw ErrorResponses.notFound("No claim link of this pair is pending");
        }
        adminEvent.operation(OperationType.DELETE).resourcePath(session.getContext().getUri()).success();
    }
}
