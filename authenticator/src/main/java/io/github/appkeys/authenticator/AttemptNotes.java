package io.github.appkeys.authenticator;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.AppKeyStoreFactory;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.KeycloakSession;

/** Notes failed attempts for diagnoses, in memory: it opens no store and so takes no database connection. */
public final class AttemptNotes {

    private AttemptNotes() {
    }

    /**
     * Notes an attempt. Whether the appKey exists is checked when the attempts are written.
     *
     * @param realmId the id of the realm
     * @param appKey  the appKey that was sent
     * @param reason  why the attempt failed
     * @param address the address of the caller
     */
    public static void add(KeycloakSession session, String realmId, AppKey appKey, Reason reason, String address) {
        AppKeyStoreFactory stores = (AppKeyStoreFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(AppKeyStore.class);
        stores.attempts().add(realmId, appKey, reason, KeycloakClock.now(), address);
    }
}
