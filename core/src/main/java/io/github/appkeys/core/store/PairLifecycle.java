package io.github.appkeys.core.store;

import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.PairStore;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Follows the changes of clients and realms, by our REST API, the console's client page, kcadm.sh or an import.
 */
public final class PairLifecycle implements ProviderEventListener {

    private static final String REFRESH_TOKENS = OIDCConfigAttributes.USE_REFRESH_TOKEN_FOR_CLIENT_CREDENTIALS_GRANT;

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
        if (Boolean.parseBoolean(client.getAttribute(REFRESH_TOKENS))) {
            // no pair can use a refresh token, and Keycloak would store a session for each exchange
            client.setAttribute(REFRESH_TOKENS, Boolean.FALSE.toString());
        }
        boolean enabled = client.isEnabled();
        if (store(session).setDisabledAt(client.getId(), enabled ? null : KeycloakClock.now())) {
            new PairHistory(session).note(client.getId(), enabled ? Act.ENABLED : Act.DISABLED, null);
        }
    }

    private static PairStore store(KeycloakSession session) {
        return session.getProvider(AppKeyStore.class).pairs();
    }
}
