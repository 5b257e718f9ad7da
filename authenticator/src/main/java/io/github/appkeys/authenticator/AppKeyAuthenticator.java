package io.github.appkeys.authenticator;

import java.util.Optional;

import io.github.appkeys.core.exchange.ExchangeSettings;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.exchange.PresentedPair;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.AppTokenHash;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.pairs.Adoption;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.service.settings.ServerOptions;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.ClientAuthenticator;

/**
 * Authenticates API clients by their pair. A request without a pair is left to the other client authenticators. Errors
 * in the form of a pair are reported without a look-up. Why a pair of good form is refused is reported only to the
 * holder of the right appToken.
 */
final class AppKeyAuthenticator implements ClientAuthenticator {

    /** The value of {@link Refusal#REASON_DETAIL} where the headers of a pair came with another client's request. */
    private static final String IGNORED_HEADERS = "IGNORED_HEADERS";

    private final ServerOptions options;
    private final ExchangeMetrics metrics;

    AppKeyAuthenticator(ServerOptions options, ExchangeMetrics metrics) {
        this.options = options;
        this.metrics = metrics;
    }

    @Override
    public void authenticateClient(ClientAuthenticationFlowContext context) {
        TokenRequestEvent.keep(context);
        ExchangeSettings settings = RealmSettingsAttributes.exchange(context.getRealm());
        HeaderNames names = options.effectiveHeaderNames(settings.headerNames());
        CredentialsReader reader = new CredentialsReader(context.getHttpRequest(), names,
                settings.shortHeaderNames());
        ReadResult result = reader.read();
        if (reader.ignoresHeaders()) {
            context.getEvent().detail(Refusal.REASON_DETAIL, IGNORED_HEADERS);
        }
        if (result instanceof ReadResult.PairFound found) {
            authenticate(context, settings, found);
        } else if (result instanceof ReadResult.ClientSecretFound found) {
            authenticateAdopted(context, settings, found.credentials());
        } else if (result instanceof ReadResult.Misplaced found && settings.enabled()) {
            Verdict verdict = Verdict.refused(found.occurrence());
            count(context, Optional.empty(), verdict);
            Refusal.send(context, Optional.empty(), verdict);
        }
    }

    @Override
    public void close() {
        // one instance serves all requests
    }

    private void authenticate(ClientAuthenticationFlowContext context, ExchangeSettings settings,
            ReadResult.PairFound found) {
        Verdict verdict = settings.enabled() ? found.check() : Verdict.refused(Reason.NOT_ENABLED);
        if (verdict.isAccepted()) {
            verdict = verify(context, settings, found.pair().key(), found.pair().token().hash());
        }
        answer(context, found.pair(), verdict);
    }

    /** The client secret of an adopted client stays valid for a while. Other client secrets are not handled here. */
    private void authenticateAdopted(ClientAuthenticationFlowContext context, ExchangeSettings settings,
            PresentedPair sent) {
        Optional<AppKey> appKey = settings.enabled() && !AppToken.looksLikeOne(sent.secret())
                ? sent.nameableKey() : Optional.empty();
        appKey.map(key -> context.getSession().clients().getClientByClientId(context.getRealm(), key.value()))
                .filter(client -> Adoption.takesClientSecret(client, KeycloakClock.now()))
                .ifPresent(client -> answerAdopted(context, sent, verify(context, settings, appKey.get(),
                        AppTokenHash.ofClientSecret(sent.secret()))));
    }

    /** The client of an accepted pair becomes the client of the request. */
    private Verdict verify(ClientAuthenticationFlowContext context, ExchangeSettings settings, AppKey appKey,
            AppTokenHash presented) {
        PairVerifier verifier = new PairVerifier(context.getSession(), context.getRealm(),
                context.getConnection().getRemoteHost(), options);
        VerifiedPair pair = verifier.verify(appKey, presented);
        Verdict verdict = pair.isAccepted() ? RequestCheck.check(context, pair.client(), settings) : pair.verdict();
        if (verdict.isAccepted() && RequestCheck.isTokenRequest(context)) {
            verdict = verifier.use(pair);
        } else if (verdict.isAccepted()) {
            verifier.used(pair);
        }
        if (verdict.isAccepted()) {
            context.getEvent().client(pair.client());
            context.setClient(pair.client());
        }
        return verdict;
    }

    /**
     * A wrong secret is left to Keycloak: our answer may have an error_uri, and would tell that the client exists. Who
     * sends the client secret after its end is told so, and then moves on to the pair.
     */
    private void answerAdopted(ClientAuthenticationFlowContext context, PresentedPair sent, Verdict found) {
        Verdict verdict = found.ended() == null ? found
                : Verdict.refused(TokenEnd.settled(found.ended().at(), TokenEnd.Cause.REPLACED).occurrence());
        if (verdict.reason() == null || !verdict.reason().isSilent()) {
            answer(context, sent, verdict);
        } else {
            count(context, sent.nameableKey(), verdict);
            Refusal.note(context, sent.nameableKey(), verdict);
        }
    }

    private void count(ClientAuthenticationFlowContext context, Optional<AppKey> appKey, Verdict verdict) {
        if (RequestCheck.isTokenRequest(context)) {
            metrics.count(verdict);
            UsageNotes.add(context.getSession(), context.getRealm().getId(), appKey, verdict);
        }
    }

    private void answer(ClientAuthenticationFlowContext context, PresentedPair sent, Verdict verdict) {
        count(context, sent.nameableKey(), verdict);
        if (verdict.isAccepted()) {
            context.success();
        } else {
            Refusal.send(context, sent.nameableKey(), verdict);
        }
    }
}

