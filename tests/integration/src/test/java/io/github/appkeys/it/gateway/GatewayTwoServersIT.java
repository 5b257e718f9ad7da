package io.github.appkeys.it.gateway;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Gateway;
import io.github.appkeys.it.support.Load;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one server changes ends the use of an access token on the other one within a second, while that is used. */
@Tag("servers")
class GatewayTwoServersIT {

    private static final String[] OPTIONS = {"--cache=ispn", "--cache-embedded-network-bind-address=127.0.0.1"};
    private static final Duration PROMISED = Duration.ofSeconds(1);
    /** Calls of the same pair a second. */
    private static final int RATE = 200;
    private static final int CALLERS = 8;

    private static final List<DistributionServer> SERVERS = new ArrayList<>();
    private static final Map<String, Consumer<TestPair>> CHANGES = new LinkedHashMap<>();
    private static TestRealm one;
    private static TestRealm two;
    /** A role of the pair that is tried. */
    private static String role;

    static {
        CHANGES.put("disabled", pair -> pair.update(Map.of("enabled", false)));
        CHANGES.put("networks", pair -> pair.update(Map.of("allowedNetworks", List.of("192.0.2.0/24"))));
        CHANGES.put("renewed", pair -> pair.renewed(Map.of("overlapSeconds", 0)));
        CHANGES.put("revoked", pair -> expect(204, one.admin.delete(pair.path("/tokens/"
                + pair.get().path("tokens").path(0).path("id").asText()))));
        CHANGES.put("deleted", pair -> expect(204, one.admin.delete(pair.path(""))));
        CHANGES.put("role linked", pair -> pair.link("orders:write"));
        CHANGES.put("role unlinked", pair -> expect(204, one.admin.delete(pair.path("/roles"), List.of(Map.of("name",
                role)))));
        CHANGES.put("composite changed", pair -> expect(204, one.admin.post(one.path("/roles/" + role + "/composites"),
                List.of(one.admin.get(one.path("/roles/catalog-viewer")).json()))));
        CHANGES.put("role renamed", pair -> put("/roles/" + role, each -> each.put("name", role + "-renamed")));
        CHANGES.put("client", pair -> put("/clients/" + pair.clientUuid(), client -> client.withObject("/attributes")
                .put("access.token.lifespan", "77")));
        CHANGES.put("client not before", pair -> put("/clients/" + pair.clientUuid(),
                client -> client.put("notBefore", 1)));
        CHANGES.put("mapper", pair -> expect(201, one.admin.post(one.path("/clients/" + pair.clientUuid()
                + "/protocol-mappers/models"), Map.of("name", "plan", "protocol", "openid-connect", "protocolMapper",
                        "oidc-hardcoded-claim-mapper", "config", Map.of("claim.name", "plan", "claim.value", "gold",
                                "access.token.claim", "true", "jsonType.label", "String")))));
        CHANGES.put("realm", pair -> put("", realm -> realm.put("accessTokenLifespan",
                realm.path("accessTokenLifespan").asInt() + 1)));
        CHANGES.put("keys", pair -> expect(201, one.admin.post(one.path("/components"), Map.of("name", "newer",
                "providerId", "rsa-generated", "providerType", "org.keycloak.keys.KeyProvider", "parentId",
                one.admin.get("/" + one.name).json().path("id").asText(), "config", Map.of("priority",
                        List.of("900"), "keySize", List.of("2048"))))));
        CHANGES.put("role deleted", pair -> expect(204, one.admin.delete(one.path("/roles/" + role))));
    }

    @BeforeAll
    static void start() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        Database database = database();
        SERVERS.add(KeycloakExtension.startOwn("gateway-two-1", database, OPTIONS));
        SERVERS.add(KeycloakExtension.startOwn("gateway-two-2", database, OPTIONS));
        one = TestRealm.enabled(SERVERS.get(0));
        two = one.on(SERVERS.get(1));
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(DistributionServer::close);
    }

    private static Database database() {
        try {
            return Database.postgres("app_keys_test_gateway");
        } catch (IllegalStateException e) {
            return Assumptions.abort("no PostgreSQL on this host");
        }
    }

    static Stream<String> changes() {
        return CHANGES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theOtherServerFollowsWithinASecond(String change) throws InterruptedException {
        role = "bundle-" + change.replace(' ', '-');
        expect(201, one.admin.post(one.path("/roles"), Map.of("name", role)));
        TestPair pair = one.linkedPair();
        expect(204, one.admin.post(pair.path("/roles"), List.of(Map.of("name", role))));
        TestPair there = new TestPair(two, pair.appKey(), pair.appToken(), pair.created());
        String token = Gateway.token(Gateway.ask(there));
        assertThat(Gateway.token(Gateway.ask(there))).isEqualTo(token);

        Load load = Load.of(CALLERS, RATE, () -> Gateway.ask(there));
        Instant promised;
        try (load) {
            await(load, RATE / 2);
            CHANGES.get(change).accept(pair);
            promised = Instant.now().plus(PROMISED);
            await(load, load.count() + RATE * 3 / 2);
        }

        List<Load.Call> late = load.calls().stream().filter(call -> call.start().isAfter(promised)).toList();
        assertThat(late).as("calls after that").isNotEmpty();
        assertThat(late).noneMatch(call -> isOld(call.answer(), token));
        assertThat(load.calls()).as("calls before the change").anyMatch(call -> isOld(call.answer(), token));
    }

    private static void await(Load load, int calls) throws InterruptedException {
        while (load.count() < calls) {
            Thread.sleep(20);
        }
    }

    private static boolean isOld(Http.Response answer, String token) {
        return answer.status() == 200 && Gateway.token(answer).equals(token);
    }

    private static void put(String path, Consumer<ObjectNode> change) {
        ObjectNode before = (ObjectNode) expect(200, one.admin.get("/" + one.name + path)).json();
        change.accept(before);
        expect(204, one.admin.put("/" + one.name + path, before));
    }
}
