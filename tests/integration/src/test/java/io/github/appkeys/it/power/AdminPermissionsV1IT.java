package io.github.appkeys.it.power;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.NamedRole;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first version of fine-grained admin permissions, which a server option switches on. */
@Tag("servers")
class AdminPermissionsV1IT {

    @Test
    void aKeyManagerMayNotLinkANamedRole() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        try (DistributionServer server = KeycloakExtension.startOwn("admin-permissions-v1", null,
                "--features=admin-fine-grained-authz:v1")) {
            TestRealm realm = TestRealm.enabled(server);
            String roles = realm.path("/clients/" + realm.clientUuid("orders-api") + "/roles");
            expect(201, realm.admin.post(roles, Map.of("name", "support")));
            String role = expect(200, realm.admin.get(roles + "/support")).field("id");
            String users = expect(200, realm.admin.put(realm.path("/users-management-permissions"),
                    Map.of("enabled", true))).json().path("scopePermissions").path("manage").asText();
            String authorization = realm.path("/clients/" + realm.clientUuid("realm-management")
                    + "/authz/resource-server");
            String policy = expect(201, realm.admin.post(authorization + "/policy/role",
                    Map.of("name", "support staff", "roles", List.of(Map.of("id", role))))).field("id");
            ObjectNode permission = (ObjectNode) expect(200, realm.admin.get(authorization
                    + "/permission/scope/" + users)).json();
            permission.putArray("policies").add(policy);
            expect(201, realm.admin.put(authorization + "/permission/scope/" + users, permission));
            TestPair powerful = realm.createPair("powerful");
            expect(204, realm.admin.post(powerful.path("/roles"), List.of(NamedRole.SUPPORT)));
            assertThat(resets(powerful)).isEqualTo(204);

            AdminApi manager = realm.administrator("manager", "a password", "manage-app-keys");
            TestPair pair = TestPair.of(realm, expect(201, manager.post(realm.path("/app-keys"),
                    Map.of("label", "mine"))).json());
            int linked = manager.post(pair.path("/roles"), List.of(NamedRole.SUPPORT)).status();

            expect(204, manager.post(pair.path("/roles"), List.of(Map.of("name", "catalog-viewer"))));
            assertThat(resets(pair)).isEqualTo(403);
            assertThat(linked).isEqualTo(403);
        }
    }

    private static int resets(TestPair pair) {
        String user = pair.realm().createUser("victim-of-" + pair.appKey().toLowerCase(), "the old password");
        return Http.request("PUT", pair.realm().server.url() + "/admin/realms"
                + pair.realm().path("/users/" + user + "/reset-password"))
                .header("Authorization", "Bearer " + expect(200, pair.exchange()).field("access_token"))
                .body("application/json", Json.text(Map.of("type", "password", "value", "mine", "temporary", false)))
                .send().status();
    }
}
