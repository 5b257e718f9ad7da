package io.github.appkeys.it.gateway;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Gateway;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.Seed;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a pair in use costs in memory, and whether a hundred thousand of them fit into the heap that docs/gateway.md
 * names. Takes long, so it has a profile: {@code mvn -Pscale verify}.
 */
@Tag("scale")
@Timeout(value = 2, unit = TimeUnit.HOURS)
class GatewayMemoryIT {

    private static final int PAIRS = Integer.getInteger("scale.pairs", 100_000);
    /** Of docs/gateway.md, for a hundred thousand pairs. */
    private static final int HEAP_MB = 2048;
    /** Of docs/gateway.md. */
    private static final int KB_OF_A_PAIR = 16;
    private static final int SAMPLE = PAIRS / 5;
    private static final int CALLERS = 4;

    @Test
    void allPairsStayWarmInTheHeapOfTheDocuments() throws Exception {
        try (DistributionServer server = KeycloakExtension.startLarge("gateway-memory", HEAP_MB, database(),
                "--cache-embedded-users-max-count=" + 4 * PAIRS, "--cache-embedded-realms-max-count=" + 4 * PAIRS,
                "--metrics-enabled=true", "--log-level=info")) {
            TestRealm realm = TestRealm.enabled(server);
            realm.admin.put(realm.path(""), Map.of("accessTokenLifespan", 36_000, "eventsEnabled", false));
            TestPair pair = realm.linkedPair();
            Seed.copy(pair, PAIRS, 1);
            Consumer<Integer> call = i -> expect(200, Gateway.ask(
                    new TestPair(realm, "seed-" + i, pair.appToken(), pair.created())));
            calls(IntStream.range(0, SAMPLE), call);

            long before = server.liveBytes();
            calls(IntStream.range(SAMPLE, 2 * SAMPLE), call);
            long of = (server.liveBytes() - before) / SAMPLE;
            System.out.printf("%,d bytes for each pair in use, with its access token%n", of);
            assertThat(of).isLessThan(KB_OF_A_PAIR * 1024);

            Random random = new Random(PAIRS);
            calls(IntStream.concat(IntStream.range(2 * SAMPLE, PAIRS), random.ints(PAIRS, 0, PAIRS)), call);

            System.out.printf("%,d MB live with %,d pairs in use%n", server.liveBytes() >> 20, PAIRS);
            assertThat(server.log().lines()).noneMatch(line -> line.contains("OutOfMemoryError"));
        }
    }

    private static void calls(IntStream numbers, Consumer<Integer> call) {
        int[] all = numbers.toArray();
        AtomicInteger next = new AtomicInteger();
        Parallel.atOnce(IntStream.range(0, CALLERS).<Callable<Void>>mapToObj(caller -> () -> {
            for (int i = next.getAndIncrement(); i < all.length; i = next.getAndIncrement()) {
                call.accept(all[i]);
            }
            return null;
        }).toList());
    }

    private static Database database() {
        try {
            return Database.postgres("app_keys_test_gateway_memory");
        } catch (IllegalStateException e) {
            return Assumptions.abort("no PostgreSQL on this host");
        }
    }
}
