package io.github.appkeys.core.service;

import io.github.appkeys.core.ApiClient;
import io.github.appkeys.core.AppKey;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.models.CibaConfig;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.OAuth2DeviceConfig;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * Makes the Keycloak client behind a pair: nothing on but the service account, no secret, and a service account without
 * any role, group or required action.
 */
final class ApiClientFactory {

    private final KeycloakSession session;
    private final RealmModel realm;

    ApiClientFactory(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** @throws ModelDuplicateException where the appKey is taken */
    ClientModel create(AppKey appKey, String label, String description) {
        String username = ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX + appKey;
        refuseTaken(appKey, username);
        ClientModel client = session.clients().addClient(realm, appKey.value());
        client.setName(label);
        client.setDescription(description);
        client.setEnabled(true);
        // adds the realm's default client scopes, too
        client.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        client.setClientAuthenticatorType(ApiClient.AUTHENTICATOR);
        client.setPublicClient(false);
        client.setBearerOnly(false);
        client.setConsentRequired(false);
        client.setFullScopeAllowed(true);
        switchFlowsOff(client);
        addServiceAccount(client, username);
        client.updateClient();
        return client;
    }

    private void refuseTaken(AppKey appKey, String username) {
        if (session.clients().getClientByClientId(realm, appKey.value()) != null) {
            throw new ModelDuplicateException("The appKey \"" + appKey + "\" is taken");
        }
        // Keycloak keeps user names in lower case, so appKeys that differ by case alone would share one
        if (session.users().getUserByUsername(realm, username) != null) {
            throw new ModelDuplicateException("The appKey \"" + appKey + "\" is taken by one that differs in upper and "
                    + "lower case only, or there is a user named \"" + username + "\"");
        }
    }

    private static void switchFlowsOff(ClientModel client) {
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setAttribute(OAuth2DeviceConfig.OAUTH2_DEVICE_AUTHORIZATION_GRANT_ENABLED, Boolean.FALSE.toString());
        client.setAttribute(CibaConfig.OIDC_CIBA_GRANT_ENABLED, Boolean.FALSE.toString());
    }

    /** ClientManager.enableServiceAccount would give it the realm's default roles. */
    private void addServiceAccount(ClientModel client, String username) {
        client.setServiceAccountsEnabled(true);
        UserModel account = session.users().addUser(realm, KeycloakModelUtils.generateId(), username, false, false);
        account.setEnabled(true);
        account.setServiceAccountClientLink(client.getId());
        ClientScopeModel scope = KeycloakModelUtils.getClientScopeByName(realm,
                ServiceAccountConstants.SERVICE_ACCOUNT_SCOPE);
        if (scope != null) {
            client.addClientScope(scope, true);
        }
    }
}
