package io.github.appkeys.authenticator;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.pairs.ApiClients;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Looks a pair up and verifies it. What the pair is then used for is up to the endpoint. */
final class PairVerifier {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String address;

    /** @param address where the request comes from */
    PairVerifier(KeycloakSession session, RealmModel realm, String address) {
        this.session = session;
        this.realm = realm;
        this.address = address;
    }

    /**
     * An unknown appKey and a wrong appToken take the same path: one query, the same comparison, the same response.
     *
     * @param presented finds the token of the pair that matches the secret in the request
     */
    VerifiedPair verify(AppKey appKey, Function<PairCredentials, Optional<PairCredentials.Token>> presented) {
        AppKeyStore store = session.getProvider(AppKeyStore.class);
        Optional<PairCredentials> known = store.credentials().find(realm.getId(), appKey);
        PairCredentials credentials = known.orElse(PairCredentials.DECOY);
        Optional<PairCredentials.Token> token = presented.apply(credentials);
        if (token.isEmpty()) {
            return VerifiedPair.refused(known.isPresent() ? Reason.WRONG_TOKEN : Reason.UNKNOWN_KEY);
        }
        ClientModel client = session.clients().getClientByClientId(realm, appKey.value());
        if (!ApiClients.isUsable(client) || !client.getId().equals(credentials.clientUuid())) {
            return VerifiedPair.refused(Reason.UNKNOWN_KEY);
        }
        Instant now = KeycloakClock.now();
        Verdict verdict = credentials.verify(token.get(), client.isEnabled(), now, address);
        return new VerifiedPair(verdict, client, token.get(), now);
    }

    /** Notes the use of an accepted pair. It is written later. */
    void used(VerifiedPair pair) {
        session.getProvider(AppKeyStore.class).tokens().used(pair.token().id(), pair.at(), address);
    }
}
