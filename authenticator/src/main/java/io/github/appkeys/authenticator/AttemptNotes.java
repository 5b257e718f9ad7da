package io.github.appkeys.authenticator;

import io.github.appkeys.core.AppKey;
import io.github.appkeys.core.Reason;
import io.github.appkeys.core.service.AppKeyService;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.AppKeyStoreFactory;
import org.keycloak.models.KeycloakSession;

/** Remembers attempts that failed, for diagnoses. Makes no store, so it costs no database connection. */
final class AttemptNotes {

    private AttemptNotes() {
    }

    static void add(KeycloakSession session, String realmId, AppKey appKey, Reason reason, String address) {
        AppKeyStoreFactory stores = (AppKeyStoreFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(AppKeyStore.class);
        stores.attempts().add(realmId, appKey, reason, AppKeyService.now(), address);
    }
}
