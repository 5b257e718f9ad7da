package io.github.appkeys.core.service.pairs;

import java.util.Optional;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.AppKey;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.CibaConfig;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.OAuth2DeviceConfig;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.storage.UserStoragePrivateUtil;

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

    /**
     * What was made.
     *
     * @param account the service account of the client
     */
    record Made(ClientModel client, UserModel account) {
    }

    /**
     * @throws ModelDuplicateException where the appKey is taken
     * @throws InvalidValueException   where it is reserved for Keycloak
     */
    Made create(AppKey appKey, String label, String description) {
        requireFree(appKey);
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
        UserModel account = new ServiceAccounts(session).add(client);
        client.updateClient();
        return new Made(client, account);
    }

    /**
     * @throws ModelDuplicateException where the appKey is taken
     * @throws InvalidValueException   where it is reserved for Keycloak
     */
    void requireFree(AppKey appKey) {
        refuseInternal(realm, appKey);
        refuseTaken(appKey, ServiceAccounts.username(appKey.value()));
    }

    /**
     * An orphan that can get a pair again; see {@link ApiClients#isOrphan}.
     *
     * @return empty where there is no client of this name, or one that cannot be an orphan
     * @throws ModelDuplicateException where it has no service account, and another user has the name of it
     */
    Optional<ClientModel> orphan(AppKey appKey) {
        ClientModel client = session.clients().getClientByClientId(realm, appKey.value());
        // some databases compare without regard to case
        if (client == null || !appKey.value().equals(client.getClientId()) || !ApiClients.isOrphan(session, client)) {
            return Optional.empty();
        }
        if (session.users().getServiceAccount(client) == null) {
            refuseTakenAccount(appKey, ServiceAccounts.username(appKey.value()));
        }
        return Optional.of(client);
    }

    /** Keycloak takes whatever client has such a name for its own when it sets up a realm. */
    static void refuseInternal(RealmModel realm, AppKey appKey) {
        boolean managesRealm = Config.getAdminRealm().equals(realm.getName())
                && appKey.value().endsWith(AdminRoles.APP_SUFFIX);
        if (managesRealm || Constants.defaultClients.contains(appKey.value())) {
            throw new InvalidValueException(
                    "The appKey \"" + appKey + "\" is reserved for a client of Keycloak itself");
        }
    }

    private void refuseTaken(AppKey appKey, String username) {
        if (session.clients().getClientByClientId(realm, appKey.value()) != null) {
            throw new ModelDuplicateException("The appKey \"" + appKey + "\" is taken");
        }
        refuseTakenAccount(appKey, username);
    }

    private void refuseTakenAccount(AppKey appKey, String username) {
        // Keycloak keeps user names in lower case, so appKeys that differ by case alone would share one. Service
        // accounts are local users: no federation provider is asked, since one may be slow or down
        if (UserStoragePrivateUtil.userLocalStorage(session).getUserByUsername(realm, username) != null) {
            throw new ModelDuplicateException("The appKey \"" + appKey + "\" is taken by one that differs in upper and "
                    + "lower case only, or there is a user named \"" + username + "\"");
        }
    }

    /**
     * Gives a client that is there already the settings of an API client, and a service account where it has none. It
     * keeps its roles and all other settings.
     *
     * @return its service account
     */
    static UserModel protect(KeycloakSession session, ClientModel client) {
        client.setClientAuthenticatorType(ApiClient.AUTHENTICATOR);
        client.setSecret(null);
        OIDCClientSecretConfigWrapper.fromClientModel(client).removeClientSecretRotationInfo();
        switchFlowsOff(client);
        client.setServiceAccountsEnabled(true);
        UserModel account = new ServiceAccounts(session).of(client);
        client.updateClient();
        return account;
    }

    private static void switchFlowsOff(ClientModel client) {
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setAttribute(OAuth2DeviceConfig.OAUTH2_DEVICE_AUTHORIZATION_GRANT_ENABLED, Boolean.FALSE.toString());
        client.setAttribute(CibaConfig.OIDC_CIBA_GRANT_ENABLED, Boolean.FALSE.toString());
        // no pair can use a refresh token, and Keycloak would store a session for each exchange
        client.setAttribute(OIDCConfigAttributes.USE_REFRESH_TOKEN_FOR_CLIENT_CREDENTIALS_GRANT,
                Boolean.FALSE.toString());
    }
}
