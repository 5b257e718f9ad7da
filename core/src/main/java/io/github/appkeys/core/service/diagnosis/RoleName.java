package io.github.appkeys.core.service.diagnosis;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** Names roles as people write them: {@code name} for a realm role, {@code clientId:name} for one of a client. */
final class RoleName {

    private static final char SEPARATOR = ':';

    private RoleName() {
    }

    static String of(RoleModel role) {
        return role.getContainer() instanceof ClientModel client
                ? client.getClientId() + SEPARATOR + role.getName() : role.getName();
    }

    static String of(Collection<RoleModel> roles) {
        return roles.stream().map(RoleName::of).sorted().collect(Collectors.joining(", "));
    }

    /** Both clientIds and roles may have colons in them: the first way to read the text that leads to a role counts. */
    static Optional<RoleModel> find(RealmModel realm, String name) {
        return IntStream.range(0, name.length()).filter(i -> name.charAt(i) == SEPARATOR)
                .mapToObj(i -> clientRole(realm, name.substring(0, i), name.substring(i + 1)))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(realm.getRole(name)));
    }

    private static RoleModel clientRole(RealmModel realm, String clientId, String name) {
        ClientModel client = realm.getClientByClientId(clientId);
        return client == null ? null : client.getRole(name);
    }
}
