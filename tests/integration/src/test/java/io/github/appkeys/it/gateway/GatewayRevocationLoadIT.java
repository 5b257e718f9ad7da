package io.github.appkeys.it.gateway;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

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
import org.junit.jupiter.api.Test;

/** Two hundred pairs are revoked on one of two servers, one after the other, while both are asked for them. */
@Tag("servers")
class GatewayRevocationLoadIT {

    private static final String[] OPTIONS = {"--cache=ispn", "--cache-embedded-network-bind-address=127.0.0.1",
        "--metrics-enabled=true", "--log-level=info"};
    private static final Duration PROMISED = Duration.ofSeconds(1);
    private static final int REVOCATIONS = 200;
    private static final int CALLS = Integer.getInteger("gateway.calls", 200_000);
    /** How many pairs are called at a time: those that come next, and those that were revoked last. */
    private static final int AHEAD = 3;
    private static final int BEHIND = 2;

    private static final List<DistributionServer> SERVERS = new ArrayList<>();
    private static TestRealm one;

    private record Late(String appKey, Duration after) {
    }

    @BeforeAll
    static void start() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        Database database = database();
        SERVERS.add(KeycloakExtension.startOwn("gateway-load-1", database, OPTIONS));
        SERVERS.add(KeycloakExtension.startOwn("gateway-load-2", database, OPTIONS));
        one = TestRealm.enabled(SERVERS.get(0));
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(DistributionServer::close);
    }

    private static Database database() {
        try {
            return Database.postgres("app_keys_test_gateway_load");
        } catch (IllegalStateException e) {
            return Assumptions.abort("no PostgreSQL on this host");
        }
    }

    @Test
    void noRevokedPairPassesLaterThanASecond() throws InterruptedException {
        List<TestPair> pairs = new ArrayList<>();
        for (int i = 0; i < REVOCATIONS + AHEAD; i++) {
            pairs.add(one.linkedPair());
        }
        AtomicInteger current = new AtomicInteger();
        AtomicInteger accepted = new AtomicInteger();
        Map<String, Instant> revoked = new ConcurrentHashMap<>();
        Queue<Late> late = new ConcurrentLinkedQueue<>();

        Load load = Load.of(8, 10_000, () -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            TestPair pair = pairs.get(Math.max(0, current.get() + random.nextInt(-BEHIND, AHEAD)));
            TestRealm realm = one.on(SERVERS.get(random.nextInt(2)));
            Instant end = revoked.get(pair.appKey());
            Instant start = Instant.now();
            Http.Response answer = Gateway.ask(new TestPair(realm, pair.appKey(), pair.appToken(), pair.created()));
            if (answer.status() == 200) {
                accepted.incrementAndGet();
            }
            if (answer.status() == 200 && end != null && start.isAfter(end.plus(PROMISED))) {
                late.add(new Late(pair.appKey(), Duration.between(end, start)));
            }
            return answer;
        });
        try (load) {
            for (int i = 0; i < REVOCATIONS; i++) {
                await(load, CALLS / REVOCATIONS * (i + 1));
                TestPair pair = pairs.get(i);
                expect(204, one.on(SERVERS.get(i % 2)).admin.delete(pair.path("/tokens/"
                        + pair.get().path("tokens").path(0).path("id").asText())));
                revoked.put(pair.appKey(), Instant.now());
                current.incrementAndGet();
            }
        }

        assertThat(load.calls()).hasSizeGreaterThanOrEqualTo(CALLS).extracting(call -> call.answer().status())
                .containsOnly(200, 401);
        assertThat(accepted.get()).as("accepted").isGreaterThan(CALLS / 3);
        assertThat(late).isEmpty();
    }

    private static void await(Load load, int calls) throws InterruptedException {
        while (load.count() < calls) {
            Thread.sleep(20);
        }
    }
}
