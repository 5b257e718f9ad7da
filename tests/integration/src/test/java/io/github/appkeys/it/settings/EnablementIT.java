package io.github.appkeys.it.settings;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PUT settings does everything that a realm needs, and nothing to what is there. */
@ExtendWith(KeycloakExtension.class)
class EnablementIT {

    private static final List<String> ROLES = List.of("view-app-keys", "manage-app-keys", "renew-app-tokens",
            "manage-app-key-settings");

    @Test
    void enablingIsIdempotent(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        List<String> before = authenticators(realm, "clients");

        realm.settings(Map.of("enabled", true));
        List<String> once = authenticators(realm, "clients");
        realm.settings(Map.of("enabled", true));

        assertThat(once).hasSize(before.size() + 1).startsWith("app-key ALTERNATIVE")
                .endsWith(before.toArray(String[]::new));
        assertThat(authenticators(realm, "clients")).isEqualTo(once);
    }

    @Test
    void enablingAddsTheAdminRolesToRealmManagementAndMaster(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);

        assertThat(composites(realm, realm.name, "realm-management", "realm-admin")).containsAll(ROLES);
        assertThat(composites(realm, realm.name, "realm-management", "manage-app-keys")).contains("view-app-keys");
        assertThat(composites(realm, "master", realm.name + "-realm", "renew-app-tokens")).contains("view-app-keys");
        JsonNode admin = realm.admin.get("/master/roles/admin/composites/clients/"
                + clientUuid(realm, "master", realm.name + "-realm")).json();
        assertThat(admin).extracting(role -> role.path("name").asText()).containsAll(ROLES);
    }

    @Test
    void existingAdminRolesGetQueryRealmsToo(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        expect(200, realm.admin.post(realm.path("/partialImport"), Map.of("roles",
                Map.of("client", Map.of("realm-management", List.of(Map.of("name", "view-app-keys")))))));
        assertThat(composites(realm, realm.name, "realm-management", "view-app-keys")).isEmpty();

        realm.settings(Map.of("enabled", true));

        for (String role : List.of("view-app-keys", "manage-app-key-settings")) {
            assertThat(composites(realm, realm.name, "realm-management", role)).containsOnly("query-realms");
            assertThat(composites(realm, "master", realm.name + "-realm", role)).containsOnly("query-realms");
        }
    }

    @Test
    void appKeysCanBeEnabledInMaster(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        expect(204, realm.admin.put("/master/app-keys/settings", Map.of("enabled", true)));
        try {
            expect(200, realm.admin.get("/master/app-keys"));
            assertThat(expect(400, realm.admin.post("/master/app-keys", Map.of("label", "a", "appKey", "next-realm")))
                    .field("errorMessage")).as("the client of a realm to come").contains("reserved");
        } finally {
            expect(200, realm.admin.put("/master/app-keys/settings", Map.of("enabled", false)));
        }
    }

    @Test
    void enablingChangesTheBoundFlow(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        expect(201, realm.admin.post(realm.path("/authentication/flows/clients/copy"),
                Map.of("newName", "our clients")));
        expect(204, realm.admin.put(realm.path(""), Map.of("clientAuthenticationFlow", "our clients")));

        realm.settings(Map.of("enabled", true));

        assertThat(authenticators(realm, "our%20clients")).startsWith("app-key ALTERNATIVE");
        assertThat(authenticators(realm, "clients")).noneMatch(text -> text.startsWith("app-key"));
        expect(200, realm.linkedPair().exchange());
    }

    @Test
    void enablingRestoresADisabledExecution(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        setRequirement(realm, "app-key", "DISABLED");
        expect(401, pair.exchange());

        realm.settings(Map.of("enabled", true));

        expect(200, pair.exchange());
    }

    @Test
    void aRequiredAuthenticatorBlocksEnabling(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        expect(201, realm.admin.post(realm.path("/authentication/flows/clients/copy"), Map.of("newName", "strict")));
        expect(204, realm.admin.put(realm.path(""), Map.of("clientAuthenticationFlow", "strict")));
        setRequirement(realm, "strict", "client-secret", "REQUIRED");

        Http.Response response = expect(400,
                realm.admin.put(realm.path("/app-keys/settings"), Map.of("enabled", true)));

        assertThat(response.field("errorMessage")).contains("strict").contains("client-secret");
        assertThat(realm.admin.get(realm.path("/app-keys/settings")).json().path("enabled").asBoolean()).isFalse();
        assertThat(realm.admin.get(
                realm.path("/clients/" + clientUuid(realm, realm.name, "realm-management") + "/roles")).body())
                .doesNotContain("view-app-keys");
    }

    @Test
    void disablingBlocksExchangesAndDeletesNothing(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        expect(200, pair.exchange());

        realm.settings(Map.of("enabled", false));
        expect(401, pair.exchange());
        expect(200, realm.admin.get(pair.path("")));

        realm.settings(Map.of("enabled", true));
        expect(200, pair.exchange());
    }

    @Test
    void absentSettingsStayUnchanged(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);

        realm.settings(Map.of("requireRole", false, "defaultOverlapSeconds", 60, "maxTokenAgeSeconds", 3600));
        realm.settings(Map.of("defaultOverlapSeconds", 0));

        JsonNode settings = realm.admin.get(realm.path("/app-keys/settings")).json();
        assertThat(settings.path("enabled").asBoolean()).isTrue();
        assertThat(settings.path("requireRole").asBoolean()).isFalse();
        assertThat(settings.path("defaultOverlapSeconds").asLong()).isZero();
        assertThat(settings.path("maxTokenAgeSeconds").asLong()).isEqualTo(3600);
        expect(204, realm.admin.put(realm.path("/app-keys/settings"), settings));
    }

    @Test
    void invalidRealmAttributesFallBackToDefaults(KeycloakServer server) {
        TestRealm realm = TestRealm.imported(server, Map.of("attributes", Map.of("appKeys.enabled", "true",
                "appKeys.maxTokenAgeSeconds", "a year", "appKeys.appKeyHeader", "Authorization")));

        expect(200, realm.linkedPair().exchange());
        expect(200, realm.admin.get(realm.path("/app-keys/settings")));
    }

    private static void setRequirement(TestRealm realm, String authenticator, String requirement) {
        setRequirement(realm, "clients", authenticator, requirement);
    }

    private static void setRequirement(TestRealm realm, String flow, String authenticator, String requirement) {
        JsonNode execution = StreamSupport.stream(executions(realm, flow).spliterator(), false)
                .filter(node -> node.path("providerId").asText().equals(authenticator)).findFirst().orElseThrow();
        ((com.fasterxml.jackson.databind.node.ObjectNode) execution).put("requirement", requirement);
        // 202 in older versions, 204 in newer ones
        assertThat(realm.admin.put(realm.path("/authentication/flows/" + flow + "/executions"), execution).status())
                .isBetween(200, 299);
    }

    private static JsonNode executions(TestRealm realm, String flow) {
        return expect(200, realm.admin.get(realm.path("/authentication/flows/" + flow + "/executions"))).json();
    }

    private static List<String> authenticators(TestRealm realm, String flow) {
        return StreamSupport.stream(executions(realm, flow).spliterator(), false)
                .map(node -> node.path("providerId").asText() + " " + node.path("requirement").asText()).toList();
    }

    private static List<String> composites(TestRealm realm, String where, String clientId, String role) {
        JsonNode roles = expect(200, realm.admin.get("/" + where + "/clients/" + clientUuid(realm, where, clientId)
                + "/roles/" + role + "/composites")).json();
        return StreamSupport.stream(roles.spliterator(), false).map(node -> node.path("name").asText()).toList();
    }

    private static String clientUuid(TestRealm realm, String where, String clientId) {
        return realm.admin.get("/" + where + "/clients?clientId=" + clientId).json().path(0).path("id").asText();
    }
}
