package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TcpProxy;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.LastUses;
import io.github.appkeys.it.support.Parallel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database goes away under a running server, with closed connections or without an answer, and comes back. */
class OutageIT {

    private static final Duration BOUND = Duration.ofSeconds(6);
    /** Beside the bound: a machine that is busy with other tests. */
    private static final Duration SLACK = Duration.ofSeconds(3);
    private static final int CALLERS = 60;
    private static final Duration HEALING = Duration.ofSeconds(30);

    private static TcpProxy proxy;
    private static DistributionServer server;
    private static TestRealm realm;

    private record Timed(Http.Response response, Duration time) {
    }

    @BeforeAll
    static void start() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        Database database = database();
        proxy = new TcpProxy(5432);
        server = KeycloakExtension.startOwn("outage", database.through(proxy), "--http-pool-max-threads=100");
        realm = TestRealm.enabled(server);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            proxy.restore();
            server.close();
            proxy.close();
        }
    }

    @AfterEach
    void comesBack() {
        proxy.restore();
    }

    @Test
    void whatCannotBeToldIsUnavailableWhetherKnownOrNot() {
        TestPair cold = realm.linkedPair();
        TestPair warm = realm.linkedPair();
        expect(200, warm.exchange());
        proxy.cut();

        List<Http.Response> answers = List.of(cold.exchange(), realm.exchange("unknown", cold.appToken()),
                realm.exchange(warm.appKey(), cold.appToken()));

        assertThat(answers).allSatisfy(answer -> {
            expect(503, answer);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.field("error")).isEqualTo("temporarily_unavailable");
            assertThat(answer.header("X-App-Key-Refusal-Id")).isNotBlank();
            assertThat(server.log().lines()).anyMatch(
                    line -> line.contains(answer.header("X-App-Key-Refusal-Id")) && line.contains("WARN"));
        });
        assertThat(answers.stream().map(Http.Response::body).distinct()).hasSize(1);

        proxy.restore();
        expect(200, cold.exchange());
        expect(401, realm.exchange("unknown", cold.appToken()));
    }

    /** In a realm that stores events, Keycloak fails to store that of the refusal and answers 500. */
    @Test
    void aMalformedPairNeedsNoDatabase() {
        TestRealm without = TestRealm.enabled(server);
        expect(204, without.admin.put(without.path(""), Map.of("eventsEnabled", false)));
        expect(401, without.exchange("unknown", "apptoken_x"));
        proxy.cut();

        expect(401, without.exchange("unknown", "apptoken_x"));
        expect(500, realm.exchange("unknown", "apptoken_x"));
    }

    /** Keycloak's own part of the exchange reads the database since 26.7, for stock clients as well. */
    @Test
    void aWarmPairIsExchangedWhereAStockClientIs() throws InterruptedException {
        TestRealm without = TestRealm.enabled(server);
        expect(204, without.admin.put(without.path(""), Map.of("eventsEnabled", false)));
        TestPair pair = without.linkedPair();
        without.createClient(Map.of("clientId", "stock", "secret", "stock-secret", "serviceAccountsEnabled", true,
                "publicClient", false));
        Http.Request stock = without.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", "stock",
                "client_secret", "stock-secret"));
        for (int i = 0; i < 3; i++) {
            expect(200, pair.exchange());
            expect(200, stock.send());
        }
        proxy.cut();

        assertThat(pair.exchange().status()).isEqualTo(stock.send().status());

        proxy.restore();
        awaitHealed(pair);
        LastUses.await(pair);
    }

    /** With a database that takes questions and answers none, as behind a firewall that drops its packets. */
    @Test
    void aFewWaitForADatabaseThatHangsAndTheOthersAreTurnedAway() {
        TestPair cold = realm.linkedPair();
        proxy.hang();
        List<Callable<Timed>> calls = IntStream.range(0, CALLERS).<Callable<Timed>>mapToObj(i -> () -> {
            // the first ones wait already when the others come
            Thread.sleep(i < 20 ? 0 : 1500);
            Instant start = Instant.now();
            return new Timed(cold.exchange(), Duration.between(start, Instant.now()));
        }).toList();

        List<Timed> answers = Parallel.atOnce(calls);

        assertThat(answers).allSatisfy(answer -> {
            expect(503, answer.response());
            assertThat(answer.time()).isLessThan(BOUND.plus(SLACK));
        });
        assertThat(answers).filteredOn(answer -> answer.time().compareTo(Duration.ofSeconds(2)) < 0)
                .hasSizeGreaterThanOrEqualTo(CALLERS - 21);

        proxy.restore();
        expect(200, cold.exchange());
    }

    /** Keycloak's own look-up fails once for each connection of its pool that was cut. No refusal blames the pair. */
    private static void awaitHealed(TestPair pair) throws InterruptedException {
        Instant end = Instant.now().plus(HEALING);
        int status = pair.exchange().status();
        while (status != 200 && Instant.now().isBefore(end)) {
            assertThat(status).isIn(500, 503);
            Thread.sleep(100);
            status = pair.exchange().status();
        }
        assertThat(status).isEqualTo(200);
    }

    private static Database database() {
        try {
            return Database.postgres("app_keys_test_outage");
        } catch (IllegalStateException e) {
            return Assumptions.abort("no PostgreSQL on this host");
        }
    }
}
