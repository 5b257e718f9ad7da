package io.github.appkeys.core.mappers;

import java.util.Map;
import java.util.Set;

/**
 * Tells by its type and configuration whether a protocol mapper could put a role into a token that the pair does not
 * have. To run the mappers of each pair of a list would be slow, and most cannot.
 */
public final class MapperRule {

    /** Mappers of Keycloak that write claims of their own only, none of which says roles. */
    private static final Set<String> OTHER_CLAIMS = Set.of("oidc-full-name-mapper", "oidc-address-mapper",
            "oidc-audience-mapper", "oidc-audience-resolve-mapper", "oidc-allowed-origins-mapper", "oidc-acr-mapper",
            "oidc-amr-mapper", "oidc-sub-mapper", "oidc-session-state-mapper", "oidc-nonce-backwards-compatible-mapper",
            "oidc-sha256-pairwise-sub-mapper");

    /** Mappers of Keycloak that write the claim that they are told to. */
    private static final Set<String> CHOSEN_CLAIM = Set.of("oidc-usermodel-attribute-mapper",
            "oidc-usermodel-property-mapper", "oidc-usersessionmodel-note-mapper", "oidc-hardcoded-claim-mapper",
            "oidc-group-membership-mapper", "oidc-organization-membership-mapper");

    /** Mappers of Keycloak that write the roles that the pair has, with the claim in which a service looks for them. */
    private static final Map<String, String> OWN_ROLES = Map.of(
            "oidc-usermodel-realm-role-mapper", "realm_access.roles",
            "oidc-usermodel-client-role-mapper", "resource_access.${client_id}.roles");

    private static final Set<String> PREFIXES = Set.of("usermodel.realmRoleMapping.rolePrefix",
            "usermodel.clientRoleMapping.rolePrefix");

    private MapperRule() {
    }

    /**
     * Whether a mapper could add a role. Those of other extensions could.
     *
     * @param type   the id of the kind of mapper
     * @param config its configuration
     */
    public static boolean couldAddRoles(String type, Map<String, String> config) {
        if (OTHER_CLAIMS.contains(type)) {
            return false;
        }
        String claim = config.get("claim.name");
        if (CHOSEN_CLAIM.contains(type)) {
            return !isOther(claim);
        }
        if (!OWN_ROLES.containsKey(type)) {
            return true;
        }
        boolean renames = PREFIXES.stream().map(config::get).anyMatch(prefix -> prefix != null && !prefix.isEmpty());
        return !isOther(claim) && (renames || !OWN_ROLES.get(type).equals(claim));
    }

    /** Whether no reader of a token looks for roles in a claim. Names with variables could become any. */
    private static boolean isOther(String claim) {
        return claim != null && !claim.isBlank() && !claim.contains("_access") && !claim.contains("${")
                && !claim.contains("\\");
    }
}
