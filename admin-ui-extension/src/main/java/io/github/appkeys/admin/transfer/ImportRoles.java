package io.github.appkeys.admin.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.appkeys.admin.access.AppKeyPermissions;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.service.pairs.Roles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** Finds the roles of an import in the target realm. Each role is looked up once per import. */
final class ImportRoles {

    private record Known(Optional<RoleModel> role, boolean allowed) {
    }

    private final RealmModel realm;
    private final AppKeyPermissions permissions;
    private final Map<RoleRef, Known> known = new HashMap<>();

    ImportRoles(RealmModel realm, AppKeyPermissions permissions) {
        this.realm = realm;
        this.permissions = permissions;
    }

    /** @throws ImportRefusal if the realm lacks one of them, or the caller may not link it */
    List<RoleModel> find(List<RoleRef> names) {
        List<RoleModel> roles = new ArrayList<>();
        for (RoleRef name : names) {
            Known found = known.computeIfAbsent(name, this::find);
            roles.add(found.role().orElseThrow(() -> new ImportRefusal(ImportReport.Outcome.NO_SUCH_ROLE,
                    "the realm has no " + words(name))));
            if (!found.allowed()) {
                throw new ImportRefusal(ImportReport.Outcome.ROLE_NOT_ALLOWED, "you may not link the " + words(name));
            }
        }
        return roles;
    }

    /**
     * The holder of an appToken can use all roles that the client has already.
     *
     * @throws ImportRefusal if the caller may not map one of them
     */
    void requireHeld(ClientModel client) {
        if (!permissions.mayMapHeld(client)) {
            throw new ImportRefusal(ImportReport.Outcome.ROLE_NOT_ALLOWED, "its client is there without a pair, and "
                    + "has a role that you may not link");
        }
    }

    private Known find(RoleRef name) {
        Optional<RoleModel> role = Roles.find(realm, name).or(() -> defaultRole(name));
        return new Known(role, role.filter(found -> permissions.mayMap(List.of(found))).isPresent());
    }

    /** An adopted client has the default role of its realm, and the name of that role contains the realm's name. */
    private Optional<RoleModel> defaultRole(RoleRef name) {
        boolean isDefault = name.client() == null
                && name.name().startsWith(Constants.DEFAULT_ROLES_ROLE_PREFIX + "-");
        return isDefault ? Optional.ofNullable(realm.getDefaultRole()) : Optional.empty();
    }

    /** Does not quote a name that could be an appToken in the wrong field. */
    private static String words(RoleRef role) {
        if (AppToken.looksLikeOne(role.name()) || AppToken.looksLikeOne(role.client())) {
            return "role of this name";
        }
        return "role \"" + role.name() + "\""
                + (role.client() == null ? "" : " of the client \"" + role.client() + "\"");
    }
}
