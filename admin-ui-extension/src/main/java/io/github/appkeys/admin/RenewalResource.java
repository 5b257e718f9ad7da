package io.github.appkeys.admin;

import java.io.InputStream;
import java.util.Set;

import io.github.appkeys.admin.access.AppKeyPermissions;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.JsonBody;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.issuance.NewRenewal;
import io.github.appkeys.core.issuance.Overlap;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.pairs.Issuance;
import io.github.appkeys.core.service.pairs.RoleLinks;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** The renewal of a pair's appToken. */
public final class RenewalResource {

    private static final Set<String> NAMES = Set.of("overlapSeconds", "expiresAt", "delivery");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AppKeyPermissions permissions;
    private final AdminEventBuilder adminEvent;
    private final Pair pair;

    RenewalResource(KeycloakSession session, RealmModel realm, AppKeyPermissions permissions,
            AdminEventBuilder adminEvent, Pair pair) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.adminEvent = adminEvent;
        this.pair = pair;
    }

    /** Whoever gets a new appToken could use the pair, so he must be allowed to map the roles that it has. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Start a renewal. The answer is the only one that holds the new appToken, or the link to it.")
    public Response start(InputStream body) {
        permissions.requireRenew();
        permissions.requireMap(RoleLinks.held(session, new AppKeyService(session, realm).client(pair)));
        CreatedPair renewed = ErrorResponses.translating(() -> {
            JsonObject json = JsonBody.objectOrNone(body, NAMES);
            return PairInput.isByLink(json)
                    ? Issuance.claimLinks(session, realm).renew(pair, renewal(json), permissions.caller())
                    : Issuance.renewals(session, realm).start(pair, renewal(json), permissions.caller());
        });
        PairRepresentation representation = AppKeysResource.representation(renewed.pair());
        adminEvent.operation(OperationType.CREATE).resourcePath(session.getContext().getUri())
                .representation(representation).success();
        return CreatedPairRepresentation.of(representation, renewed, session).toResponse().build();
    }

    @POST
    @Path("finish")
    @Operation(summary = "Finish the renewal: the old appToken ends now.")
    public void finish() {
        permissions.requireRenew();
        requireRunning(ErrorResponses.translating(() -> Issuance.renewals(session, realm).finish(pair)));
        adminEvent.operation(OperationType.ACTION).resourcePath(session.getContext().getUri()).success();
    }

    @DELETE
    @Operation(summary = "Undo the renewal: the new appToken ends now and the old one lives on as before.")
    public void undo() {
        permissions.requireRenew();
        requireRunning(ErrorResponses.translating(() -> Issuance.renewals(session, realm).undo(pair)));
        adminEvent.operation(OperationType.DELETE).resourcePath(session.getContext().getUri()).success();
    }

    private NewRenewal renewal(JsonObject json) {
        Overlap overlap = json.isNull("overlapSeconds") ? Overlap.UNTIL_FINISHED : new Overlap(
                json.wholeNumber("overlapSeconds").orElseGet(
                        () -> RealmSettingsAttributes.read(realm).defaultOverlapSeconds()));
        return new NewRenewal(overlap, json.instant("expiresAt").orElse(null));
    }

    private static void requireRunning(boolean wasRunning) {
        if (!wasRunning) {
            throw ErrorResponses.notFound("No renewal of this pair is running");
        }
    }
}
