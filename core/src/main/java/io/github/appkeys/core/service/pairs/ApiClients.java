package io.github.appkeys.core.service.pairs;

import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.store.AppKeyStore;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

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
     * Whether the client is an API client without a pair, as after a restore of Keycloak's data alone. It cannot be
     * exchanged, and an import can give it its pair again.
     */
    public static boolean isOrphan(KeycloakSession session, ClientModel client) {
        return isUsable(client) && OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol())
                && !session.getProvider(AppKeyStore.class).pairs().hasPair(client.getId());
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
