package io.github.appkeys.core.service.exchange;

import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.service.compat.CachedUsers;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;

/**
 * The maps that live and die with the cached service accounts of pairs. Whatever is read from the database for such a
 * map is read in a transaction that began after the map was taken. Never keep a map across requests.
 */
public final class AccountCache {

    private AccountCache() {
    }

    /** The map of a pair's service account, where that is cached. Reads no database. */
    public static Optional<ConcurrentMap<Object, Object>> peek(KeycloakSession session, RealmModel realm,
            AppKey appKey) {
        String username = ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX + appKey.value();
        return CachedUsers.keptWith(session, realm, username.toLowerCase());
    }

    /** The map of a service account that the session has loaded; empty where that is not cached. */
    @SuppressWarnings("unchecked")
    public static Optional<ConcurrentMap<Object, Object>> of(UserModel account) {
        return account instanceof CachedUserModel cached ? Optional.of(cached.getCachedWith()) : Optional.empty();
    }
}
