package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A realm's client policies hold for API clients as they hold for all others. */
@ExtendWith(KeycloakExtension.class)
class ClientPoliciesIT {

    @Test
    void aClientPolicyCanRefuseAPair(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        policy(realm, "secure-client-authenticator", Map.of("allowed-client-authenticators", List.of("client-jwt"),
                "default-client-authenticator", "client-jwt"));
        Map<String, Long> before = Rows.ofPairs(server);

        Http.Response response = expect(400, realm.admin.post(realm.path("/app-keys"), Map.of("label", "ERP")));

        assertThat(response.field("errorMessage")).contains("client policy");
        assertThat(Rows.ofPairs(server)).isEqualTo(before);
    }

    @Test
    void aClientPolicyCanConfigureTheClientOfAPair(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        policy(realm, "full-scope-disabled", Map.of("auto-configure", true));

        TestPair pair = realm.createPair("ERP");

        JsonNode client = realm.admin.get(realm.path("/clients/" + pair.clientUuid())).json();
        assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
        assertThat(client.has("secret")).isFalse();
        assertThat(pair.get().path("label").asText()).isEqualTo("ERP");
    }

    private static void policy(TestRealm realm, String executor, Map<String, ?> configuration) {
        expect(204, realm.admin.put(realm.path("/client-policies/profiles"), Map.of("profiles", List.of(Map.of(
                "name", "p", "executors", List.of(Map.of("executor", executor, "configuration", configuration)))))));
        expect(204, realm.admin.put(realm.path("/client-policies/policies"), Map.of("policies", List.of(Map.of(
                "name", "p", "enabled", true, "profiles", List.of("p"), "conditions", List.of(Map.of(
                        "condition", "any-client", "configuration", Map.of())))))));
    }
}
