package io.github.appkeys.it.settings;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Disabling takes out of the realm what would stop it without our jar, and tells what ends to hold. */
@ExtendWith(KeycloakExtension.class)
class DisablingIT {

    private static final String ENDED = "2020-01-01T00:00:00Z";

    @Test
    void nothingOfOursIsLeftInFlowsProfilesAndPolicies(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        expect(201, realm.admin.post(realm.path("/authentication/flows/clients/copy"), Map.of("newName", "ours")));
        TestPair pair = realm.linkedPair();

        disable(realm, "");

        assertThat(traces(realm)).doesNotContain("app-key");
        assertThat(expect(401, pair.exchange()).field("error")).isEqualTo("invalid_client");
        realm.settings(Map.of("idleDays", 9));
        assertThat(traces(realm)).as("after a later change").doesNotContain("app-key");
        realm.settings(Map.of("enabled", true));
        expect(200, pair.exchange());
        assertThat(Settings.of(realm).path("idleDays").asInt()).isEqualTo(9);
    }

    @Test
    void whatAdministratorsAddedToOursStays(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        expect(204, realm.admin.put(realm.path("/client-policies/profiles"), Map.of("profiles", List.of(
                Map.of("name", "app-keys", "executors",
                        List.of(executor("app-key-guard"), executor("consent-required"))),
                Map.of("name", "more", "executors", List.of(executor("consent-required"))),
                Map.of("name", "by hand", "executors", List.of(executor("app-key-password-grant")))))));
        expect(204, realm.admin.put(realm.path("/client-policies/policies"), Map.of("policies", List.of(
                policy("app-keys", "app-keys", "more"), policy("theirs", "app-keys", "more")))));

        JsonNode warnings = disable(realm, "");

        assertThat(warnings.findValuesAsText("name")).containsExactly("by hand");
        assertThat(warnings.findValuesAsText("code")).contains("EXECUTOR_LEFT");
        JsonNode profiles = realm.admin.get(realm.path("/client-policies/profiles")).json().path("profiles");
        assertThat(profiles.path(0).path("executors").findValuesAsText("executor"))
                .containsExactly("consent-required");
        JsonNode policies = realm.admin.get(realm.path("/client-policies/policies")).json().path("policies");
        assertThat(policies.findValues("profiles")).hasSize(2)
                .allSatisfy(names -> assertThat(names.toString()).isEqualTo("[\"more\"]"));
    }

    @Test
    void theAnswerTellsWhatEndsToHold(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        realm.createPair("one");
        realm.createPair("two");
        realm.createClient(Map.of("clientId", "old-integration", "publicClient", true,
                "directAccessGrantsEnabled", true));
        realm.settings(Map.of("passwordGrants", Map.of("cutoff", ENDED)));

        JsonNode planned = expect(200, Settings.putWith(realm, "?dryRun=true", Map.of("enabled", false))).json();
        assertThat(Settings.of(realm).path("enabled").asBoolean()).as("nothing is changed").isTrue();
        JsonNode warnings = disable(realm, "");

        assertThat(planned.path("warnings")).isEqualTo(warnings);
        assertThat(warnings.findValuesAsText("code"))
                .containsExactly("PAIRS_REFUSED", "PASSWORD_GRANTS_ALLOWED", "GUARD_OFF");
        assertThat(warnings.findValuesAsText("message"))
                .contains("2 pairs are refused from now on", "Password grants of 2 clients have no end any more");
        expect(204, Settings.put(realm, Map.of("enabled", false)));
        assertThat(expect(200, Settings.putWith(realm, "?dryRun=true", Map.of("idleDays", 9))).json()
                .path("warnings")).isEmpty();
        expect(400, Settings.putWith(realm, "?dryRun=perhaps", Map.of("enabled", false)));
    }

    @Test
    void thePolicyCanBeKeptUntilTheJarGoes(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();

        JsonNode warnings = disable(realm, "?keepPolicy=true");

        assertThat(warnings.findValuesAsText("code")).containsExactly("PAIRS_REFUSED", "POLICY_LEFT");
        realm.settings(Map.of("idleDays", 9));
        assertThat(realm.admin.get(realm.path("/client-policies/policies")).body()).contains("app-keys");
        expect(401, pair.exchange());
        expect(204, Settings.putWith(realm, "?keepPolicy=false", Map.of("enabled", false)));
        assertThat(traces(realm)).doesNotContain("app-key");
    }

    @Test
    void itIsToldBeforeThatToolsOfAdministratorsAreLockedOut(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        Map<String, ?> end = Map.of("passwordGrants", Map.of("cutoff", ENDED));

        JsonNode warnings = expect(200, Settings.putWith(realm, "?dryRun=true", end)).json().path("warnings");

        assertThat(warnings.findValuesAsText("code")).containsExactly("TOOLS_LOCKED_OUT");
        assertThat(warnings.path(0).path("message").asText()).contains("admin-cli", "kcadm.sh", "Terraform");
        assertThat(planned(realm, Map.of("cutoff", ENDED, "scope", "API_CLIENTS"))).isEmpty();
        assertThat(planned(realm, Map.of("cutoff", ENDED, "exceptions", List.of(Map.of("clientId", "admin-cli",
                "reason", "our tools", "until", "2040-01-01T00:00:00Z"))))).isEmpty();
        realm.settings(end);
        assertThat(planned(realm, Map.of("observe", false))).as("nothing changes about it").isEmpty();
        realm.settings(Map.of("passwordGrants", Json.of("cutoff", null)));
    }

    private static JsonNode planned(TestRealm realm, Map<String, ?> grants) {
        return expect(200, Settings.putWith(realm, "?dryRun=true", Map.of("passwordGrants", grants))).json()
                .path("warnings");
    }

    private static JsonNode disable(TestRealm realm, String query) {
        Http.Response response = expect(200, Settings.putWith(realm, query, Json.of("enabled", false)));
        return response.json().path("warnings");
    }

    /** All that Keycloak reads when it authenticates a client. */
    private static String traces(TestRealm realm) {
        StringBuilder traces = new StringBuilder();
        for (String flow : List.of("clients", "ours")) {
            traces.append(realm.admin.get(realm.path("/authentication/flows/" + flow + "/executions")).body());
        }
        return traces.append(realm.admin.get(realm.path("/client-policies/profiles")).body())
                .append(realm.admin.get(realm.path("/client-policies/policies")).body())
                .append(realm.admin.get(realm.path("/components?type=" + Settings.COMPONENT)).body()).toString();
    }

    private static Map<String, ?> executor(String id) {
        return Map.of("executor", id, "configuration", Map.of());
    }

    private static Map<String, ?> policy(String name, String... profiles) {
        return Map.of("name", name, "enabled", true, "profiles", List.of(profiles), "conditions",
                List.of(Map.of("condition", "any-client", "configuration", Map.of())));
    }
}
