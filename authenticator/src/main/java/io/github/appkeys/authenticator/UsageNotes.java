package io.github.appkeys.authenticator;

import java.util.Optional;

import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.AppKeyStoreFactory;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.KeycloakSession;

/** Counts exchanges by pair and day, in memory: it opens no store and so takes no database connection. */
public final class UsageNotes {

    private UsageNotes() {
    }

    /**
     * Counts an exchange. Whether the appKey exists is checked when the counts are written.
     *
     * @param realmId the id of the realm
     * @param appKey  the appKey that was sent; empty where none can be named
     */
    public static void add(KeycloakSession session, String realmId, Optional<AppKey> appKey, Verdict verdict) {
        AppKeyStoreFactory stores = (AppKeyStoreFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(AppKeyStore.class);
        stores.usage().add(realmId, appKey, Optional.ofNullable(verdict.reason()), KeycloakClock.now());
    }
}
