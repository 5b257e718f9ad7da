package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/**
 * A realm with fine-grained admin permissions (version 2) in which the role {@code support} of {@code orders-api} may
 * manage users, since a role policy names it. By its name and its client it is a role like any other.
 */
public final class NamedRole {

    /** The role, as calls of ours name it. */
    public static final Map<String, ?> SUPPORT = Map.of("name", "support", "client", "orders-api");
    /** A realm role that contains a realm role that contains it. */
    public static final Map<String, ?> OUTER = Map.of("name", "outer");

    private static final String VICTIM_PASSWORD = "the old password";

    public final TestRealm realm;
    private final String victim;
    private final List<String> policies = new ArrayList<>();
    private String staff;

    public NamedRole(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        expect(201, realm.admin.post(realm.path(clientRoles()), Map.of("name", "support")));
        for (String role : List.of("inner", "outer")) {
            expect(201, realm.admin.post(realm.path("/roles"), Map.of("name", role)));
        }
        contain("inner", support());
        contain("outer", realm.admin.get(realm.path("/roles/inner")).json());
        victim = realm.createUser("realm-administrator", VICTIM_PASSWORD);
        expect(204, realm.admin.put(realm.path(""), Map.of("adminPermissionsEnabled", true)));
        policy("role", Map.of("roles", List.of(Map.of("id", support().path("id").asText()))));
    }

    /** Lets those that a policy matches manage all users, too. One of several permissions would not be enough. */
    public void policy(String type, Map<String, ?> who) {
        Map<String, Object> policy = new HashMap<>(who);
        policy.put("name", type + " " + UUID.randomUUID());
        policies.add(expect(201, realm.admin.post(authorization("/policy/" + type), policy)).field("id"));
        Map<String, ?> anyOfThem = Map.of("name", "staff", "policies", policies, "decisionStrategy", "AFFIRMATIVE");
        if (policies.size() > 1) {
            expect(201, realm.admin.put(authorization("/policy/aggregate/" + staff), anyOfThem));
        } else {
            staff = expect(201, realm.admin.post(authorization("/policy/aggregate"), anyOfThem)).field("id");
            expect(201, realm.admin.post(authorization("/permission/scope"), Map.of("name", "staff manages users",
                    "resourceType", "Users", "scopes", List.of("view", "manage"), "policies", List.of(staff))));
        }
    }

    /** The role as Keycloak shows it. */
    public JsonNode support() {
        return expect(200, realm.admin.get(realm.path(clientRoles() + "/support"))).json();
    }

    /** A pair with a role, which the first administrator has linked. */
    public TestPair powerful(Map<String, ?> role) {
        TestPair pair = realm.createPair("powerful");
        expect(204, realm.admin.post(pair.path("/roles"), List.of(role)));
        return pair;
    }

    /** What an attacker wants: a token of the pair, and with it another password for an administrator. */
    public boolean resetsAPassword(TestPair pair) {
        Http.Response token = pair.exchange();
        return token.status() == 200 && Http.request("PUT", realm.server.url() + "/admin/realms"
                + realm.path("/users/" + victim + "/reset-password"))
                .header("Authorization", "Bearer " + token.field("access_token"))
                .body("application/json", Json.text(Map.of("type", "password", "value", "mine", "temporary", false)))
                .send().status() == 204;
    }

    private void contain(String composite, JsonNode role) {
        expect(204, realm.admin.post(realm.path("/roles/" + composite + "/composites"), List.of(role)));
    }

    private String clientRoles() {
        return "/clients/" + realm.clientUuid("orders-api") + "/roles";
    }

    private String authorization(String rest) {
        return realm.path("/clients/" + realm.clientUuid("admin-permissions") + "/authz/resource-server" + rest);
    }
}
