package io.github.appkeys.core.service.pairs;

import java.util.Optional;

import io.github.appkeys.core.pair.RoleRef;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** Roles of Keycloak by name, and back. */
public final class Roles {

    private Roles() {
    }

    /** The name of a role. */
    public static RoleRef ref(RoleModel role) {
        return new RoleRef(role.getName(),
                role.getContainer() instanceof ClientModel client ? client.getClientId() : null);
    }

    /** The role of this name in a realm; empty if the realm, or the client, has no such role. */
    public static Optional<RoleModel> find(RealmModel realm, RoleRef ref) {
        if (ref.client() == null) {
            return Optional.ofNullable(realm.getRole(ref.name()));
        }
        return Optional.ofNullable(realm.getClientByClientId(ref.client())).map(client -> client.getRole(ref.name()));
    }
}
