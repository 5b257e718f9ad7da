package io.github.appkeys.it.leaks;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Diagnosed;
import io.github.appkeys.it.support.Leaks;
import io.github.appkeys.it.support.Notices;
import io.github.appkeys.it.support.Refusals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a report of a leaked appToken does, as the realm wants it. */
@ExtendWith(KeycloakExtension.class)
class LeakReportIT {

    private static final String PLACE = "https://github.com/acme/shop/blob/main/.env";

    private TestRealm realm;

    @BeforeEach
    void realm(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void aReportIsToldAndTheAppTokenWorksOn(KeycloakServer server) {
        Leaks.allow(realm, Map.of());
        TestPair pair = realm.linkedPair();
        double counted = Leaks.counted(server, "app_key_alarms_total{kind=\"leaked\"}");

        assertThat(expect(202, Leaks.found(realm, pair.appToken(), PLACE)).body()).isEqualTo("{}");
        JsonNode alarm = Leaks.awaitAlarm(pair, "LEAKED");

        assertThat(alarm.path("place").asText()).isEqualTo(PLACE);
        assertThat(alarm.path("token").asText()).isEqualTo(pair.listed().path("id").asText());
        assertThat(alarm.path("times").asInt()).isEqualTo(1);
        assertThat(alarm.path("endsAt").isNull()).isTrue();
        expect(200, pair.exchange());
        JsonNode event = Notices.events(pair).path(0);
        assertThat(event.path("details").path("app_key_notice").asText()).isEqualTo("LEAKED");
        assertThat(event.path("details").path("app_key_leak").asText()).isEqualTo(PLACE);
        assertThat(event.path("details").path("app_key_leak_action").asText()).isEqualTo("TELL");
        assertThat(event.toString()).doesNotContain(pair.appToken());
        assertThat(Leaks.counted(server, "app_key_alarms_total{kind=\"leaked\"}")).isEqualTo(counted + 1);
        assertThat(Diagnosed.of(pair).message("LEAKED")).contains(PLACE).contains("1 times");
        assertThat(expect(200, realm.admin.request("GET", realm.path("/app-keys/export"))
                .header("Accept", "text/csv").send()).body()).contains("\"LEAKED ");
    }

    @Test
    void theNextReportOfADayIsCountedAndNotToldAgain() {
        Leaks.allow(realm, Map.of());
        TestPair pair = realm.linkedPair();
        Leaks.found(realm, pair.appToken(), PLACE);
        Leaks.awaitAlarm(pair, "LEAKED");

        Leaks.found(realm, pair.appToken(), PLACE + "#L2");
        Leaks.await(() -> Leaks.alarm(pair, "LEAKED").path("times").asInt() == 2, "the second report");

        assertThat(Leaks.alarm(pair, "LEAKED").path("place").asText()).endsWith("#L2");
        assertThat(Notices.of(pair)).containsExactly("LEAKED");
    }

    @Test
    void anAppTokenIsEndedAtOnceAndTheOtherOneOfARenewalGoesOn() {
        Leaks.allow(realm, Map.of("action", "END"));
        TestPair pair = realm.linkedPair();
        TestPair renewed = pair.renewed(Map.of());

        Leaks.tokens(realm, pair.appToken());
        Leaks.await(() -> pair.exchange().status() == 401, "the end of the appToken");

        assertThat(Diagnosed.of(pair, Map.of("appToken", pair.appToken())).message("ENDED_TOKEN"))
                .contains("reported as leaked");
        expect(200, renewed.exchange());
        assertThat(pair.get().path("renewal").isNull()).isTrue();
        assertThat(pair.get().path("status").asText()).isEqualTo("ACTIVE");
        assertThat(Leaks.alarm(pair, "LEAKED")).as("nothing to do any more").isNull();
        assertThat(Notices.events(pair).path(0).path("details").path("app_key_leak_action").asText()).isEqualTo("END");
    }

    @Test
    void anAppTokenIsEndedAfterHours(KeycloakServer server) {
        Leaks.allow(realm, Map.of("action", "END_AFTER", "afterHours", 5));
        TestPair pair = realm.linkedPair();
        Leaks.tokens(realm, pair.appToken());
        assertThat(Leaks.awaitAlarm(pair, "LEAKED").path("endsAt").asText()).isNotEmpty();
        assertThat(pair.get().path("statusReason").asText()).isEqualTo("LEAKED");

        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofHours(4));
            clock.run("app-key-alarms");
            expect(200, pair.exchange());
            clock.set(Duration.ofHours(5).plusMinutes(1));
            clock.run("app-key-alarms");
            expect(401, pair.exchange());
            Refusals.assertEvent(realm, "ENDED_TOKEN");
        }
        assertThat(Notices.of(pair)).containsExactly("LEAKED", "LEAKED");
    }

    /** Bytes and headers: whether an appToken is right, old, of another realm, or made up. */
    @Test
    void theAnswerIsTheSameWhateverWasReported() {
        Leaks.allow(realm, Map.of());
        TestPair pair = realm.linkedPair();
        TestPair ended = realm.linkedPair();
        ended.renewed(Map.of("overlapSeconds", 0));
        Http.Response right = expect(202, Leaks.tokens(realm, pair.appToken()));

        for (String token : List.of(ended.appToken(), "apptoken_" + "x".repeat(49), "ghp_1234", "",
                pair.appToken().substring(1))) {
            Http.Response other = expect(202, Leaks.tokens(realm, token));
            assertThat(other.body()).isEqualTo(right.body());
            assertThat(headers(other)).isEqualTo(headers(right));
        }
    }

    @Test
    void anAppTokenOfAnotherRealmIsFoundWhereThatTakesReports(KeycloakServer server) {
        Leaks.allow(realm, Map.of());
        TestPair unwilling = TestRealm.enabled(server).linkedPair();
        TestPair willing = TestRealm.enabled(server).linkedPair();
        Leaks.allow(willing.realm(), Map.of());

        expect(202, Leaks.tokens(realm, unwilling.appToken(), willing.appToken()));

        Leaks.awaitAlarm(willing, "LEAKED");
        assertThat(Leaks.alarm(unwilling, "LEAKED")).isNull();
        assertThat(Notices.of(unwilling)).isEmpty();
    }

    @Test
    void aPlaceIsCutAndNeverHoldsAnAppToken() {
        Leaks.allow(realm, Map.of());
        TestPair pair = realm.linkedPair();
        Leaks.found(realm, pair.appToken(), "https://example.org/?q=" + pair.appToken());
        assertThat(Leaks.awaitAlarm(pair, "LEAKED").path("place").asText()).doesNotContain("apptoken_");
        TestPair other = realm.linkedPair();
        Leaks.found(realm, other.appToken(), "https://example.org/\n" + "é".repeat(600));
        assertThat(Leaks.awaitAlarm(other, "LEAKED").path("place").asText()).hasSize(500).doesNotContain("\n");
    }

    @Test
    void nothingIsLeftOfAPairThatIsDeleted() {
        Leaks.allow(realm, Map.of());
        TestPair pair = realm.createPair(Map.of("label", "one", "appKey", "leaky"));
        Leaks.tokens(realm, pair.appToken());
        Leaks.awaitAlarm(pair, "LEAKED");

        expect(204, realm.admin.delete(pair.path("")));

        TestPair again = realm.createPair(Map.of("label", "one", "appKey", "leaky"));
        assertThat(Leaks.alarm(again, "LEAKED")).isNull();
    }

    @Test
    void aRealmThatTakesNoReportsHasNoSuchAddress() {
        expect(404, Leaks.tokens(realm, realm.linkedPair().appToken()));
    }

    @Test
    void cleartextIsRefusedWhereTheRealmWantsTls() {
        Leaks.allow(realm, Map.of());
        expect(204, realm.admin.put(realm.path(""), Map.of("sslRequired", "all")));
        assertThat(expect(403, Leaks.tokens(realm, "x")).body()).contains("HTTPS required");
    }

    private static Map<String, List<String>> headers(Http.Response response) {
        Map<String, List<String>> headers = new HashMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }
}
