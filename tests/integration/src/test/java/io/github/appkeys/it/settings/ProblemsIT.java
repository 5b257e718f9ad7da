package io.github.appkeys.it.settings;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Diagnosed;
import io.github.appkeys.it.support.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What other tools take away from a realm is told, and put right on demand. */
@ExtendWith(KeycloakExtension.class)
class ProblemsIT {

    private static final Map<String, ?> ENDED = Map.of("enabled", true,
            "passwordGrants", Map.of("cutoff", "2020-01-01T00:00:00Z", "scope", "API_CLIENTS"));

    @Test
    void replacedClientPoliciesAreTold(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        realm.settings(ENDED);
        TestPair pair = realm.linkedPair();
        assertThat(problems(realm)).isEmpty();

        expect(204, realm.admin.put(realm.path("/client-policies/policies"), Map.of("policies", List.of())));

        assertThat(problems(realm)).containsExactly("POLICY_NOT_IN_FORCE");
        Diagnosed.of(pair).assertWarnedOf("POLICY_NOT_IN_FORCE");
        repair(realm);
        Diagnosed.assertWorksAgain(pair);
    }

    @Test
    void aPolicyThatIsNotInForceIsToldOnceByAnEvent(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        realm.settings(ENDED);
        watch(server);
        assertThat(notices(realm)).isZero();

        expect(204, realm.admin.put(realm.path("/client-policies/policies"), Map.of("policies", List.of())));
        watch(server);
        watch(server);
        assertThat(notices(realm)).isEqualTo(1);
        assertThat(server.log().lines()).anyMatch(
                line -> line.contains(" WARN ") && line.contains("of realm " + realm.name + " is not in force"));

        repair(realm);
        watch(server);
        assertThat(server.log().lines()).anyMatch(
                line -> line.contains("of realm " + realm.name + " is in force again"));
        expect(204, realm.admin.put(realm.path("/client-policies/policies"), Map.of("policies", List.of())));
        watch(server);
        assertThat(notices(realm)).isEqualTo(2);
    }

    private static void watch(KeycloakServer server) {
        new TestClock(server).run("app-key-policy-watch");
    }

    private static long notices(TestRealm realm) {
        return realm.admin.get(realm.path("/events?type=CLIENT_UPDATE&max=100")).json()
                .findValuesAsText("app_key_notice").stream().filter("POLICY_NOT_IN_FORCE"::equals).count();
    }

    @Test
    void aNarrowedPolicyAndAMissingExecutorAreTold(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        expect(204, realm.admin.put(realm.path("/client-policies/policies"), Map.of("policies", List.of(Map.of(
                "name", "app-keys", "enabled", true, "profiles", List.of("app-keys"), "conditions", List.of(Map.of(
                        "condition", "client-access-type", "configuration", Map.of("type", List.of("public")))))))));
        assertThat(problems(realm)).containsExactly("POLICY_NOT_IN_FORCE");
        repair(realm);

        expect(204, realm.admin.put(realm.path("/client-policies/profiles"), Map.of("profiles", List.of(Map.of(
                "name", "app-keys", "executors", List.of())))));
        assertThat(problems(realm)).containsExactly("POLICY_NOT_IN_FORCE");
        repair(realm);
    }

    @Test
    void aMissingExecutionIsTold(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        expect(201, realm.admin.post(realm.path("/authentication/flows/clients/copy"), Map.of("newName", "ours")));
        realm.settings(ENDED);
        TestPair pair = realm.linkedPair();

        expect(204, realm.admin.put(realm.path(""), Map.of("clientAuthenticationFlow", "ours")));

        assertThat(problems(realm)).containsExactly("FLOW_NOT_READY");
        expect(401, pair.exchange());
        repair(realm);
        expect(200, pair.exchange());
    }

    @Test
    void aRequiredExecutionBeforeOursBlocksIt(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        expect(201, realm.admin.post(realm.path("/authentication/flows/clients/copy"), Map.of("newName", "ours")));
        expect(204, realm.admin.put(realm.path(""), Map.of("clientAuthenticationFlow", "ours")));
        realm.settings(ENDED);
        TestPair pair = realm.linkedPair();
        for (JsonNode execution : executions(realm)) {
            if (List.of("app-key", "client-secret").contains(execution.path("providerId").asText())) {
                ObjectNode required = ((ObjectNode) execution).put("requirement", "REQUIRED");
                if (execution.path("providerId").asText().equals("app-key")) {
                    required.put("priority", 100);
                }
                assertThat(realm.admin.put(realm.path("/authentication/flows/ours/executions"), required).status())
                        .isBetween(200, 299);
            }
        }

        expect(401, pair.exchange());
        assertThat(problems(realm)).containsExactly("FLOW_BLOCKED");
        Diagnosed.of(pair).assertRefusedFor("FLOW_NOT_READY");
        assertThat(expect(200, realm.admin.post(realm.path("/app-keys/settings/repair"), "")).json().path("problems"))
                .as("not put right by itself").hasSize(1);
    }

    private static JsonNode executions(TestRealm realm) {
        return expect(200, realm.admin.get(realm.path("/authentication/flows/ours/executions"))).json();
    }

    @Test
    void nothingIsMissingWhileAppKeysAreDisabled(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        realm.settings(Map.of("enabled", false));

        assertThat(problems(realm)).isEmpty();
        repair(realm);
        assertThat(realm.admin.get(realm.path("/client-policies/policies")).body()).doesNotContain("app-keys");
    }

    @Test
    void onlyThoseWhoMayChangeTheSettingsMayRepair(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestRealm other = TestRealm.enabled(server);
        String repair = realm.path("/app-keys/settings/repair");
        AdminApi clerk = realm.administrator("clerk", "clerk's password", "manage-app-keys", "manage-clients");
        AdminApi stranger = other.administrator("boss", "boss's password", "realm-admin");

        expect(403, clerk.post(repair, ""));
        expect(403, stranger.post(repair, ""));
        expect(200, realm.administrator("boss", "boss's password", "manage-app-key-settings").post(repair, ""));
        assertThat(realm.lastAdminEvent().path("resourcePath").asText()).isEqualTo("app-keys/settings/repair");
    }

    private static void repair(TestRealm realm) {
        Http.Response response = expect(200, realm.admin.post(realm.path("/app-keys/settings/repair"), ""));
        assertThat(response.json().path("problems")).isEmpty();
        assertThat(problems(realm)).isEmpty();
    }

    private static List<String> problems(TestRealm realm) {
        return Settings.of(realm).path("problems").findValuesAsText("code");
    }
}
