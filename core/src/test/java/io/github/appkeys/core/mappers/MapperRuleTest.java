package io.github.appkeys.core.mappers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mappers are run for a list, and which need not be. */
class MapperRuleTest {

    @ParameterizedTest
    @CsvSource({
        "oidc-usermodel-realm-role-mapper,  realm_access.roles",
        "oidc-usermodel-client-role-mapper, resource_access.${client_id}.roles",
        "oidc-usermodel-realm-role-mapper,  groups",
        "oidc-usermodel-attribute-mapper,   tenant",
        "oidc-usermodel-property-mapper,    preferred_username",
        "oidc-usersessionmodel-note-mapper, clientHost",
        "oidc-hardcoded-claim-mapper,       permissions",
        "oidc-group-membership-mapper,      groups"})
    void couldNot(String type, String claim) {
        assertThat(MapperRule.couldAddRoles(type, Map.of("claim.name", claim))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oidc-audience-mapper", "oidc-audience-resolve-mapper", "oidc-allowed-origins-mapper",
        "oidc-acr-mapper", "oidc-sub-mapper", "oidc-full-name-mapper", "oidc-address-mapper"})
    void couldNotWhateverItsConfiguration(String type) {
        assertThat(MapperRule.couldAddRoles(type, Map.of("claim.name", "realm_access.roles"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "oidc-hardcoded-claim-mapper,       realm_access.roles",
        "oidc-hardcoded-claim-mapper,       realm_access",
        "oidc-hardcoded-claim-mapper,       resource_access.orders-api.roles",
        "oidc-hardcoded-claim-mapper,       realm\\_access.roles",
        "oidc-usermodel-attribute-mapper,   realm_access.roles",
        "oidc-usersessionmodel-note-mapper, ${name}.roles",
        "oidc-hardcoded-claim-mapper,       ' '",
        "oidc-usermodel-realm-role-mapper,  resource_access.orders-api.roles",
        "oidc-usermodel-client-role-mapper, resource_access.orders-api.roles",
        "oidc-usermodel-client-role-mapper, ${client_id}.roles",
        "oidc-hardcoded-role-mapper,        any",
        "oidc-role-name-mapper,             any",
        "script-of-another-extension,       any"})
    void could(String type, String claim) {
        assertThat(MapperRule.couldAddRoles(type, Map.of("claim.name", claim))).isTrue();
    }

    @Test
    void couldWhereItRenames() {
        Map<String, String> config = new HashMap<>(Map.of("claim.name", "realm_access.roles"));
        config.put("usermodel.realmRoleMapping.rolePrefix", "");
        assertThat(MapperRule.couldAddRoles("oidc-usermodel-realm-role-mapper", config)).isFalse();
        config.put("usermodel.realmRoleMapping.rolePrefix", "admin-");
        assertThat(MapperRule.couldAddRoles("oidc-usermodel-realm-role-mapper", config)).isTrue();
        assertThat(MapperRule.couldAddRoles("oidc-usermodel-client-role-mapper",
                Map.of("claim.name", "resource_access.${client_id}.roles",
                        "usermodel.clientRoleMapping.rolePrefix", "x"))).isTrue();
    }

    @Test
    void couldWhereTheClaimIsNotNamed() {
        assertThat(MapperRule.couldAddRoles("oidc-hardcoded-claim-mapper", Map.of())).isTrue();
    }
}
