package io.github.appkeys.authenticator;

import java.util.Optional;

import io.github.appkeys.core.ApiClient;
import io.github.appkeys.core.AppKey;
import io.github.appkeys.core.AppToken;
import io.github.appkeys.core.HeaderNames;
import io.github.appkeys.core.PairCredentials;
import io.github.appkeys.core.Reason;
import io.github.appkeys.core.Verdict;
import io.github.appkeys.core.service.AppKeyService;
import io.github.appkeys.core.service.RealmSettings;
import io.github.appkeys.core.service.RealmSettingsAttributes;
import io.github.appkeys.core.store.AppKeyStore;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.ClientAuthenticator;
import org.keycloak.models.ClientModel;

/**
 * Authenticates API clients by their pair. A request without one is left untouched. What is wrong with the form of a
 * pair is told without looking anything up; what is wrong with its content is told to the holder of the right token
 * only.
 */
final class AppKeyAuthenticator implements ClientAuthenticator {

    private final HeaderNames serverHeaderNames;

    AppKeyAuthenticator(HeaderNames serverHeaderNames) {
        this.serverHeaderNames = serverHeaderNames;
    }

    @Override
    public void authenticateClient(ClientAuthenticationFlowContext context) {
        RealmSettings settings = RealmSettingsAttributes.read(context.getRealm());
        HeaderNames names = settings.headerNames() == null ? serverHeaderNames : settings.headerNames();
        new CredentialsReader(context.getHttpRequest(), names).read()
                .ifPresent(presented -> authenticate(context, settings, presented));
    }

    @Override
    public void close() {
        // one instance serves all requests
    }

    private static void authenticate(ClientAuthenticationFlowContext context, RealmSettings settings,
            PresentedCredentials presented) {
        Verdict verdict = settings.enabled() ? presented.check() : Verdict.refusedSilently(Reason.NOT_ENABLED);
        if (verdict.isAccepted()) {
            verdict = judge(context, settings, presented.pair().key(), presented.pair().token());
        }
        if (verdict.isAccepted()) {
            context.success();
        } else {
            Refusal.send(context, presented.pair(), verdict);
        }
    }

    /** Unknown and wrong take the same path: one query, the same comparison, the same answer. */
    private static Verdict judge(ClientAuthenticationFlowContext context, RealmSettings settings, AppKey appKey,
            AppToken appToken) {
        Optional<PairCredentials> known = context.getSession().getProvider(AppKeyStore.class)
                .credentials(context.getRealm().getId(), appKey);
        PairCredentials credentials = known.orElse(PairCredentials.DECOY);
        Optional<PairCredentials.Token> token = credentials.find(appToken);
        if (token.isEmpty()) {
            return Verdict.refusedSilently(known.isPresent() ? Reason.WRONG_TOKEN : Reason.UNKNOWN_KEY);
        }
        ClientModel client = context.getSession().clients().getClientByClientId(context.getRealm(), appKey.value());
        if (!isApiClient(client) || !client.getId().equals(credentials.clientUuid())) {
            return Verdict.refusedSilently(Reason.UNKNOWN_KEY);
        }
        Verdict verdict = credentials.judge(token.get(), client.isEnabled(), AppKeyService.now(),
                context.getConnection().getRemoteHost());
        if (verdict.isAccepted()) {
            verdict = Exchange.check(context, client, settings);
        }
        if (verdict.isAccepted()) {
            context.getEvent().client(client);
            context.setClient(client);
        }
        return verdict;
    }

    /** Somebody may have given the client another way to authenticate since. */
    private static boolean isApiClient(ClientModel client) {
        return client != null && !client.isPublicClient()
                && ApiClient.AUTHENTICATOR.equals(client.getClientAuthenticatorType());
    }
}
