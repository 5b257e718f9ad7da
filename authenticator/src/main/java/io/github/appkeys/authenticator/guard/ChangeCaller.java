package io.github.appkeys.authenticator.guard;

import io.github.appkeys.core.service.power.HandoutRights;
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
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * The caller who changes a client. Keycloak has verified the caller's token before. Initial and registration access
 * tokens of client registration have no user, so their callers have no rights here.
 */
final class ChangeCaller {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientCRUDContext change;

    ChangeCaller(KeycloakSession session, RealmModel realm, ClientCRUDContext change) {
        this.session = session;
        this.realm = realm;
        this.change = change;
    }

    /** Whether the caller has the role of a key manager. */
    boolean isKeyManager() {
        AdminPermissionEvaluator rights = rights();
        return rights != null && rights.hasOneAdminRole(AppKeyRoles.MANAGE);
    }

    /** Whether the caller may hand out the roles of a client. */
    boolean mayHandOut(ClientModel client) {
        return new HandoutRights(session, realm, rights()).mayHandOut(client);
    }

    private AdminPermissionEvaluator rights() {
        AdminAuth caller = administrator();
        try {
            return caller == null ? null : AdminPermissions.evaluator(session, realm, caller);
        } catch (ForbiddenException e) {
            // an administrator of another realm
            return null;
        }
    }

    private AdminAuth administrator() {
        if (change instanceof ClientSecretRotationContext) {
            // those of Keycloak 26.4 and 26.5 do not know the caller
            return ImportCaller.of(session);
        }
        UserModel user = change.getAuthenticatedUser();
        ClientModel client = change.getAuthenticatedClient();
        return user == null || client == null || !(change.getToken() instanceof AccessToken token) ? null
                : new AdminAuth(client.getRealm(), token, user, client);
    }
}
