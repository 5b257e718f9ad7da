package io.github.appkeys.core.service.pairs;

import java.util.List;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/** Links roles to an appKey: maps them to its service account. */
public final class RoleLinks {

    private final UserModel serviceAccount;

    /** Creates the service account anew where it was deleted. */
    public RoleLinks(KeycloakSession session, ClientModel client) {
        this(new ServiceAccounts(session).of(client));
    }

    RoleLinks(UserModel serviceAccount) {
        this.serviceAccount = serviceAccount;
    }

    /** Links roles; those that are linked already stay so. */
    public void link(List<RoleModel> roles) {
        roles.forEach(serviceAccount::grantRole);
    }

    /** Unlinks roles; those that are not linked stay so. */
    public void unlink(List<RoleModel> roles) {
        roles.forEach(serviceAccount::deleteRoleMapping);
    }

    /** The roles that a pair has: those that are linked, and those that its service account has by its groups. */
    public static List<RoleModel> held(KeycloakSession session, ClientModel client) {
        UserModel account = session.users().getServiceAccount(client);
        return account == null ? List.of() : List.copyOf(RoleUtils.getDeepUserRoleMappings(account));
    }

    /** Whether a pair has any role, as {@link #held} says. Answered from Keycloak's user cache. */
    public static boolean anyHeld(KeycloakSession session, ClientModel client) {
        UserModel account = session.users().getServiceAccount(client);
        return account != null && (account.getRoleMappingsStream().findAny().isPresent()
                || !RoleUtils.getDeepUserRoleMappings(account).isEmpty());
    }
}
