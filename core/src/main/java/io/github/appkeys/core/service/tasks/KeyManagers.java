package io.github.appkeys.core.service.tasks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.appkeys.core.service.settings.AppKeyRoles;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.RealmManager;

/**
 * The key managers of a realm that an e-mail can reach: enabled users of this realm who have
 * {@link AppKeyRoles#MANAGE} or {@code realm-admin}, themselves or by a group of theirs.
 */
final class KeyManagers {

    /** How many get an e-mail at most. */
    static final int MAX = 20;

    private KeyManagers() {
    }

    /** Their e-mail addresses, at most {@value #MAX}. */
    static Set<String> addresses(KeycloakSession session, RealmModel realm) {
        ClientModel management = realm.getClientByClientId(new RealmManager(session).getRealmAdminClientId(realm));
        if (management == null) {
            return Set.of();
        }
        return Stream.of(AppKeyRoles.MANAGE, AdminRoles.REALM_ADMIN)
                .map(management::getRole).filter(Objects::nonNull)
                .flatMap(role -> members(session, realm, role).stream())
                .filter(user -> user.isEnabled() && user.getEmail() != null && !user.getEmail().isBlank())
                .map(UserModel::getEmail)
                .distinct().limit(MAX)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<UserModel> members(KeycloakSession session, RealmModel realm, RoleModel role) {
        Stream<UserModel> direct = session.users().getRoleMembersStream(realm, role, 0, MAX);
        Stream<UserModel> byGroup = session.groups().getGroupsByRoleStream(realm, role, 0, MAX)
                .flatMap(group -> session.users().getGroupMembersStream(realm, group, 0, MAX));
        return Stream.concat(direct, byGroup).toList();
    }
}
