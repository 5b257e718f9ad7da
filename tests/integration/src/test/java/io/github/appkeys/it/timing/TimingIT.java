package io.github.appkeys.it.timing;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The clock does not tell an unknown appKey from a wrong appToken. Both are sent in turns on one warm connection, which
 * of them first by chance; the measure is the effect size, not a mean. System properties: {@code timing.pairs}, how
 * many pairs of requests, and {@code timing.seed}. For a machine that does nothing else.
 */
@Tag("timing")
class TimingIT {

    private static final int PAIRS = Integer.getInteger("timing.pairs", 20_000);
    private static final long SEED = Long.getLong("timing.seed", 20261130L);
    private static final int WARM_UP = 3_000;
    private static final int ARTIFICIAL_MICROS = 20;

    private static DistributionServer server;
    private static TestRealm realm;

    private final Random random = new Random(SEED);

    /** What is sent: two appKeys, of which one does not exist, and an appToken that is of neither. */
    private record Pairs(String known, String unknown, String appToken) {
    }

    /** The two kinds of requests. The first one has an appKey that does not exist. */
    private record Requests(byte[] unknown, byte[] wrong) {
    }

    @BeforeAll
    static void start() {
        server = KeycloakExtension.startOwn("timing", null, "--log-level=warn,org.keycloak.events:error");
        realm = TestRealm.imported(server, Map.of("eventsEnabled", false, "adminEventsEnabled", false,
                "eventsListeners", List.of("test-delay")));
        realm.settings(Map.of("enabled", true));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "50, 1", "0, 20", "50, 20"})
    void theClockDoesNotTellUnknownFromWrong(int networks, int ended) {
        indistinguishable("warm", networks, ended);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "50, 1", "0, 20", "50, 20"})
    void theClockDoesNotTellThemWithColdCaches(int networks, int ended) {
        indistinguishable("cold", networks, ended);
    }

    /** At the endpoints of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"authorize", "self"})
    void theClockDoesNotTellThemElsewhere(String endpoint) {
        Pairs pairs = pairs(50, 20);
        Requests requests = new Requests(
                TimedConnection.call(realm, endpoint, pairs.unknown, pairs.appToken),
                TimedConnection.call(realm, endpoint, pairs.known, pairs.appToken));

        indistinguishable(endpoint + ", warm, 50 networks, 20 ended appTokens", measured(requests, true, 0));
    }

    private void indistinguishable(String caches, int networks, int ended) {
        indistinguishable(caches + ", " + networks + " networks, " + ended + " ended appTokens",
                measured(requests(networks, ended, 0), caches.equals("warm"), 0));
    }

    private static void indistinguishable(String what, Auc auc) {
        report(what, auc);
        assertThat(auc.isWithin(0.45, 0.55)).as(auc.toString()).isTrue();
    }

    @Test
    void theHarnessFindsADelayOfTheMeasurement() {
        Auc auc = measured(requests(0, 1, 0), true, ARTIFICIAL_MICROS * 1_000L);

        report("artificial " + ARTIFICIAL_MICROS + " µs here", auc);
        assertThat(auc.low()).as(auc.toString()).isGreaterThan(0.5);
    }

    @Test
    void theHarnessFindsADelayOfTheServer() {
        Auc auc = measured(requests(0, 1, ARTIFICIAL_MICROS), true, 0);

        report("artificial " + ARTIFICIAL_MICROS + " µs in the server", auc);
        assertThat(auc.low()).as(auc.toString()).isGreaterThan(0.5);
    }

    private Requests requests(int networks, int ended, int delayMicros) {
        Pairs pairs = pairs(networks, ended);
        return new Requests(TimedConnection.request(realm, pairs.unknown, pairs.appToken, 0),
                TimedConnection.request(realm, pairs.known, pairs.appToken, delayMicros));
    }

    private Pairs pairs(int networks, int ended) {
        TestPair pair = realm.linkedPair();
        for (int i = 0; i < ended; i++) {
            pair = pair.renewed(Map.of("overlapSeconds", 0));
        }
        if (networks > 0) {
            pair.update(Map.of("allowedNetworks",
                    IntStream.range(0, networks).mapToObj(i -> "2001:db8:" + i + "::/48").toList()));
        } else {
            expect(200, pair.exchange());
        }
        String appKey = pair.appKey();
        return new Pairs(appKey, appKey.substring(0, appKey.length() - 4) + "ZZZZ", Tokens.random(random));
    }

    /** @param warm whether the caches of Keycloak keep what they have; they are emptied before each request if not */
    private Auc measured(Requests requests, boolean warm, long delayNanos) {
        double[] unknown = new double[PAIRS];
        double[] wrong = new double[PAIRS];
        try (TimedConnection connection = new TimedConnection(URI.create(server.url()))) {
            for (int i = 0; i < WARM_UP; i++) {
                connection.micros(i % 2 == 0 ? requests.unknown : requests.wrong, 0);
            }
            for (int i = 0; i < PAIRS; i++) {
                boolean unknownFirst = random.nextBoolean();
                for (boolean isUnknown : new boolean[] {unknownFirst, !unknownFirst}) {
                    if (!warm) {
                        expect(204, realm.admin.post(realm.path("/clear-realm-cache"), ""));
                        expect(204, realm.admin.post(realm.path("/clear-user-cache"), ""));
                    }
                    double micros = connection.micros(isUnknown ? requests.unknown : requests.wrong,
                            isUnknown ? 0 : delayNanos);
                    (isUnknown ? unknown : wrong)[i] = micros;
                }
            }
        }
        return Auc.of(unknown, wrong);
    }

    /** Where a person reads it, whether the test fails or not. */
    private static void report(String what, Auc auc) {
        System.out.println("Timing, " + PAIRS + " pairs of requests, " + what + ": " + auc);
    }
}
