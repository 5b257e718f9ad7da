package io.github.appkeys.authenticator.guard;

import io.github.appkeys.core.service.settings.AppKeyRoles;
import jakarta.ws.rs.ForbiddenException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** Tells who manages the app keys of a realm. */
final class KeyManagers {

    private KeyManagers() {
    }

    /**
     * Whether the caller is one. Keycloak has verified the caller's token by then. Those of client registration that
     * stand for nobody, initial and registration access tokens, make nobody a key manager.
     */
    static boolean isOne(KeycloakSession session, RealmModel realm, ClientCRUDContext context) {
        UserModel user = context.getAuthenticatedUser();
        ClientModel client = context.getAuthenticatedClient();
        if (user == null || client == null || !(context.getToken() instanceof AccessToken token)) {
            return false;
        }
        try {
            return AdminPermissions.evaluator(session, realm, new AdminAuth(client.getRealm(), token, user, client))
                    .hasOneAdminRole(AppKeyRoles.MANAGE);
        } catch (ForbiddenException e) {
            // an administrator of another realm
            return false;
        }
    }
}
