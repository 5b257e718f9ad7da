package io.github.appkeys.core.store;

import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.PairStore;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Follows the changes of clients and realms, by our REST API, the console's client page, kcadm.sh or an import.
 */
public final class PairLifecycle implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            clientUpdated(updated.getKeycloakSession(), updated.getUpdatedClient());
        } else if (event instanceof ClientModel.ClientRemovedEvent removed) {
            store(removed.getKeycloakSession()).remove(removed.getClient().getId());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            store(removed.getKeycloakSession()).removeRealm(removed.getRealm().getId());
        }
    }

    private static void clientUpdated(KeycloakSession session, ClientModel client) {
        if (!ApiClient.isAuthenticator(client.getClientAuthenticatorType())) {
            return;
        }
        if (client.getSecret() != null) {
            // RepresentationToModel.updateClient gives a secret to every confidential client that has none
            client.setSecret(null);
        }
        store(session).setDisabledAt(client.getId(), client.isEnabled() ? null : KeycloakClock.now());
    }

    private static PairStore store(KeycloakSession session) {
        return session.getProvider(AppKeyStore.class).pairs();
    }
}
