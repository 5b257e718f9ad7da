package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TcpProxy;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Gateway;
import io.github.appkeys.it.support.LastUses;
import io.github.appkeys.it.support.Load;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database is away for half a minute while a gateway asks for pairs. */
@Tag("servers")
class OutageLoadIT {

    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final Duration HEALING = Duration.ofSeconds(30);

    private static TcpProxy proxy;
    private static DistributionServer server;
    private static TestRealm realm;

    @BeforeAll
    static void start() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        Database database = database();
        proxy = new TcpProxy(5432);
        server = KeycloakExtension.startOwn("outage-load", database.through(proxy), "--metrics-enabled=true",
                "--log-level=info");
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

    @Test
    void warmPairsGoOnAndNoLastUseIsLost() throws InterruptedException {
        TestPair warm = realm.linkedPair();
        TestPair cold = realm.linkedPair();
        for (int i = 0; i < 3; i++) {
            expect(200, Gateway.ask(warm));
        }
        Load warmCalls = Load.of(4, 100, () -> Gateway.ask(warm));
        Load coldCalls = Load.of(2, 10, () -> Gateway.ask(cold));
        Instant cut;
        Instant restored;
        try (warmCalls; coldCalls) {
            // the cold pair stays cold: it is asked for from the outage on
            cut = Instant.now();
            proxy.cut();
            Thread.sleep(OUTAGE.toMillis());
            restored = Instant.now();
            proxy.restore();
            Instant end = restored.plus(HEALING);
            while (!accepted(coldCalls, restored) && Instant.now().isBefore(end)) {
                Thread.sleep(100);
            }
        }

        assertThat(warmCalls.calls()).extracting(call -> call.answer().status()).containsOnly(200);
        assertThat(within(coldCalls, cut.plusSeconds(1), restored.minusSeconds(7))).isNotEmpty()
                .allSatisfy(call -> assertThat(call.answer().status()).isEqualTo(503));
        assertThat(accepted(coldCalls, restored)).as("healed").isTrue();
        Http.Response last = expect(200, Gateway.ask(warm));
        assertThat(last.header("Authorization")).isNotBlank();
        Instant during = cut.plusSeconds(1);
        LastUses.await(warm, moment -> moment.isAfter(during));
    }

    private static boolean accepted(Load load, Instant since) {
        return load.calls().stream().anyMatch(call -> call.start().isAfter(since) && call.answer().status() == 200);
    }

    private static List<Load.Call> within(Load load, Instant from, Instant to) {
        return load.calls().stream().filter(call -> call.start().isAfter(from) && call.start().isBefore(to)).toList();
    }

    private static Database database() {
        try {
            return Database.postgres("app_keys_test_outage_load");
        } catch (IllegalStateException e) {
            return Assumptions.abort("no PostgreSQL on this host");
        }
    }
}
