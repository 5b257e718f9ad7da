package io.github.appkeys.it.passwordgrants;

import static io.github.appkeys.harness.TestRealm.expect;
import static io.github.appkeys.it.support.PasswordGrants.ENDED;
import static io.github.appkeys.it.support.PasswordGrants.FUTURE;
import static io.github.appkeys.it.support.PasswordGrants.PAGE;
import static io.github.appkeys.it.support.PasswordGrants.PAST;
import static io.github.appkeys.it.support.PasswordGrants.grant;
import static io.github.appkeys.it.support.PasswordGrants.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.OtherLogins;
import io.github.appkeys.it.support.PasswordGrants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of password grants: announced before the cutoff, and enforced from that moment. */
@ExtendWith(KeycloakExtension.class)
class PasswordGrantEndIT {

    private static KeycloakServer server;
    private static TestRealm realm;
    private static String ada;

    @BeforeAll
    static void enable(KeycloakServer started) {
        server = started;
        realm = TestRealm.enabled(server);
        ada = OtherLogins.prepare(realm);
    }

    @BeforeEach
    void prepare() {
        PasswordGrants.reset(realm);
    }

    @Test
    void withoutACutoffNothingIsAnnounced() {
        assertThat(outcome(grant(realm, "shop"))).isEqualTo("ALLOWED");
        assertThat(realm.lastEvent().path("details").has("password_grant")).isFalse();
        OtherLogins.assertAllWork(realm);
    }

    @Test
    void beforeTheCutoffResponsesAnnounceIt() {
        long before = Instant.now().getEpochSecond();
        PasswordGrants.cutoff(realm, FUTURE);

        Http.Response response = expect(200, grant(realm, "shop"));

        assertThat(response.header("Sunset")).isEqualTo("Thu, 13 Nov 2036 16:00:00 GMT");
        assertThat(Long.parseLong(response.header("Deprecation").substring(1))).isBetween(before,
                Instant.now().getEpochSecond());
        assertThat(response.header("Deprecation")).startsWith("@");
        assertThat(response.header("Link"))
                .isEqualTo("<" + PAGE + ">; rel=\"deprecation\", <" + PAGE + ">; rel=\"sunset\"");
        assertThat(realm.lastEvent().path("type").asText()).isEqualTo("LOGIN");
        assertThat(realm.lastEvent().path("details").path("password_grant").asText()).isEqualTo("deprecated");
        PasswordGrants.cutoff(realm, "2037-11-13T14:00Z");
        assertThat(grant(realm, "shop").header("Deprecation")).as("put off").isEqualTo(response.header("Deprecation"));
        expectWrongPassword(grant(realm, "shop", "ada", "wrong"));
        OtherLogins.assertAllWork(realm);
    }

    @Test
    void afterTheCutoffGrantsAreRefusedBeforeThePasswordIsChecked() {
        expect(204, realm.admin.put(realm.path(""), Map.of("bruteForceProtected", true, "failureFactor", 30,
                "quickLoginCheckMilliSeconds", 0)));
        String refreshToken = expect(200, grant(realm, "shop")).field("refresh_token");
        expectWrongPassword(grant(realm, "shop", "ada", "wrong"));
        awaitFailures(1);
        PasswordGrants.cutoff(realm, PAST);

        Http.Response right = expect(400, grant(realm, "shop"));
        assertThat(right.field("error")).isEqualTo("unauthorized_client");
        assertThat(right.field("error_description")).isEqualTo(ENDED.formatted(PAST));
        JsonNode event = realm.lastEvent();
        assertThat(event.path("type").asText()).isEqualTo("LOGIN_ERROR");
        assertThat(event.path("error").asText()).isEqualTo("unauthorized_client");
        assertThat(event.path("details").path("password_grant").asText()).isEqualTo("ended");
        assertThat(event.path("details").has("username")).isFalse();
        for (int i = 0; i < 5; i++) {
            assertAlike(grant(realm, "shop", "ada", "wrong"), right);
        }
        assertAlike(grant(realm, "shop", "nobody", "wrong"), right);
        assertAlike(realm.tokenRequest(Map.of("grant_type", "password", "client_id", "shop")).send(), right);

        OtherLogins.refresh(realm, refreshToken);
        PasswordGrants.cutoff(realm, null);
        expectWrongPassword(grant(realm, "shop", "ada", "wrong"));
        // those of after the cutoff would be counted before this one
        awaitFailures(2);
        PasswordGrants.cutoff(realm, PAST);
        OtherLogins.assertAllWork(realm);
    }

    /** No request that begins after the cutoff is granted, and none that ends before it is refused. */
    @ParameterizedTest
    @ValueSource(longs = {0, 3 * 24 * 3600})
    void grantsAreRefusedFromTheExactMomentOfTheCutoff(long offset) {
        Instant at = Instant.now().plusSeconds(offset + 3).truncatedTo(ChronoUnit.SECONDS);
        PasswordGrants.cutoff(realm, at.atOffset(ZoneOffset.ofHours(-2)).toString());
        int granted = 0;
        int refused = 0;
        try (TestClock clock = new TestClock(server)) {
            if (offset > 0) {
                assertThat(outcome(grant(realm, "shop"))).as("by the real clock").isEqualTo("DEPRECATED");
                clock.set(Duration.ofSeconds(offset));
            }
            while (refused < 5) {
                Instant start = Instant.now().plusSeconds(offset);
                Http.Response response = grant(realm, "shop");
                Instant end = Instant.now().plusSeconds(offset);
                if (response.status() == 200) {
                    assertThat(start).as("granted").isBefore(at);
                    granted++;
                } else {
                    assertThat(outcome(response)).isEqualTo("ENDED");
                    assertThat(end).as("refused").isAfterOrEqualTo(at);
                    refused++;
                }
            }
        }
        assertThat(granted).isPositive();
    }

    /** 400 or 401, by the version of Keycloak. */
    private static void expectWrongPassword(Http.Response response) {
        assertThat(response.field("error")).isEqualTo("invalid_grant");
    }

    private static void assertAlike(Http.Response response, Http.Response other) {
        assertThat(response.status()).isEqualTo(other.status());
        assertThat(response.body()).isEqualTo(other.body());
        assertThat(new TreeMap<>(response.headers().map())).isEqualTo(new TreeMap<>(other.headers().map()));
    }

    /** Keycloak counts on a thread of its own. */
    private static void awaitFailures(int expected) {
        Instant end = Instant.now().plusSeconds(20);
        int failures;
        do {
            failures = expect(200, realm.admin.get(realm.path("/attack-detection/brute-force/users/" + ada))).json()
                    .path("numFailures").asInt();
        } while (failures < expected && Instant.now().isBefore(end));
        assertThat(failures).isEqualTo(expected);
    }
}
