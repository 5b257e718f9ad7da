package io.github.appkeys.authenticator;

import java.util.Optional;

import io.github.appkeys.core.exchange.ExchangeSettings;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.exchange.PresentedPair;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.pairs.Adoption;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.ClientAuthenticator;

/**
 * Authenticates API clients by their pair. A request without one is left untouched. What is wrong with the form of a
 * pair is told without looking anything up; what is wrong with its content is told to the holder of the right token
 * only.
 */
final class AppKeyAuthenticator implements ClientAuthenticator {

    private final HeaderNames serverHeaderNames;
    private final ExchangeMetrics metrics;

    AppKeyAuthenticator(HeaderNames serverHeaderNames, ExchangeMetrics metrics) {
        this.serverHeaderNames = serverHeaderNames;
        this.metrics = metrics;
    }

    @Override
    public void authenticateClient(ClientAuthenticationFlowContext context) {
        TokenRequestEvent.keep(context);
        ExchangeSettings settings = RealmSettingsAttributes.exchange(context.getRealm());
        HeaderNames names = settings.headerNames() == null ? serverHeaderNames : settings.headerNames();
        CredentialsReader reader = new CredentialsReader(context.getHttpRequest(), names);
        reader.read().ifPresentOrElse(presented -> authenticate(context, settings, presented),
                () -> reader.readClientSecret().ifPresent(pair -> authenticateAdopted(context, settings, pair)));
    }

    @Override
    public void close() {
        // one instance serves all requests
    }

    private void authenticate(ClientAuthenticationFlowContext context, ExchangeSettings settings,
            PresentedCredentials presented) {
        Verdict verdict = settings.enabled() ? presented.check() : Verdict.refused(Reason.NOT_ENABLED);
        if (verdict.isAccepted()) {
            AppToken token = presented.pair().token();
            verdict = new PairVerifier(context, settings).verify(presented.pair().key(), pair -> pair.find(token));
        }
        answer(context, presented.pair(), verdict);
    }

    /** The client secret of an adopted client works on for a while. Those of all others are none of our business. */
    private void authenticateAdopted(ClientAuthenticationFlowContext context, ExchangeSettings settings,
            PresentedPair pair) {
        Optional<AppKey> appKey = settings.enabled() ? pair.nameableKey() : Optional.empty();
        appKey.map(key -> context.getSession().clients().getClientByClientId(context.getRealm(), key.value()))
                .filter(client -> Adoption.takesClientSecret(client, KeycloakClock.now()))
                .ifPresent(client -> answer(context, pair, new PairVerifier(context, settings).verify(appKey.get(),
                        credentials -> credentials.findClientSecret(pair.secret()))));
    }

    private void answer(ClientAuthenticationFlowContext context, PresentedPair pair, Verdict verdict) {
        if (RequestCheck.isOne(context)) {
            metrics.count(verdict);
        }
        if (verdict.isAccepted()) {
            context.success();
        } else {
            Refusal.send(context, pair, verdict);
        }
    }
}

