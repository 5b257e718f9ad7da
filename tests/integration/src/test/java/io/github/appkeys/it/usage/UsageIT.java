package io.github.appkeys.it.usage;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts of exchanges by day. */
@ExtendWith(KeycloakExtension.class)
class UsageIT {

    private static final String WRITE = "app-key-usage";

    @Test
    void countsAcceptedAndRefusedExchangesBeforeAndAfterTheyAreWritten(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        TestPair other = realm.linkedPair();
        use(realm, pair, other);

        for (int i = 0; i < 2; i++) {
            assertDay(last(realm, pair.path("/usage")), 2, Map.of("WRONG_TOKEN", 1, "CHECKSUM", 1));
            assertDay(last(realm, other.path("/usage")), 0, Map.of("DISABLED", 1));
            assertDay(last(realm, realm.path("/app-keys/usage")), 2, Map.of("WRONG_TOKEN", 1, "CHECKSUM", 1,
                    "DISABLED", 1, "UNKNOWN_KEY", 1, "SWAPPED", 1));
            new TestClock(server).run(WRITE);
        }
        // made-up appKeys have no row
        assertThat(rows(server, realm.admin.get(realm.path("")).field("id"))).isEqualTo(3 + 1 + 6);

        use(realm, pair, other);
        new TestClock(server).run(WRITE);
        assertDay(last(realm, pair.path("/usage")), 4, Map.of("WRONG_TOKEN", 2, "CHECKSUM", 2));
    }

    @Test
    void hasARowForEachDay(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofDays(-2));
            expect(200, pair.exchange());
            clock.set(Duration.ZERO);
            expect(200, pair.exchange());
            expect(200, pair.exchange());
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        JsonNode days = expect(200, realm.admin.get(pair.path("/usage?days=4"))).json();

        assertThat(days).hasSize(4);
        assertDay(days.path(0), 0, Map.of());
        assertDay(days.path(1), 1, Map.of());
        assertDay(days.path(2), 0, Map.of());
        assertDay(days.path(3), 2, Map.of());
        assertThat(days.path(0).path("day").asText()).isEqualTo(today.minusDays(3).toString());
        assertThat(days.path(3).path("day").asText()).isEqualTo(today.toString());
        assertThat(expect(200, realm.admin.get(pair.path("/usage"))).json()).hasSize(30);
        assertThat(expect(200, realm.admin.get(realm.path("/app-keys/usage?days=90"))).json()).hasSize(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "91", "x", "-1"})
    void refusesANumberOfDaysThatIsNotKept(String days, KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);

        assertThat(expect(400, realm.admin.get(realm.path("/app-keys/usage?days=" + days))).field("errorMessage"))
                .isEqualTo("days must be a whole number from 1 to 90");
    }

    @Test
    void countsAreDeletedWithThePairTheRealmAndTheTime(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair deleted = realm.linkedPair();
        TestPair kept = realm.linkedPair();
        String realmId = realm.admin.get(realm.path("")).field("id");
        try (TestClock clock = new TestClock(server)) {
            expect(200, deleted.exchange());
            expect(200, kept.exchange());
            clock.run(WRITE);
            assertThat(rows(server, realmId)).isEqualTo(3);

            expect(204, realm.admin.delete(deleted.path("")));
            assertThat(rows(server, realmId)).isEqualTo(2);

            clock.set(Duration.ofDays(89));
            clock.run("app-key-usage-retention");
            assertThat(rows(server, realmId)).isEqualTo(2);
            expect(200, kept.exchange());
            clock.run(WRITE);
            clock.set(Duration.ofDays(90));
            clock.run("app-key-usage-retention");
            assertThat(rows(server, realmId)).isEqualTo(2);
            assertDay(last(realm, kept.path("/usage?days=2")), 0, Map.of());
            expect(200, kept.exchange());
            expect(204, realm.admin.delete(realm.path("")));
            clock.run(WRITE);
        }
        assertThat(rows(server, realmId)).isZero();
    }

    @Test
    void aShutdownWritesWhatIsLeftAndAddsIt() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "the database is in the container");
        Database database = Database.h2Alone(Path.of(System.getProperty("keycloak.work")).toAbsolutePath()
                .resolve("usage/data/h2"));
        try (DistributionServer server = KeycloakExtension.startOwn("usage", database)) {
            TestPair pair = TestRealm.enabled(server).linkedPair();
            expect(200, pair.exchange());
            new TestClock(server).run(WRITE);
            expect(200, pair.exchange());
            server.close();

            assertThat(Rows.count(server, "select EXCHANGES from APP_KEY_USAGE where CLIENT_UUID = '"
                    + pair.clientUuid() + "'")).isEqualTo(2);
        }
    }

    /** Two accepted, one with a wrong token, one with a typing error; one disabled; two that name no pair. */
    private static void use(TestRealm realm, TestPair pair, TestPair other) {
        expect(200, pair.exchange());
        expect(200, pair.exchange());
        expect(401, realm.exchange(pair.appKey(), other.appToken()));
        expect(401, realm.exchange(pair.appKey(), pair.appToken().substring(0, 57)
                + (pair.appToken().endsWith("0") ? "1" : "0")));
        other.update(Map.of("enabled", false));
        expect(401, other.exchange());
        expect(401, realm.exchange("made-up-key", pair.appToken()));
        expect(401, realm.exchange(pair.appToken(), pair.appKey()));
    }

    private static JsonNode last(TestRealm realm, String path) {
        JsonNode days = expect(200, realm.admin.get(path)).json();
        return days.path(days.size() - 1);
    }

    private static void assertDay(JsonNode day, int accepted, Map<String, Integer> refused) {
        assertThat(day.path("accepted").asInt(-1)).as(day.toString()).isEqualTo(accepted);
        assertThat(day.path("refused").size()).as(day.toString()).isEqualTo(refused.size());
        refused.forEach((reason, count) -> assertThat(day.path("refused").path(reason).asInt()).as(day.toString())
                .isEqualTo(count));
    }

    private static long rows(KeycloakServer server, String realmId) {
        return Rows.count(server, "select count(*) from APP_KEY_USAGE where REALM_ID = '" + realmId + "'");
    }
}
