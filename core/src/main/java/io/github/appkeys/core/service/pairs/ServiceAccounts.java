package io.github.appkeys.core.service.pairs;

import io.github.appkeys.core.store.AppKeyStore;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The service account of an API client: a user without roles, groups and required actions, unless they are added. */
final class ServiceAccounts {

    private final KeycloakSession session;

    ServiceAccounts(KeycloakSession session) {
        this.session = session;
    }

    static String username(String appKey) {
        return ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX + appKey;
    }

    /** The service account of a client; a new one where it was deleted. */
    UserModel of(ClientModel client) {
        UserModel account = session.users().getServiceAccount(client);
        if (account == null) {
            account = add(client);
            session.getProvider(AppKeyStore.class).pairs().setAccount(client.getId(), account.getId());
        }
        return account;
    }

    /** ClientManager.enableServiceAccount would give it the realm's default roles. */
    UserModel add(ClientModel client) {
        RealmModel realm = client.getRealm();
        client.setServiceAccountsEnabled(true);
        UserModel account = session.users().addUser(realm, KeycloakModelUtils.generateId(),
                username(client.getClientId()), false, false);
        account.setEnabled(true);
        account.setServiceAccountClientLink(client.getId());
        ClientScopeModel scope = KeycloakModelUtils.getClientScopeByName(realm,
                ServiceAccountConstants.SERVICE_ACCOUNT_SCOPE);
        if (scope != null) {
            client.addClientScope(scope, true);
        }
        return account;
    }
}
