package io.github.appkeys.authenticator.guard;

import io.github.appkeys.core.service.settings.AppKeyRoles;
import jakarta.ws.rs.ForbiddenException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.context.ClientSecretRotationContext;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** Finds out whether a caller is a key manager of a realm. */
final class KeyManagers {

    private KeyManagers() {
    }

    /**
     * Whether the caller has the role of a key manager. Keycloak has verified the caller's token before. Initial and
     * registration access tokens of client registration have no user, so their callers are not key managers.
     */
    static boolean isOne(KeycloakSession session, RealmModel realm, ClientCRUDContext context) {
        if (context instanceof ClientSecretRotationContext) {
            // those of Keycloak 26.4 and 26.5 do not know the caller
            return isOne(session, realm, ImportCaller.of(session));
        }
        UserModel user = context.getAuthenticatedUser();
        ClientModel client = context.getAuthenticatedClient();
        if (user == null || client == null || !(context.getToken() instanceof AccessToken token)) {
            return false;
        }
        return isOne(session, realm, new AdminAuth(client.getRealm(), token, user, client));
    }

    private static boolean isOne(KeycloakSession session, RealmModel realm, AdminAuth caller) {
        try {
            return AdminPermissions.evaluator(session, realm, caller).hasOneAdminRole(AppKeyRoles.MANAGE);
        } catch (ForbiddenException e) {
            // an administrator of another realm
            return false;
        }
    }
}
