package io.github.appkeys.core.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerRuleTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        manage-users,     realm-management,  false, ADMINISTRATIVE
        manage-app-keys,  realm-management,  false, ADMINISTRATIVE
        uma_protection,   admin-permissions, false, ADMINISTRATIVE
        manage-users,     shop-realm,        true,  ADMINISTRATIVE
        manage-users,     shop-realm,        false, NONE
        orders:read,      orders-api,        false, NONE
        realm-management, orders-api,        false, NONE
        admin,            ,                  true,  ADMINISTRATIVE
        create-realm,     ,                  true,  ADMINISTRATIVE
        admin,            ,                  false, NONE
        admin,            orders-api,        true,  NONE
        offline_access,   ,                  true,  NONE
        """)
    void aRoleGivesPowerByItsClientOrItsName(String name, String client, boolean ofAdminRealm, RolePower power) {
        assertThat(new PowerRule(Set.of()).of(new PowerRule.Role("id", name, client, ofAdminRealm))).isEqualTo(power);
        assertThat(new PowerRule(Set.of("other")).of(new PowerRule.Role("id", name, client, ofAdminRealm)))
                .isEqualTo(power);
        assertThat(new PowerRule(Set.of("id")).of(new PowerRule.Role("id", name, client, ofAdminRealm)))
                .isEqualTo(RolePower.NAMED);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        NONE,           false, false, true
        ADMINISTRATIVE, false, true,  false
        ADMINISTRATIVE, true,  false, true
        NAMED,          true,  false, false
        NAMED,          false, true,  false
        NAMED,          true,  true,  true
        """)
    void morePowerNeedsMoreRights(RolePower power, boolean mayMap, boolean managesRealm, boolean allowed) {
        assertThat(power.mayHandOut(() -> mayMap, () -> managesRealm)).isEqualTo(allowed);
    }
}
