package io.github.appkeys.admin;

import java.io.InputStream;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.pair.Pair;
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

/** The renewal of a pair's appToken. */
public final class RenewalResource {

    private final AdminCall call;
    private final Pair pair;

    RenewalResource(AdminCall call, Pair pair) {
        this.call = call;
        this.pair = pair;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Start a renewal. The answer is the only one that holds the new appToken, or the link to it.")
    public Response start(InputStream body) {
        call.permissions().requireNewToken(pair);
        RenewalRequest request = ErrorResponses.translating(
                () -> RenewalRequest.read(body, RealmSettingsAttributes.read(call.realm())));
        CreatedPair renewed = ErrorResponses.translating(
                () -> request.delivery().renew(call, pair, request.renewal()));
        PairRepresentation representation = PairRepresentation.of(renewed.pair());
        if (renewed.appToken() == null) {
            call.note(pair, Act.CLAIM_LINK_MADE, (Pair.Token) null);
        } else {
            call.note(pair, Act.RENEWED, renewed.pair().token(renewed.pair().currentTokenId()));
        }
        call.audit(OperationType.CREATE, representation);
        return CreatedPairRepresentation.of(representation, renewed, call.session()).toResponse().build();
    }

    @POST
    @Path("finish")
    @Operation(summary = "Finish the renewal: the old appToken ends now.")
    public void finish() {
        call.permissions().requireRenew();
        requireRunning(ErrorResponses.translating(() -> call.renewals().finish(pair, call.permissions().caller())));
        call.note(pair, Act.RENEWAL_FINISHED, pair.token(pair.lastRenewal().oldTokenId()));
        call.audit(OperationType.ACTION);
    }

    @DELETE
    @Operation(summary = "Undo the renewal: the new appToken ends now, and the old one keeps its former expiry.")
    public void undo() {
        call.permissions().requireNewToken(pair);
        requireRunning(ErrorResponses.translating(() -> call.renewals().undo(pair, call.permissions().caller())));
        call.note(pair, Act.RENEWAL_UNDONE, pair.token(pair.currentTokenId()));
        call.audit(OperationType.DELETE);
    }

    private static void requireRunning(boolean wasRunning) {
        if (!wasRunning) {
            throw ErrorResponses.notFound("No renewal of this pair is running");
        }
    }
}
