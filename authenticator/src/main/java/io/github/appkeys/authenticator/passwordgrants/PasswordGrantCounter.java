package io.github.appkeys.authenticator.passwordgrants;

import java.time.Instant;

import io.github.appkeys.core.passwordgrants.PasswordGrantLog;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.settings.RealmSettings;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.AppKeyStoreFactory;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/**
 * Counts password grants by client and user, in realms that observe them. It uses only models that the request has
 * loaded already and opens no store, so it takes no SQL statement and no database connection.
 */
final class PasswordGrantCounter {

    private final KeycloakSession session;

    PasswordGrantCounter(KeycloakSession session) {
        this.session = session;
    }

    /** @param event a password grant that succeeded; counted after the transaction of the request has committed */
    void count(Event event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm == null || event.getUserId() == null || !isObserved(realm)) {
            return;
        }
        ClientModel client = session.clients().getClientByClientId(realm, event.getClientId());
        if (client == null) {
            return;
        }
        PasswordGrantLog.Key key = new PasswordGrantLog.Key(realm.getId(), client.getId(), event.getUserId());
        String clientId = StorageId.isLocalStorage(client.getId()) ? null : client.getClientId();
        String username = StorageId.isLocalStorage(event.getUserId()) ? null : username(realm, event.getUserId());
        Instant now = KeycloakClock.now();
        EventListenerTransaction counting = new EventListenerTransaction(null,
                granted -> log().add(key, clientId, username, now, granted.getIpAddress()));
        counting.addEvent(event);
        session.getTransactionManager().enlistAfterCompletion(counting);
    }

    private static boolean isObserved(RealmModel realm) {
        RealmSettings settings = RealmSettingsAttributes.read(realm);
        return settings.enabled() && settings.passwordGrants().observe();
    }

    private String username(RealmModel realm, String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        return user == null ? null : user.getUsername();
    }

    private PasswordGrantLog log() {
        return ((AppKeyStoreFactory) session.getKeycloakSessionFactory().getProviderFactory(AppKeyStore.class))
                .passwordGrants();
    }
}
