package io.github.appkeys.it.power;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.NamedRole;
import io.github.appkeys.it.support.ServerVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pair whose own service account, client or group a policy of the realm's admin permissions names. */
@ExtendWith(KeycloakExtension.class)
class NamedAccountIT {

    private static NamedRole named;
    private static TestRealm realm;
    private static AdminApi renewer;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        named = new NamedRole(server);
        realm = named.realm;
        renewer = realm.administrator("renewer", "a password", "renew-app-tokens", "manage-users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "client", "group", "group below"})
    void aRenewerGetsNoTokenForIt(String by) {
        TestPair pair = realm.linkedPair();
        expect(201, renewer.post(pair.path("/renewal"), Map.of("overlapSeconds", 0)));
        switch (by) {
            case "user" -> named.policy("user", Map.of("users", List.of(pair.serviceAccountUserId())));
            case "client" -> named.policy("client", Map.of("clients", List.of(pair.clientUuid())));
            default -> {
                String group = group("/groups", by);
                named.policy("group", Map.of("groups", List.of(Map.of("id", group, "extendChildren", true))));
                join(pair, by.equals("group") ? group : group("/groups/" + group + "/children", "child"));
            }
        }

        expect(403, renewer.post(pair.path("/renewal"), "{}"));
        TestPair renewed = pair.renewed("{}");
        // in Keycloak 26.4 a user policy never matches a service account
        if (!by.equals("user") || ServerVersion.isAtLeast(7)) {
            assertThat(named.resetsAPassword(renewed)).isTrue();
        }
    }

    @Test
    void aGroupBelowOneThatIsNamedAloneIsNot() {
        TestPair pair = realm.linkedPair();
        String group = group("/groups", "alone");
        named.policy("group", Map.of("groups", List.of(Map.of("id", group, "extendChildren", false))));
        join(pair, group("/groups/" + group + "/children", "child"));

        TestPair renewed = TestPair.of(realm, expect(201, renewer.post(pair.path("/renewal"), "{}")).json());
        assertThat(named.resetsAPassword(renewed)).isFalse();
    }

    private static void join(TestPair pair, String group) {
        expect(204, realm.admin.put(realm.path("/users/" + pair.serviceAccountUserId() + "/groups/" + group), ""));
    }

    private static String group(String path, String name) {
        String location = expect(201, realm.admin.post(realm.path(path), Map.of("name", name))).header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
