package io.github.appkeys.admin;

import java.io.InputStream;
import java.util.List;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.diagnosis.DiagnosisResource;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.usage.HistoryResource;
import io.github.appkeys.admin.usage.UsageResource;
import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairChanges;
import io.github.appkeys.core.store.KeycloakClock;
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

/** One pair. */
public final class AppKeyResource {

    private final AdminCall call;
    private final Pair pair;

    AppKeyResource(AdminCall call, Pair pair) {
        this.call = call;
        this.pair = pair;
    }

    @GET
    @NoCache
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Get a pair.")
    public ListedPairRepresentation get() {
        call.permissions().requireView();
        return ListedPairRepresentation.of(call, List.of(pair)).get(0);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a pair. Fields that are absent stay as they are.")
    public void update(InputStream body) {
        call.permissions().requireManage();
        PairChanges changes = ErrorResponses.translating(() -> PairInput.changes(body, pair, KeycloakClock.now()));
        if (changes.reopen(pair)) {
            call.permissions().requireHandOut(pair);
        }
        PairRepresentation changed = ErrorResponses.translating(
                () -> PairRepresentation.of(call.pairs().update(pair, changes)));
        changes.allowedNetworks().map(AllowedNetworks::blocks)
                .filter(blocks -> !blocks.equals(pair.allowedNetworks().blocks()))
                .ifPresent(blocks -> call.note(pair, Act.NETWORKS_CHANGED, String.join(", ", blocks)));
        call.audit(OperationType.UPDATE, changed);
    }

    @DELETE
    @Operation(summary = "Delete a pair. This cannot be undone.")
    public void delete() {
        call.permissions().requireManage();
        ErrorResponses.translating(() -> call.pairs().delete(pair));
        call.audit(OperationType.DELETE);
    }

    /** The renewal of its appToken. */
    @Path("renewal")
    public RenewalResource renewal() {
        return new RenewalResource(call, pair);
    }

    /** Its claim link. */
    @Path("claim-link")
    public ClaimLinkResource claimLink() {
        return new ClaimLinkResource(call, pair);
    }

    @DELETE
    @Path("tokens/{id}")
    @Operation(summary = "Revoke one appToken now. Another appToken of the pair is not affected.")
    public void revoke(@PathParam("id") String id) {
        call.permissions().requireRenew();
        if (pair.isUndoneByEnding(id, KeycloakClock.now())) {
            call.permissions().requireHandOut(pair);
        }
        if (!ErrorResponses.translating(() -> call.renewals().revoke(pair, id, call.permissions().caller()))) {
            throw ErrorResponses.notFound("The pair has no such appToken that lives");
        }
        call.note(pair, Act.REVOKED, pair.token(id));
        call.audit(OperationType.DELETE);
    }

    /** How often it is exchanged and refused. */
    @Path("usage")
    public UsageResource usage() {
        return UsageResource.ofPair(call, pair);
    }

    /** What happened to it. */
    @Path("history")
    public HistoryResource history() {
        return new HistoryResource(call, pair);
    }

    /** Its diagnosis. */
    @Path("diagnosis")
    public DiagnosisResource diagnosis() {
        return DiagnosisResource.ofPair(call, pair);
    }

    /** Its linked roles. */
    @Path("roles")
    public LinkedRolesResource roles() {
        return new LinkedRolesResource(call, pair);
    }
}
