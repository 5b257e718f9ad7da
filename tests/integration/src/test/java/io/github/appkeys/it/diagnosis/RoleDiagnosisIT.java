package io.github.appkeys.it.diagnosis;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Clients;
import io.github.appkeys.it.support.Diagnosed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Causes in roles and client scopes: named until the access token holds the required roles. */
@ExtendWith(KeycloakExtension.class)
class RoleDiagnosisIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void noRoleIsLinked(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair pair = own.createPair("bare");
        expect(400, pair.exchange());
        Diagnosed.of(pair).assertRefusedFor("NO_ROLE");

        own.settings(Map.of("requireRole", false));
        expect(200, pair.exchange());
        Diagnosed.of(pair).assertHealthy();
        own.settings(Map.of("requireRole", true));
        pair.link("orders:read");

        Diagnosed.assertWorksAgain(pair);
    }

    @Test
    void rolesOfCompositesAndGroupsAreListed(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair pair = own.createPair("inherits");
        expect(201, own.admin.post(own.path("/roles"), Map.of("name", "clerk")));
        expect(204, own.admin.post(own.path("/roles/clerk/composites"), List.of(role(own, "orders:read"))));
        expect(204, own.admin.post(pair.path("/roles"), List.of(Map.of("name", "clerk"))));
        expect(201, own.admin.post(own.path("/groups"), Map.of("name", "robots")));
        String group = own.admin.get(own.path("/groups")).json().path(0).path("id").asText();
        expect(204, own.admin.post(own.path("/groups/" + group + "/role-mappings/realm"),
                List.of(own.admin.get(own.path("/roles/catalog-viewer")).json())));
        expect(204, own.admin.put(own.path("/users/" + pair.serviceAccountUserId() + "/groups/" + group), Map.of()));

        Diagnosed diagnosed = Diagnosed.of(pair, Map.of("requiredRoles", List.of("clerk", "orders-api:orders:read",
                "catalog-viewer")));

        diagnosed.assertHealthy();
        assertThat(diagnosed.message("NO_ROLE")).isEqualTo("Roles are linked: clerk");
        assertThat(diagnosed.message("INHERITED_ROLES")).endsWith("come, too: catalog-viewer, orders-api:orders:read");
    }

    @Test
    void aRequiredRoleIsMissing() {
        TestPair pair = realm.linkedPair();
        expect(201, realm.admin.post(realm.path("/roles"), Map.of("name", "order-writer")));
        expect(204, realm.admin.post(realm.path("/roles/order-writer/composites"),
                List.of(role(realm, "orders:write"))));
        expect(201, realm.admin.post(realm.path("/roles"), Map.of("name", "order-admin")));
        expect(204, realm.admin.post(realm.path("/roles/order-admin/composites"),
                List.of(realm.admin.get(realm.path("/roles/order-writer")).json())));

        Diagnosed diagnosed = Diagnosed.of(pair, Map.of("requiredRoles", List.of("orders-api:orders:write")));
        diagnosed.assertRefusedFor("ROLE_MISSING");
        assertThat(diagnosed.message("ROLE_MISSING")).isEqualTo(
                "The role orders-api:orders:write is missing. These would give it, too: order-admin, order-writer");
        Diagnosed.of(pair, Map.of("requiredRoles", List.of("orders-api:orders:read"))).assertHealthy();
        Diagnosed.of(pair, Map.of("requiredRoles", List.of("no-such-role"))).assertRefusedFor("ROLE_UNKNOWN");
        Diagnosed.of(pair, Map.of("requiredRoles", List.of("orders-api:no"))).assertRefusedFor("ROLE_UNKNOWN");

        pair.link("orders:write");

        Diagnosed.of(pair, Map.of("requiredRoles", List.of("orders-api:orders:write"))).assertHealthy();
    }

    @Test
    void theClientScopesDropRoles() {
        TestPair pair = realm.linkedPair();
        Clients.change(pair, "fullScopeAllowed", false);
        assertThat(expect(200, pair.exchange()).body()).isNotEmpty();
        Diagnosed.of(pair).assertWarnedOf("SCOPE_DROPS_ROLES");
        Diagnosed.of(pair, Map.of("requiredRoles", List.of("orders-api:orders:read"))).errors()
                .forEach(code -> assertThat(code).isEqualTo("SCOPE_DROPS_ROLES"));
        Diagnosed.of(pair, Map.of("requiredRoles", List.of("orders-api:orders:read")))
                .assertRefusedFor("SCOPE_DROPS_ROLES");

        expect(204, realm.admin.post(realm.path("/clients/" + pair.clientUuid() + "/scope-mappings/clients/"
                + realm.clientUuid("orders-api")), List.of(role(realm, "orders:read"))));

        Diagnosed.assertWorksAgain(pair);
    }

    /** What it would hold, and nothing that can be used. */
    @Test
    void theClaimsOfTheTokenForAScopeAreShown() {
        TestPair pair = realm.linkedPair();
        JsonNode issued = Jwt.claims(expect(200, pair.exchange()).field("access_token"));

        Diagnosed diagnosed = Diagnosed.of(pair, Map.of("scope", ""));

        diagnosed.assertHealthy();
        JsonNode token = diagnosed.json().path("token");
        for (String claim : List.of("iss", "aud", "sub", "typ", "azp", "scope", "client_id", "resource_access")) {
            assertThat(token.path(claim)).as(claim).isEqualTo(issued.path(claim));
        }
        assertThat(token.path("scope").asText()).doesNotContain("microprofile-jwt");
        assertThat(Diagnosed.of(pair, Map.of("scope", "microprofile-jwt")).json().path("token").path("scope").asText())
                .contains("microprofile-jwt");
        assertThat(diagnosed.json().toString()).doesNotContain("eyJ");
        Diagnosed unknown = Diagnosed.of(pair, Map.of("scope", "no-such-scope"));
        unknown.assertRefusedFor("SCOPE_UNKNOWN");
        assertThat(unknown.json().path("token").isNull()).isTrue();
        expect(400, realm.tokenRequest(Map.of("grant_type", "client_credentials", "scope", "no-such-scope"))
                .header(TestRealm.APP_KEY, pair.appKey()).header(TestRealm.APP_TOKEN, pair.appToken()).send());
    }

    private static JsonNode role(TestRealm where, String name) {
        return where.admin.get(where.path("/clients/" + where.clientUuid("orders-api") + "/roles/" + name)).json();
    }
}
