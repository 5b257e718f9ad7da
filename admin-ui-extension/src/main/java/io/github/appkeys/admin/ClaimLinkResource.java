package io.github.appkeys.admin;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.pair.Pair;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.events.admin.OperationType;

/** The claim link of a pair, by which an integrator receives its appToken. */
public final class ClaimLinkResource {

    private final AdminCall call;
    private final Pair pair;

    ClaimLinkResource(AdminCall call, Pair pair) {
        this.call = call;
        this.pair = pair;
    }

    /** The link reveals the appToken, so this needs the same permissions as starting a renewal. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a claim link that was not used by a new one.")
    public Response create() {
        call.permissions().requireNewToken(pair);
        CreatedPair linked = ErrorResponses.translating(
                () -> call.claimLinks().linkAgain(pair, call.permissions().maker()));
        PairRepresentation representation = PairRepresentation.of(linked.pair());
        call.note(pair, Act.CLAIM_LINK_MADE, (Pair.Token) null);
        call.audit(OperationType.CREATE, representation);
        return CreatedPairRepresentation.of(representation, linked, call.session()).toResponse().build();
    }

    @DELETE
    @Operation(summary = "Withdraw the claim link. A live appToken is not affected.")
    public void withdraw() {
        call.permissions().requireRenew();
        if (!ErrorResponses.translating(() -> call.claimLinks().withdraw(pair))) {
            throw ErrorResponses.notFound("No claim link of this pair is pending");
        }
        call.note(pair, Act.CLAIM_LINK_WITHDRAWN, (Pair.Token) null);
        call.audit(OperationType.DELETE);
    }
}
