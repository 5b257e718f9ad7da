package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told at Keycloak's /metrics. */
@ExtendWith(KeycloakExtension.class)
class MetricsIT {

    private static final String TASK = "app-key-expiring";

    @Test
    void exchangesAreCountedByOutcomeAndReason(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.createPair("counted");
        TestPair linked = realm.linkedPair();
        double successes = exchanges(server, "NONE", "success");
        double roleless = exchanges(server, "NO_ROLE", "refused");
        double wrong = exchanges(server, "WRONG_TOKEN", "refused");

        expect(200, linked.exchange());
        expect(200, linked.exchange());
        expect(400, pair.exchange());
        expect(401, realm.exchange(pair.appKey(), linked.appToken()));

        assertThat(exchanges(server, "NONE", "success")).isEqualTo(successes + 2);
        assertThat(exchanges(server, "NO_ROLE", "refused")).isEqualTo(roleless + 1);
        assertThat(exchanges(server, "WRONG_TOKEN", "refused")).isEqualTo(wrong + 1);
    }

    @Test
    void anIntrospectionIsNotCountedAsAnExchange(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair linked = realm.linkedPair();
        String token = expect(200, linked.exchange()).field("access_token");
        double successes = exchanges(server, "NONE", "success");

        expect(200, Http.request("POST", realm.openId("/token/introspect")).body(TestRealm.FORM, "token=" + token)
                .header(TestRealm.APP_KEY, linked.appKey()).header(TestRealm.APP_TOKEN, linked.appToken()).send());

        assertThat(exchanges(server, "NONE", "success")).isEqualTo(successes);
    }

    @Test
    void noLabelHoldsAnAppKeyOrARealm(KeycloakServer server) {
        TestPair pair = TestRealm.enabled(server).linkedPair();
        expect(200, pair.exchange());

        String ours = String.join("\n", metrics(server).lines().filter(line -> line.contains("app_key_")).toList());

        assertThat(ours).contains("app_key_exchanges_total")
                .doesNotContain(pair.appKey(), pair.realm().name, "apptoken_");
        assertThat(ours.lines().filter(line -> line.startsWith("app_key_exchanges_total"))).hasSize(20);
    }

    @Test
    void aGaugeCountsThePairsThatExpireSoon(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        try (TestClock clock = new TestClock(server)) {
            clock.run(TASK);
            double month = expiring(server, "30d");
            double week = expiring(server, "7d");
            double day = expiring(server, "1d");
            realm.createPair(expiringIn(Duration.ofDays(20)));
            realm.createPair(expiringIn(Duration.ofDays(6)));
            TestPair soon = realm.createPair(expiringIn(Duration.ofHours(20)));
            realm.createPair(expiringIn(Duration.ofDays(40)));
            realm.createPair("never");
            realm.createPair(expiringIn(Duration.ofHours(20))).update(Map.of("enabled", false));

            clock.run(TASK);

            assertThat(expiring(server, "30d")).isEqualTo(month + 3);
            assertThat(expiring(server, "7d")).isEqualTo(week + 2);
            assertThat(expiring(server, "1d")).isEqualTo(day + 1);

            soon.renewed(Map.of("overlapSeconds", 3600));
            clock.run(TASK);
            assertThat(expiring(server, "1d")).as("it is looked after").isEqualTo(day);
            assertThat(expiring(server, "30d")).isEqualTo(month + 2);
        }
    }

    /** The same pairs as in the status and the notices: those whose client can still be used with an app key. */
    @Test
    void aPairWhoseClientCannotBeUsedIsNotCounted(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        realm.settings(Map.of("guardAdministrators", false));
        try (TestClock clock = new TestClock(server)) {
            clock.run(TASK);
            double day = expiring(server, "1d");
            TestPair madePublic = realm.createPair(expiringIn(Duration.ofHours(20)));
            TestPair withSecret = realm.createPair(expiringIn(Duration.ofHours(20)));
            clock.run(TASK);
            assertThat(expiring(server, "1d")).isEqualTo(day + 2);

            expect(204, realm.admin.put(realm.path("/clients/" + madePublic.clientUuid()),
                    Map.of("publicClient", true)));
            expect(204, realm.admin.put(realm.path("/clients/" + withSecret.clientUuid()),
                    Map.of("clientAuthenticatorType", "client-secret")));
            clock.run(TASK);

            assertThat(madePublic.get().path("status").asText()).isEqualTo("BROKEN");
            assertThat(withSecret.get().path("status").asText()).isEqualTo("BROKEN");
            assertThat(expiring(server, "1d")).isEqualTo(day);
        }
    }

    private static Map<String, String> expiringIn(Duration time) {
        return Map.of("label", "expires", "expiresAt", Instant.now().plus(time).toString());
    }

    private static double exchanges(KeycloakServer server, String reason, String outcome) {
        return value(server, "app_key_exchanges_total{outcome=\"" + outcome + "\",reason=\"" + reason + "\"}");
    }

    private static double expiring(KeycloakServer server, String within) {
        return value(server, "app_key_pairs_expiring{within=\"" + within + "\"}");
    }

    private static double value(KeycloakServer server, String series) {
        return metrics(server).lines().filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst().orElseThrow(() -> new AssertionError("No " + series));
    }

    private static String metrics(KeycloakServer server) {
        return expect(200, Http.get(server.managementUrl() + "/metrics").send()).body();
    }
}
