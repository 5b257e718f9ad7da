package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleRefTest {

    @Test
    void textNamesTheClientOfAClientRole() {
        assertThat(new RoleRef("auditor", null).text()).isEqualTo("auditor");
        assertThat(new RoleRef("view-orders", "shop").text()).isEqualTo("shop:view-orders");
    }

    @Test
    void aTextWithoutColonMeansARealmRole() {
        assertThat(RoleRef.meantBy("auditor")).containsExactly(new RoleRef("auditor", null));
    }

    @Test
    void aTextWithColonsMayMeanSeveralRoles() {
        assertThat(RoleRef.meantBy("urn:shop:view")).containsExactly(new RoleRef("shop:view", "urn"),
                new RoleRef("view", "urn:shop"), new RoleRef("urn:shop:view", null));
    }

    @Test
    void theTextOfARoleMeansThatRoleToo() {
        for (RoleRef role : new RoleRef[] {new RoleRef("a:b", null), new RoleRef("a:b", "c:d")}) {
            assertThat(RoleRef.meantBy(role.text())).contains(role);
        }
    }
}
