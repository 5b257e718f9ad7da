package io.github.appkeys.it.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two requests at once. */
@Tag("database")
@ExtendWith(KeycloakExtension.class)
class ParallelIT {

    @Test
    void oneOfManyParallelRequestsGetsAChosenAppKey(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        Map<String, Long> before = Rows.ofPairs(server);

        List<Http.Response> responses = Parallel.atOnce(8, () -> realm.admin.post(realm.path("/app-keys"),
                Map.of("label", "race", "appKey", "one-of-a-kind")));

        responses.stream().filter(response -> response.status() == 201).forEach(r -> TestPair.of(realm, r.json()));
        assertThat(responses).extracting(Http.Response::status).containsOnlyOnce(201)
                .allMatch(status -> status == 201 || status == 409);
        Map<String, Long> after = Rows.ofPairs(server);
        assertThat(after).allSatisfy((table, rows) -> assertThat(rows).as(table).isEqualTo(before.get(table) + 1));
    }

    @Test
    void parallelRequestsGetDistinctAppKeys(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);

        List<Http.Response> responses = Parallel.atOnce(16,
                () -> realm.admin.post(realm.path("/app-keys"), Map.of("label", "x")));

        assertThat(responses).extracting(Http.Response::status).containsOnly(201);
        assertThat(responses.stream().map(r -> TestPair.of(realm, r.json()).appKey()).distinct()).hasSize(16);
    }

    @Test
    void parallelExchangesOfOnePairSucceed(KeycloakServer server) {
        TestPair pair = TestRealm.enabled(server).linkedPair();

        assertThat(Parallel.atOnce(64, pair::exchange)).extracting(Http.Response::status).containsOnly(200);
    }

    @Test
    void parallelEnablingAddsEverythingOnce(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);

        List<Http.Response> responses = Parallel.atOnce(4, () -> realm.admin.put(realm.path("/app-keys/settings"),
                Map.of("enabled", true)));

        assertThat(responses).extracting(Http.Response::status).contains(204)
                .allMatch(status -> status == 204 || status == 409);
        JsonNode executions = realm.admin.get(realm.path("/authentication/flows/clients/executions")).json();
        assertThat(executions.findValuesAsText("providerId")).containsOnlyOnce("app-key");
    }
}
