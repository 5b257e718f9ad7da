package io.github.appkeys.admin;

import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.service.pairs.Roles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * A role that could be linked.
 *
 * @param name        the name of the role
 * @param client      the clientId of the client it belongs to; null for a realm role
 * @param description its description, or a message key like {@code ${role_view-users}}; null if it has none
 */
@JsonInclude
record AvailableRole(String name, String client, String description) {

    static AvailableRole of(RoleModel role) {
        RoleRef named = Roles.ref(role);
        return new AvailableRole(named.name(), named.client(), role.getDescription());
    }

    /**
     * All roles of a realm, those of clients first, by client and name.
     *
     * @param search a part of the role's name or its client's clientId, or of a realm role's description; null for all
     */
    static Stream<RoleModel> search(KeycloakSession session, RealmModel realm, String search) {
        String text = search == null ? "" : search;
        // read to the end: Keycloak 26.4 cannot load what a composite role contains in between
        return Stream.concat(
                session.roles().searchForClientRolesStream(realm, text, Stream.empty(), null, null),
                session.roles().searchForRolesStream(realm, text, null, null)).toList().stream();
    }
}
