package io.github.appkeys.authenticator;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.AppKeyStoreFactory;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.KeycloakSession;

/** Remembers attempts that failed, for diagnoses. Makes no store, so it costs no database connection. */
public final class AttemptNotes {

    private AttemptNotes() {
    }

    public static void add(KeycloakSession session, String realmId, AppKey appKey, Reason reason, String address) {
        AppKeyStoreFactory stores = (AppKeyStoreFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(AppKeyStore.class);
        stores.attempts().add(realmId, appKey, reason, KeycloakClock.now(), address);
    }
}
