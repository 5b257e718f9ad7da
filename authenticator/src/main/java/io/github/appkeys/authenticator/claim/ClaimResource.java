package io.github.appkeys.authenticator.claim;

import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.history.HistoryEntry;
import io.github.appkeys.core.issuance.ClaimCode;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.service.pairs.Issuance;
import io.github.appkeys.core.store.PairHistory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.util.LocaleUtil;

/**
 * The page of a claim link. The code in the link is the only credential. Requests from other sites need no protection
 * (CSRF): they would have to know the code, and with the code there is no need for a victim's browser.
 */
public final class ClaimResource {

    private final KeycloakSession session;
    private final String code;

    /** @param code the code in the address, as it was sent */
    public ClaimResource(KeycloakSession session, String code) {
        this.session = session;
        this.code = code;
        RedactedRequest.putInto(session);
    }

    /** Shows what the link is for. Safe: mail scanners and link previews that open the link change nothing. */
    @GET
    public Response show() {
        return page(ClaimView.of(session, code));
    }

    /** Reveals the appToken, once. */
    @POST
    public Response reveal() {
        try {
            // committed before the page is sent; rolled back where another request was faster
            return page(KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(),
                    session.getContext(), this::claim, "Reveal an appToken"));
        } catch (ConflictException e) {
            return page(ClaimView.of(session, code));
        }
    }

    private ClaimView claim(KeycloakSession own) {
        RedactedRequest.putInto(own);
        ClaimView view = ClaimView.of(own, code);
        if (view.state() != ClaimState.PENDING) {
            return view;
        }
        CreatedPair claimed = Issuance.claimLinks(own, own.getContext().getRealm()).claim(view.pair(),
                ClaimCode.read(code).orElseThrow(), session.getContext().getConnection().getRemoteHost());
        ClaimAudit.claimed(own, claimed.pair());
        new PairHistory(own).note(claimed.pair().clientUuid(), Act.CLAIMED, HistoryEntry.SYSTEM,
                claimed.pair().token(claimed.pair().currentTokenId()), claimed.pair().claim().claimedFrom());
        return new ClaimView(ClaimState.REVEALED, claimed.pair(), claimed.appToken());
    }

    private Response page(ClaimView view) {
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), null);
        return new ClaimPage(session, code).render(view);
    }
}
