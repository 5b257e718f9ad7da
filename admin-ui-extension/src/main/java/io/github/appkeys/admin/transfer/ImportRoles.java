package io.github.appkeys.admin.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.appkeys.admin.access.AppKeyPermissions;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** Finds the roles of an import in the realm it goes to. Each is looked up once, however many pairs have it. */
final class ImportRoles {

    private record Known(Optional<RoleModel> role, boolean allowed) {
    }

    private final RealmModel realm;
    private final AppKeyPermissions permissions;
    private final Map<Pair.LinkedRole, Known> known = new HashMap<>();

    ImportRoles(RealmModel realm, AppKeyPermissions permissions) {
        this.realm = realm;
        this.permissions = permissions;
    }

    /** @throws ImportRefusal where the realm lacks one of them, or the caller may not link it */
    List<RoleModel> find(List<Pair.LinkedRole> names) {
        List<RoleModel> roles = new ArrayList<>();
        for (Pair.LinkedRole name : names) {
            Known found = known.computeIfAbsent(name, this::find);
            roles.add(found.role().orElseThrow(() -> new ImportRefusal(ImportReport.Outcome.NO_SUCH_ROLE,
                    "the realm has no " + words(name))));
            if (!found.allowed()) {
                throw new ImportRefusal(ImportReport.Outcome.ROLE_NOT_ALLOWED, "you may not link the " + words(name));
            }
        }
        return roles;
    }

    private Known find(Pair.LinkedRole name) {
        Optional<RoleModel> role = name.client() == null ? realmRole(name.name())
                : Optional.ofNullable(realm.getClientByClientId(name.client()))
                        .map((ClientModel c) -> c.getRole(name.name()));
        return new Known(role, role.filter(found -> permissions.mayMap(List.of(found))).isPresent());
    }

    /** A client that was adopted has the default role of its realm, which has another name in each realm. */
    private Optional<RoleModel> realmRole(String name) {
        return Optional.ofNullable(realm.getRole(name)).or(() -> Optional.ofNullable(realm.getDefaultRole())
                .filter(role -> name.startsWith(Constants.DEFAULT_ROLES_ROLE_PREFIX + "-")));
    }

    /** Never what could be an appToken in the wrong place. */
    private static String words(Pair.LinkedRole role) {
        if (AppToken.looksLikeOne(role.name()) || AppToken.looksLikeOne(role.client())) {
            return "role of this name";
        }
        return "role \"" + role.name() + "\""
                + (role.client() == null ? "" : " of the client \"" + role.client() + "\"");
    }
}
