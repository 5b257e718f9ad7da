package io.github.appkeys.core.power;

import java.util.Set;

/**
 * Says which roles give power over Keycloak.
 *
 * @param named the ids of the roles that role policies of the realm's admin permissions name. Whether such a policy is
 *              positive or negative, and whether a permission uses it, is not looked at: both can change later
 */
public record PowerRule(Set<String> named) {

    private static final String REALM_CLIENT_SUFFIX = "-realm";
    private static final Set<String> CLIENTS = Set.of("realm-management", "admin-permissions");
    private static final Set<String> REALM_ROLES = Set.of("admin", "create-realm");

    /** Copies the ids. */
    public PowerRule {
        named = Set.copyOf(named);
    }

    /**
     * A role as this rule sees it.
     *
     * @param id           its id
     * @param name         its name
     * @param client       the clientId of its client; null for a realm role
     * @param ofAdminRealm whether it is in the realm that manages all realms, {@code master}
     */
    public record Role(String id, String name, String client, boolean ofAdminRealm) {
    }

    /**
     * What a role by itself gives. Our own four roles belong to administrative clients.
     *
     * <p>A group that a group policy names makes none of the group's roles powerful: to have such a role is not to be a
     * member. Membership itself is looked at by {@link NamedAccounts}.
     */
    public RolePower of(Role role) {
        if (named.contains(role.id())) {
            return RolePower.NAMED;
        }
        return isAdministrative(role) ? RolePower.ADMINISTRATIVE : RolePower.NONE;
    }

    private static boolean isAdministrative(Role role) {
        if (role.client() == null) {
            return role.ofAdminRealm() && REALM_ROLES.contains(role.name());
        }
        return CLIENTS.contains(role.client()) || role.ofAdminRealm() && role.client().endsWith(REALM_CLIENT_SUFFIX);
    }
}
