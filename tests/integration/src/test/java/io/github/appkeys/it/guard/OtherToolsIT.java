package io.github.appkeys.it.guard;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.ServerVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keycloak's workflows and its second admin API, against API clients. */
@Tag("servers")
class OtherToolsIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static DistributionServer server;
    private static TestRealm realm;

    @BeforeAll
    static void start() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        ServerVersion.assumeAtLeast(7, "neither workflows of clients nor the second admin API");
        server = KeycloakExtension.startOwn("other-tools", null, "--features=workflows,client-admin-api:v2");
        realm = TestRealm.enabled(server);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aWorkflowCanDisableAPair() {
        TestPair pair = realm.linkedPair();

        activate("disable-client", pair);

        await(() -> pair.exchange().status() == 401);
        assertThat(pair.exchange().field("error_description")).contains("disabled");
        assertThat(pair.get().path("status").asText()).isEqualTo("DISABLED");
        pair.update(Map.of("enabled", true));
        expect(200, pair.exchange());
    }

    /** Keycloak does not ask client policies, so docs/security.md warns of it. */
    @Test
    void aWorkflowThatDeletesClientsDeletesPairs() {
        TestPair pair = realm.linkedPair();

        activate("delete-client", pair);

        await(() -> pair.exchange().status() == 401);
        expect(404, realm.admin.get(pair.path("")));
    }

    @Test
    void theSecondAdminApiIsGuardedToo() {
        TestPair pair = realm.linkedPair();
        AdminApi clerk = realm.administrator("clerk", "a password", "manage-clients", "manage-realm");
        ObjectNode client = (ObjectNode) expect(200, v2(realm.admin, "GET", pair, null)).json();

        assertThat(client.toString()).doesNotContain(pair.appToken().substring(40)).doesNotContain("secret\":\"");
        for (AdminApi caller : List.of(clerk, realm.admin)) {
            ObjectNode changed = client.deepCopy();
            changed.withObject("/auth").put("method", "client-secret").put("secret", "a secret of mine");
            assertRefused(v2(caller, "PUT", pair, changed));
            assertRefused(v2(caller, "DELETE", pair, null));
        }

        expect(200, pair.exchange());
        // it proposes to client policies a client without a service account, whatever it was sent
        assertThat(v2(clerk, "PUT", pair, client.deepCopy().put("description", "of the second API")).body())
                .contains("serviceAccountsEnabled");
        expect(200, pair.exchange());
    }

    private static void assertRefused(Http.Response response) {
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("is an API client");
    }

    private static Http.Response v2(AdminApi caller, String method, TestPair pair, Object body) {
        Http.Request request = Http.request(method,
                server.url() + "/admin/api/" + realm.name + "/clients/v2/" + pair.appKey())
                .header("Authorization", "Bearer " + caller.accessToken());
        return (body == null ? request : request.body("application/json", Json.text(body))).send();
    }

    private static void activate(String step, TestPair pair) {
        String location = expect(201, realm.admin.post(realm.path("/workflows"), Map.of("name", step,
                "steps", List.of(Map.of("uses", step))))).header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        assertThat(realm.admin.post(realm.path("/workflows/" + id + "/activate/CLIENTS/" + pair.clientUuid()), "")
                .status()).isIn(200, 204);
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
        }
    }
}
