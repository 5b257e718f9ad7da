package io.github.appkeys.it.settings;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client profile and the client policy that enabling adds to a realm. */
@ExtendWith(KeycloakExtension.class)
class ManagedPolicyIT {

    @Test
    void enablingAddsOneProfileAndOnePolicyAndKeepsOthers(KeycloakServer server) {
        TestRealm own = TestRealm.plain(server);
        expect(204, own.admin.put(own.path("/client-policies/profiles"), Map.of("profiles", List.of(Map.of(
                "name", "mine", "description", "d", "executors", List.of(Map.of("executor", "pkce-enforcer",
                        "configuration", Map.of("auto-configure", true))))))));
        expect(204, own.admin.put(own.path("/client-policies/policies"), Map.of("policies", List.of(Map.of(
                "name", "mine", "enabled", false, "profiles", List.of("mine"), "conditions", List.of(Map.of(
                        "condition", "client-access-type",
                        "configuration", Map.of("type", List.of("public")))))))));
        JsonNode profile = named(profiles(own), "mine");
        JsonNode policy = named(policies(own), "mine");

        own.settings(Map.of("enabled", true));
        JsonNode profiles = profiles(own);
        JsonNode policies = policies(own);
        own.settings(Map.of("enabled", true));

        assertThat(profiles(own)).isEqualTo(profiles).hasSize(2);
        assertThat(policies(own)).isEqualTo(policies).hasSize(2);
        assertThat(named(profiles, "mine")).isEqualTo(profile);
        assertThat(named(policies, "mine")).isEqualTo(policy);
        assertThat(named(profiles, "app-keys").path("executors").findValuesAsText("executor"))
                .contains("app-key-password-grant");
        assertThat(named(policies, "app-keys").path("enabled").asBoolean()).isTrue();
        assertThat(named(policies, "app-keys").path("conditions").findValuesAsText("condition"))
                .containsExactly("any-client");
        assertThat(named(policies, "app-keys").path("profiles").toString()).isEqualTo(Json.text(List.of("app-keys")));

        own.settings(Map.of("enabled", false));
        assertThat(policies(own)).containsExactly(policy);
        assertThat(profiles(own)).containsExactly(profile);
        own.settings(Map.of("enabled", true));
        assertThat(policies(own)).containsExactlyInAnyOrderElementsOf(policies);
    }

    @Test
    void savingRestoresRemovedPartsOfThePolicyAndKeepsAddedOnes(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        JsonNode executors = named(profiles(own), "app-keys").path("executors");
        expect(204, own.admin.put(own.path("/client-policies/profiles"), Map.of("profiles", List.of(
                Map.of("name", "app-keys", "executors", List.of(
                        Map.of("executor", "consent-required", "configuration", Map.of("auto-configure", false)),
                        Map.of("executor", "app-key-password-grant", "configuration",
                                Map.of("cutoff", "2040-01-01T00:00Z")))),
                Map.of("name", "more", "executors", List.of())))));
        expect(204, own.admin.put(own.path("/client-policies/policies"), Map.of("policies", List.of(Map.of(
                "name", "app-keys", "enabled", true, "profiles", List.of("more"), "conditions", List.of(Map.of(
                        "condition", "client-access-type", "configuration", Map.of("type", List.of("public")))))))));

        own.settings("{}");

        JsonNode kept = named(profiles(own), "app-keys").path("executors");
        assertThat(kept).hasSize(executors.size() + 1).containsAll(executors);
        assertThat(kept.findValuesAsText("executor")).endsWith("consent-required");
        JsonNode policy = named(policies(own), "app-keys");
        assertThat(policy.path("profiles").toString()).isEqualTo(Json.text(List.of("app-keys", "more")));
        assertThat(policy.path("conditions").findValuesAsText("condition")).containsExactly("any-client");
    }

    @Test
    void aRealmThatNeverEnabledAppKeysGetsNoPolicy(KeycloakServer server) {
        TestRealm own = TestRealm.plain(server);

        own.settings(Map.of("passwordGrants", Map.of("retentionDays", 5)));

        assertThat(policies(own)).isEmpty();
        assertThat(profiles(own)).isEmpty();
    }

    private static JsonNode profiles(TestRealm where) {
        return expect(200, where.admin.get(where.path("/client-policies/profiles"))).json().path("profiles");
    }

    private static JsonNode policies(TestRealm where) {
        return expect(200, where.admin.get(where.path("/client-policies/policies"))).json().path("policies");
    }

    private static JsonNode named(JsonNode all, String name) {
        return StreamSupport.stream(all.spliterator(), false).filter(each -> each.path("name").asText().equals(name))
                .findFirst().orElseThrow();
    }
}
