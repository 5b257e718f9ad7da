package io.github.appkeys.core.service.diagnosis;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.service.pairs.Roles;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** Names roles as people write them, in the form of {@link RoleRef#text()}. */
final class RoleName {

    private RoleName() {
    }

    static String of(RoleModel role) {
        return Roles.ref(role).text();
    }

    static String of(Collection<RoleModel> roles) {
        return roles.stream().map(RoleName::of).sorted().collect(Collectors.joining(", "));
    }

    /** The first role of the realm that the text may mean, in the order of {@link RoleRef#meantBy}. */
    static Optional<RoleModel> find(RealmModel realm, String text) {
        return RoleRef.meantBy(text).flatMap(ref -> Roles.find(realm, ref).stream()).findFirst();
    }
}
