package io.github.appkeys.admin;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.pair.Pair;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.events.admin.OperationType;

/** The link with which an integrator gets the appToken of a pair. */
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
    @Operation(summary = "Make another claim link in the place of one that was not used.")
    public Response create() {
        call.permissions().requireNewToken(pair);
        CreatedPair linked = ErrorResponses.translating(
                () -> call.claimLinks().linkAgain(pair, call.permissions().caller()));
        PairRepresentation representation = PairRepresentation.of(linked.pair());
        call.audit(OperationType.CREATE, representation);
        return CreatedPairRepresentation.of(representation, linked, call.session()).toResponse().build();
    }

    @DELETE
    @Operation(summary = "Withdraw the claim link. An appToken that lives does so as before.")
    public void withdraw() {
        call.permissions().requireRenew();
        if (!ErrorResponses.translating(() -> call.claimLinks().withdraw(pair))) {
            throw ErrorResponses.notFound("No claim link of this pair is pending");
        }
        call.audit(OperationType.DELETE);
    }
}
