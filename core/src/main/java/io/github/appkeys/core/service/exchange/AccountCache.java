package io.github.appkeys.core.service.exchange;

import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.service.compat.CachedUsers;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The maps that live and die with the cached service accounts of pairs. Whatever is read from the database for such a
 * map is read in a transaction that began after the map was taken. Never keep a map across requests.
 */
public final class AccountCache {

    /** By its client, then by its id. */
    private static final int LOADS = 2;

    private AccountCache() {
    }

    /** The map of a pair's service account, where that is cached. Reads no database. */
    public static Optional<ConcurrentMap<Object, Object>> peek(KeycloakSession session, RealmModel realm,
            AppKey appKey) {
        String username = ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX + appKey.value();
        return CachedUsers.keptWith(session, realm, username.toLowerCase());
    }

    /**
     * The map of a pair's service account, which is loaded into the cache where it is not there. In sessions of its
     * own: Keycloak does not cache an account that was changed lately when it is loaded by its client, since it takes
     * the revision of the user name for that of the account; only the next session, which loads it by its id, does.
     *
     * @return empty where Keycloak caches no users, or the pair has no service account
     */
    static Optional<ConcurrentMap<Object, Object>> load(KeycloakSession session, RealmModel realm,
            ClientModel client) {
        AppKey appKey = new AppKey(client.getClientId());
        for (int i = 0; i < LOADS && peek(session, realm, appKey).isEmpty(); i++) {
            KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), other -> {
                RealmModel sameRealm = other.realms().getRealm(realm.getId());
                ClientModel same = sameRealm == null ? null : other.clients().getClientById(sameRealm, client.getId());
                if (same != null) {
                    other.getContext().setRealm(sameRealm);
                    other.users().getServiceAccount(same);
                }
            });
        }
        return peek(session, realm, appKey);
    }
}
