package io.github.appkeys.core.service.mappers;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.core.pair.RoleRef;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

/**
 * Reads the roles that a token says: those of {@code realm_access} and {@code resource_access}. A mapper of a claim
 * with one of these names makes a second member of that name in the JSON of the token (see OIDCAttributeMapperHelper),
 * and which of the two a reader takes is up to the reader, so both count.
 */
final class TokenRoles {

    private static final String REALM_ACCESS = "realm_access";
    private static final String RESOURCE_ACCESS = "resource_access";
    private static final String ROLES = "roles";

    private TokenRoles() {
    }

    static Set<RoleRef> of(AccessToken token) {
        Set<RoleRef> roles = new HashSet<>();
        add(roles, token.getRealmAccess(), null);
        token.getResourceAccess().forEach((client, access) -> add(roles, access, client));
        Map<String, Object> claims = token.getOtherClaims();
        add(roles, node(claims.get(REALM_ACCESS)).path(ROLES), null);
        node(claims.get(RESOURCE_ACCESS)).fields()
                .forEachRemaining(entry -> add(roles, entry.getValue().path(ROLES), entry.getKey()));
        return roles;
    }

    /** The roles of one client, or of the realm where the client is null. */
    static void add(Set<RoleRef> roles, AccessToken.Access access, String client) {
        if (access != null && access.getRoles() != null) {
            access.getRoles().forEach(name -> roles.add(new RoleRef(name, client)));
        }
    }

    private static void add(Set<RoleRef> roles, JsonNode names, String client) {
        if (names.isValueNode() && !names.isNull()) {
            roles.add(new RoleRef(names.asText(), client));
        }
        names.forEach(name -> roles.add(new RoleRef(name.asText(), client)));
    }

    private static JsonNode node(Object claim) {
        return JsonSerialization.mapper.valueToTree(claim);
    }
}
