package io.github.appkeys.core.service.pairs;

import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.store.AppKeyStore;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** Whether a Keycloak client is an API client. The one place that answers this. */
public final class ApiClients {

    private ApiClients() {
    }

    /**
     * Whether a pair can be exchanged with the client as it is: it authenticates with an app key and is confidential.
     * The same as the store's status of a pair.
     *
     * @param client null where there is none
     */
    public static boolean isUsable(ClientModel client) {
        return client != null && !client.isPublicClient()
                && ApiClient.isAuthenticator(client.getClientAuthenticatorType());
    }

    /**
     * Whether the client is to be protected as an API client: it authenticates with an app key, or it has a pair and
     * an administrator gave it another client authenticator since. One query for other clients, unless the session
     * knows the answer.
     */
    public static boolean isOne(KeycloakSession session, ClientModel client) {
        return ApiClient.isAuthenticator(client.getClientAuthenticatorType())
                || session.getProvider(AppKeyStore.class).pairs().hasPair(client.getId());
    }
}
