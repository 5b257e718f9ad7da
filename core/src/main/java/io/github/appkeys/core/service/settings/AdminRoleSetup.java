package io.github.appkeys.core.service.settings;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * Puts our four roles beside Keycloak's own: into the realm's {@code realm-management} and into master's client for the
 * realm, where administrators of master get their rights from (see RealmManager.setupRealmAdminManagement).
 *
 * <p>Each of them contains {@code query-realms}: Keycloak's console loads the realm first, and the server refuses that
 * to those who hold none of its own admin roles (see RealmAdminResource.getRealm). This one shows a realm's name only.
 */
final class AdminRoleSetup {

    private AdminRoleSetup() {
    }

    /** Adds the roles. Idempotent. */
    static void add(KeycloakSession session, RealmModel realm) {
        ClientModel masterClient = realm.getMasterAdminClient();
        RoleModel masterAdmin = masterClient.getRealm().getRole(AdminRoles.ADMIN);
        add(masterClient, masterAdmin);
        ClientModel realmManagement = session.clients()
                .getClientByClientId(realm, Constants.REALM_MANAGEMENT_CLIENT_ID);
        if (realmManagement != null) {
            add(realmManagement, realmManagement.getRole(AdminRoles.REALM_ADMIN));
        }
    }

    /** Whether all four roles are there. */
    static boolean isComplete(KeycloakSession session, RealmModel realm) {
        ClientModel realmManagement = session.clients()
                .getClientByClientId(realm, Constants.REALM_MANAGEMENT_CLIENT_ID);
        return hasAll(realm.getMasterAdminClient()) && (realmManagement == null || hasAll(realmManagement));
    }

    private static boolean hasAll(ClientModel client) {
        return AppKeyRoles.ALL.stream().allMatch(name -> client.getRole(name) != null);
    }

    private static void add(ClientModel client, RoleModel admin) {
        for (String name : AppKeyRoles.ALL) {
            contain(admin, role(client, name));
        }
        for (String name : AppKeyRoles.CONTAINING_VIEW) {
            contain(client.getRole(name), client.getRole(AppKeyRoles.VIEW));
        }
        for (String name : AppKeyRoles.OPENING_CONSOLE) {
            contain(client.getRole(name), client.getRole(AdminRoles.QUERY_REALMS));
        }
    }

    private static RoleModel role(ClientModel client, String name) {
        RoleModel role = client.getRole(name);
        if (role == null) {
            role = client.addRole(name);
            role.setDescription("${role_" + name + "}");
        }
        return role;
    }

    private static void contain(RoleModel composite, RoleModel role) {
        if (composite != null && role != null && composite.getCompositesStream().noneMatch(role::equals)) {
            composite.addCompositeRole(role);
        }
    }
}
