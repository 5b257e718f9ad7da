package io.github.appkeys.authenticator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.appkeys.core.exchange.ExchangeSettings;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.exchange.PresentedPair;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.leaks.Sighting;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.service.settings.ServerOptions;
import io.github.appkeys.core.service.tasks.AlarmQueue;
import io.github.appkeys.core.store.KeycloakClock;
import jakarta.ws.rs.core.HttpHeaders;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Authenticates the holder of a pair at an endpoint of ours, below {@code /realms/{realm}/app-keys}: by the two headers
 * or HTTP Basic, under the rules of the exchange.
 */
public final class PairHolder {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ExchangeSettings settings;
    private final ServerOptions options;
    private final PairVerifier verifier;

    /** For the request that the session handles. */
    public PairHolder(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.settings = RealmSettingsAttributes.exchange(realm);
        this.options = AppKeyAuthenticatorFactory.options(session);
        this.verifier = new PairVerifier(session, realm, address(), options);
    }

    /**
     * What was sent, and what became of it.
     *
     * @param appKey the appKey that was sent, where it has the form of one
     * @param pair   the result
     */
    public record Presented(Optional<AppKey> appKey, VerifiedPair pair) {
    }

    /** Reads the pair in the request and verifies it. Roles are not asked for, see {@link #linkedRole}. */
    public Presented verify() {
        HeaderNames names = options.effectiveHeaderNames(settings.headerNames());
        ReadResult result = CredentialsReader.ofHeaders(session.getContext().getHttpRequest(), names,
                settings.shortHeaderNames()).read();
        if (result instanceof ReadResult.PairFound found) {
            return verify(found.pair(), found.check());
        } else if (result instanceof ReadResult.ClientSecretFound found) {
            return verify(found.credentials(), found.credentials().checkForm());
        } else if (result instanceof ReadResult.Misplaced found) {
            return refused(Optional.empty(), Verdict.refused(found.occurrence()));
        }
        return verify(new PresentedPair(missing(names.appKey()), missing(names.appToken())));
    }

    /**
     * Has it told that the appToken of the request was disclosed, where the headers hold one of good form. Looks
     * nothing up, so that the answer takes the same time whether or not the appToken is right.
     */
    public void tellDisclosed() {
        HeaderNames names = options.effectiveHeaderNames(settings.headerNames());
        ReadResult result = CredentialsReader.ofHeaders(session.getContext().getHttpRequest(), names,
                settings.shortHeaderNames()).read();
        if (result instanceof ReadResult.PairFound found) {
            tellDisclosed(found.pair());
        }
    }

    /** The same for a pair that was sent in another way. */
    public void tellDisclosed(PresentedPair sent) {
        if (settings.enabled() && sent.checkForm().isAccepted()) {
            AlarmQueue.add(session, List.of(Sighting.presented(Pair.AlarmKind.CLEARTEXT, sent.token().hash(),
                    realm.getId(), KeycloakClock.now(), address())));
        }
    }

    /** Whether the request has a header in which a pair is sent, whatever it holds. */
    public boolean isPairSent() {
        HeaderNames names = ServerOptions.current().effectiveHeaderNames(settings.headerNames());
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        return Stream.of(names.appKey(), names.appToken(), HeaderNames.SHORT.appKey(), HeaderNames.SHORT.appToken(),
                HttpHeaders.AUTHORIZATION).anyMatch(name -> headers.getHeaderString(name) != null);
    }

    /** The same for a pair that was sent in another way. */
    public Presented verify(PresentedPair sent) {
        return verify(sent, sent.checkForm());
    }

    /** Checks that a role is linked, where the realm requires one. */
    public Verdict linkedRole(ClientModel client) {
        return RequestCheck.linkedRole(session, client, settings);
    }

    /**
     * Notes the use of an accepted pair, which is written later, and ends the appToken that a renewal by the holder has
     * replaced by it. Call it before anything is handed out.
     *
     * @return accepted; or why not, where the appToken was ended a moment ago
     */
    public Verdict use(VerifiedPair pair) {
        return verifier.use(pair);
    }

    /** The address of the caller, as Keycloak sees it. */
    public String address() {
        return session.getContext().getConnection().getRemoteHost();
    }

    private Presented verify(PresentedPair sent, Verdict form) {
        Optional<AppKey> appKey = sent.nameableKey();
        if (!settings.enabled()) {
            return refused(appKey, Verdict.refused(Reason.NOT_ENABLED));
        }
        if (!form.isAccepted()) {
            return refused(appKey, form);
        }
        return new Presented(appKey, verifier.verify(sent.key(), sent.token().hash()));
    }

    private static PresentedPair.Half missing(String header) {
        return new PresentedPair.Half("header " + header, List.of());
    }

    private static Presented refused(Optional<AppKey> appKey, Verdict verdict) {
        return new Presented(appKey, VerifiedPair.refused(verdict));
    }
}
