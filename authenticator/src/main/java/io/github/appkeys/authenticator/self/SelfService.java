package io.github.appkeys.authenticator.self;

import java.time.Instant;

import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.history.HistoryEntry;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.pairs.Issuance;
import io.github.appkeys.core.service.tasks.SelfRenewalMails;
import io.github.appkeys.core.store.PairHistory;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * Changes a pair for its holder, and tells key managers and the contact. The holder is not signed in, so the admin
 * event names the client and the service account of the pair, with the address of the holder.
 */
final class SelfService {

    private static final String RENEWAL = "self-renewal";
    private static final String REVOCATION = "self-revocation";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String address;

    SelfService(KeycloakSession session, String address) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.address = address;
    }

    /** The contact is told of a renewal, not of an unused appToken that is replaced once more. */
    RenewedRepresentation renew(Pair pair, String tokenId, Instant expiresAt) {
        boolean again = pair.lastRenewal() != null && pair.lastRenewal().byHolder();
        CreatedPair renewed = Issuance.renewals(session, realm).renewByHolder(pair, tokenId, expiresAt);
        Pair.Token token = renewed.pair().token(renewed.pair().currentTokenId());
        note(pair, Act.RENEWED_BY_HOLDER, token);
        audit(pair, RENEWAL);
        if (!again) {
            SelfRenewalMails.tell(session, renewed.pair(), address);
        }
        return RenewedRepresentation.of(renewed);
    }

    /** During a renewal, the other appToken lives on: by a holder's one as before it, else as long as was planned. */
    void revoke(Pair pair, String tokenId) {
        if (!Issuance.renewals(session, realm).revokeByHolder(pair, tokenId)) {
            throw new ConflictException("The appToken was ended at the same moment");
        }
        note(pair, Act.REVOKED_BY_HOLDER, pair.token(tokenId));
        audit(pair, REVOCATION);
    }

    private void note(Pair pair, Act act, Pair.Token token) {
        new PairHistory(session).note(pair.clientUuid(), act, HistoryEntry.SYSTEM, token, address);
    }

    private void audit(Pair pair, String call) {
        AppKeyService pairs = new AppKeyService(session, realm);
        AdminAuth itself = new AdminAuth(realm, null, pairs.serviceAccount(pair), pairs.client(pair));
        new AdminEventBuilder(realm, itself, session, session.getContext().getConnection())
                .resource(ApiClient.RESOURCE_TYPE)
                .operation(OperationType.ACTION)
                .resourcePath("app-keys", pair.appKey(), call)
                .success();
    }
}
