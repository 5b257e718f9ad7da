package io.github.appkeys.core.service.pairs;

import java.time.DateTimeException;
import java.time.Instant;

import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.issuance.TokenIssuer;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.AppTokenHash;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairStore;
import io.github.appkeys.core.pair.StoredToken;
import io.github.appkeys.core.service.compat.ClientSecrets;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * Makes an existing confidential client an API client. It keeps its roles and settings, but all flows other than its
 * service account are switched off, and its client secret is kept as a hash at most, for as long as it works on.
 */
public final class Adoption {

    /** The client's attribute that tells until when its client secret works on, as an ISO 8601 text. */
    static final String SECRET_UNTIL = "appKeys.clientSecretUntil";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AppKeyStore store;

    public Adoption(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.store = session.getProvider(AppKeyStore.class);
    }

    /** Whether a client secret may still be good for an adopted client. Answered from Keycloak's cache. */
    public static boolean takesClientSecret(ClientModel client, Instant now) {
        String until = client.getAttribute(SECRET_UNTIL);
        try {
            return until != null && now.isBefore(Instant.parse(until));
        } catch (DateTimeException e) {
            // it was edited by hand
            return false;
        }
    }

    /**
     * Adopts a client.
     *
     * @param by the name of the key manager
     * @throws InvalidValueException   where it is none that could be an API client, or a moment is not in the future
     * @throws ModelDuplicateException where it is one already
     * @throws ConflictException       where its client secret is to work on, and Keycloak's secret rotation has another
     *                                 one that is still valid
     */
    public CreatedPair adopt(ClientModel client, NewAdoption wish, String by) {
        Instant now = KeycloakClock.now();
        AppKey appKey = AppKey.chosen(client.getClientId());
        requireAdoptable(client, appKey);
        TokenIssuer.Issued issued = Issuance.issuer(realm).issue(wish.expiresAt(), now, by);
        StoredToken secret = wish.finishAt() == null ? null : clientSecret(client, wish.finishAt(), now, by);
        describe(client, wish);
        UserModel account = new ServiceAccounts(session).of(client);
        store.pairs().add(realm.getId(), new PairStore.Row(client.getId(), now, by, wish.allowedNetworks(),
                wish.contact(), account.getId(), null));
        if (secret == null) {
            client.removeAttribute(SECRET_UNTIL);
            store.tokens().add(client.getId(), issued.row(), null, null);
        } else {
            client.setAttribute(SECRET_UNTIL, wish.finishAt().toString());
            store.tokens().add(client.getId(), secret, null, null);
            store.tokens().add(client.getId(), issued.row(), secret.id(),
                    new Pair.Renewal(now, wish.finishAt(), secret.id()));
        }
        ApiClientFactory.protect(session, client);
        return new CreatedPair(store.pairs().find(realm.getId(), appKey.value()).orElseThrow(), issued.appToken());
    }

    private void requireAdoptable(ClientModel client, AppKey appKey) {
        ApiClientFactory.refuseInternal(realm, appKey);
        if (store.pairs().find(realm.getId(), appKey.value()).isPresent()) {
            throw new ModelDuplicateException("The client \"" + appKey + "\" is an API client already");
        }
        boolean confidential = !client.isPublicClient() && !client.isBearerOnly()
                && OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
        if (!confidential) {
            throw new InvalidValueException("clientId does not name a confidential OpenID Connect client");
        }
    }

    /**
     * The client secret as a token that is good for as long as the secret was, but never longer than {@code finishAt}.
     * Without a hint: it is not ours to show a part of.
     */
    private StoredToken clientSecret(ClientModel client, Instant finishAt, Instant now, String by) {
        if (!finishAt.isAfter(now)) {
            throw new InvalidValueException("finishAt is not in the future");
        }
        String text = client.getSecret();
        boolean usable = ClientIdAndSecretAuthenticator.PROVIDER_ID.equals(client.getClientAuthenticatorType())
                && text != null && !text.isEmpty();
        if (!usable) {
            throw new InvalidValueException("finishAt needs a client that authenticates by a client secret");
        }
        String secret = ClientSecrets.of(session, client).orElseThrow(() -> new InvalidValueException("The client "
                + "secret is a reference to an entry that the vault of the server lacks: adopt the client without "
                + "finishAt, or put the entry into the vault first"));
        if (secret.isEmpty() || AppToken.looksLikeOne(secret)) {
            throw new InvalidValueException("finishAt needs a client that authenticates by a client secret");
        }
        SecretRotation rotation = new SecretRotation(client);
        rotation.requireValid(now);
        rotation.requireNoOther(now);
        // it was there before the appToken, and tokens are listed by age
        return new StoredToken(KeycloakModelUtils.generateId(), AppTokenHash.ofClientSecret(secret), "",
                now.minusMillis(1), by, rotation.expiresAt().orElse(null));
    }

    private static void describe(ClientModel client, NewAdoption wish) {
        String name = client.getName();
        client.setName(wish.label().orElse(name == null || name.isBlank() ? client.getClientId() : name));
        wish.description().ifPresent(client::setDescription);
    }
}
