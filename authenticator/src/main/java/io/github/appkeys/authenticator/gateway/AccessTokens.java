package io.github.appkeys.authenticator.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.appkeys.authenticator.VerifiedPair;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedObject;
import org.keycloak.models.cache.CachedRealmModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.services.Urls;

/**
 * Gives access tokens to gateways: one that was made before, while a new one would have the same claims, else a new
 * one. Tokens are kept beside Keycloak's cached service account. Where that, the realm or the client is not cached,
 * each call makes a token.
 */
final class AccessTokens {

    /** How long a call waits while another one makes the same token. Then it makes its own. */
    private static final long PATIENCE_SECONDS = 5;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TokenMint mint;
    private final GatewayNode node;

    AccessTokens(KeycloakSession session, TokenMint mint, GatewayNode node) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.mint = mint;
        this.node = node;
    }

    /**
     * A token.
     *
     * @param pair    an accepted one
     * @param scope   the requested scopes; null for none
     * @param address the address of the caller
     * @throws TokenMint.RefusedException if the realm gives none
     */
    String token(VerifiedPair pair, UserModel account, GrantedScopes granted, String scope, String address)
            throws TokenMint.RefusedException {
        Optional<TokenFingerprint> fingerprint = TokenFingerprint.of(pair.client(), account, granted);
        Optional<TokenShelf> shelf = shelf(account);
        Optional<TokenShelf.Conditions> conditions = fingerprint.flatMap(found -> conditions(pair.client(), found));
        if (shelf.isEmpty() || conditions.isEmpty() || TokenMint.mustBind(pair.client())) {
            return minted(pair.client(), scope).jwt();
        }
        TokenShelf.Place place = shelf.get().place(new TokenShelf.Purpose(pair.token().id(), scope, issuer(),
                fingerprint.get().hasAddress() ? address : null));
        Optional<String> kept = kept(place, conditions.get());
        return kept.isPresent() ? kept.get() : first(place, conditions.get(), pair.client(), scope);
    }

    private String first(TokenShelf.Place place, TokenShelf.Conditions conditions, ClientModel client, String scope)
            throws TokenMint.RefusedException {
        if (!waitFor(place)) {
            return minted(client, scope).jwt();
        }
        try {
            Optional<String> others = kept(place, conditions);
            if (others.isPresent()) {
                return others.get();
            }
            TokenMint.Minted token = minted(client, scope);
            place.put(token, conditions);
            return token.jwt();
        } finally {
            place.lock().unlock();
        }
    }

    private Optional<String> kept(TokenShelf.Place place, TokenShelf.Conditions conditions) {
        TokenMint.Minted token = place.token(conditions, KeycloakClock.now());
        if (token == null) {
            return Optional.empty();
        }
        if (session.singleUseObjects().contains(token.id() + SingleUseObjectProvider.REVOKED_KEY)) {
            place.remove();
            return Optional.empty();
        }
        node.token(GatewayNode.TokenSource.REUSED);
        return Optional.of(token.jwt());
    }

    private TokenMint.Minted minted(ClientModel client, String scope) throws TokenMint.RefusedException {
        TokenMint.Minted token = mint.mint(client, scope);
        node.token(GatewayNode.TokenSource.MINTED);
        return token;
    }

    private static boolean waitFor(TokenShelf.Place place) {
        try {
            return place.lock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A mapper may write it, and it follows the address of the request where the server has no host name. */
    private String issuer() {
        return Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName());
    }

    private Optional<TokenShelf.Conditions> conditions(ClientModel client, TokenFingerprint fingerprint) {
        return realm instanceof CachedRealmModel cached && client instanceof CachedObject stamped
                ? Optional.of(new TokenShelf.Conditions(fingerprint.digest(), kept(cached.getCachedWith(),
                        RealmMark.class, new RealmMark()), stamped.getCacheTimestamp()))
                : Optional.empty();
    }

    private static Optional<TokenShelf> shelf(UserModel account) {
        return account instanceof CachedUserModel cached
                ? Optional.of(kept(cached.getCachedWith(), TokenShelf.class, new TokenShelf())) : Optional.empty();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> T kept(Map map, Class<T> type, T first) {
        Object before = map.putIfAbsent(type, first);
        return type.cast(before == null ? first : before);
    }

    /** Stands for a cached realm: another one has another mark, even if it was cached in the same millisecond. */
    private static final class RealmMark {
    }
}
