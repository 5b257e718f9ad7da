package io.github.appkeys.authenticator;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import io.github.appkeys.core.exchange.ExchangeSettings;
import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.pairs.ApiClients;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.models.ClientModel;

/** Looks a pair up and verifies it. The client of an accepted pair becomes the client of the request. */
final class PairVerifier {

    private final ClientAuthenticationFlowContext context;
    private final ExchangeSettings settings;

    PairVerifier(ClientAuthenticationFlowContext context, ExchangeSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /**
     * An unknown appKey and a wrong appToken take the same path: one query, the same comparison, the same response.
     *
     * @param presented finds the token of the pair that matches the secret in the request
     */
    Verdict verify(AppKey appKey, Function<PairCredentials, Optional<PairCredentials.Token>> presented) {
        AppKeyStore store = context.getSession().getProvider(AppKeyStore.class);
        Optional<PairCredentials> known = store.credentials().find(context.getRealm().getId(), appKey);
        PairCredentials credentials = known.orElse(PairCredentials.DECOY);
        Optional<PairCredentials.Token> token = presented.apply(credentials);
        if (token.isEmpty()) {
            return Verdict.refused(known.isPresent() ? Reason.WRONG_TOKEN : Reason.UNKNOWN_KEY);
        }
        ClientModel client = context.getSession().clients().getClientByClientId(context.getRealm(), appKey.value());
        if (!ApiClients.isUsable(client) || !client.getId().equals(credentials.clientUuid())) {
            return Verdict.refused(Reason.UNKNOWN_KEY);
        }
        Instant now = KeycloakClock.now();
        String address = context.getConnection().getRemoteHost();
        Verdict verdict = credentials.verify(token.get(), client.isEnabled(), now, address);
        if (verdict.isAccepted()) {
            verdict = RequestCheck.check(context, client, settings);
        }
        if (verdict.isAccepted()) {
            store.tokens().used(token.get().id(), now, address);
            context.getEvent().client(client);
            context.setClient(client);
        }
        return verdict;
    }
}
