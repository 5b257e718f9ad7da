package io.github.appkeys.it.leaks;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Diagnosed;
import io.github.appkeys.it.support.Gateway;
import io.github.appkeys.it.support.Leaks;
import io.github.appkeys.it.support.Mailbox;
import io.github.appkeys.it.support.Notices;
import io.github.appkeys.it.support.Self;
import io.github.appkeys.it.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pair that is sent without TLS where the realm requires it. */
@ExtendWith(KeycloakExtension.class)
class CleartextIT {

    private static final Map<String, Function<TestPair, Http.Response>> ENDPOINTS = Map.of(
            "gateway", Gateway::ask,
            "self", Self::read,
            "login", CleartextIT::login);

    private TestRealm realm;
    private TestPair pair;

    @BeforeEach
    void realm(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "self", "login"})
    void itIsRefusedAlikeWhetherItIsRightOrNot(String endpoint) {
        Function<TestPair, Http.Response> call = ENDPOINTS.get(endpoint);
        TestPair wrong = new TestPair(realm, pair.appKey(), Tokens.random(new Random(3)), pair.created());
        TestPair unknown = new TestPair(realm, "unknown", pair.appToken(), pair.created());
        TestPair malformed = new TestPair(realm, pair.appKey(), "apptoken_x", pair.created());
        requireTls("ALL");

        Http.Response right = expect(403, call.apply(pair));

        for (TestPair each : List.of(wrong, unknown, malformed)) {
            Http.Response answer = expect(403, call.apply(each));
            assertThat(comparable(answer.body())).isEqualTo(comparable(right.body()));
            assertThat(headers(answer)).isEqualTo(headers(right));
        }
        assertThat(Leaks.awaitAlarm(pair, "CLEARTEXT").path("address").asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void itsHolderContactAndKeyManagersAreTold(KeycloakServer server) {
        String contact = Mailbox.newAddress();
        pair.update(Map.of("contact", contact));
        realm.administrator("keys", "a password", "manage-app-keys");
        expect(200, Gateway.ask(pair));
        assertThat(expect(200, pair.exchange()).header("X-App-Key-Warning")).isEmpty();
        try (Mailbox mailbox = new Mailbox()) {
            mailbox.connect(realm, "en");
            requireTls("ALL");
            expect(403, Gateway.ask(pair));
            expect(403, pair.exchange());
            requireTls("NONE");

            Leaks.awaitAlarm(pair, "CLEARTEXT");
            for (Http.Response answer : List.of(pair.exchange(), Gateway.ask(pair), Self.read(pair), login(pair))) {
                assertThat(expect(200, answer).header("X-App-Key-Warning")).isEqualTo("CLEARTEXT");
            }
            Leaks.await(() -> !mailbox.of("keys@example.org").isEmpty() && !mailbox.of(contact).isEmpty(), "the mails");
            assertThat(mailbox.of(contact).get(0).text()).contains("was sent without TLS", "127.0.0.1")
                    .doesNotContain("apptoken_");
        }
        assertThat(Notices.of(pair)).contains("CLEARTEXT");
        assertThat(Diagnosed.of(pair).message("CLEARTEXT")).contains("was sent without TLS 1 times");
        assertThat(Leaks.counted(server, "app_key_alarms_total{kind=\"cleartext\"}")).isPositive();
        TestPair renewed = pair.renewed(Map.of("overlapSeconds", 0));
        assertThat(expect(200, renewed.exchange()).header("X-App-Key-Warning")).isEmpty();
        assertThat(Leaks.alarm(pair, "CLEARTEXT")).as("of an appToken that has ended").isNull();
    }

    @Test
    void theRealmMayWantItsEnd() {
        assertThat(expect(200, realm.admin.get(realm.path("/app-keys/settings"))).field("cleartext"))
                .isEqualTo("TELL");
        realm.settings(Map.of("cleartext", "END"));
        TestPair other = pair.renewed(Json.of("overlapSeconds", null));
        expect(200, pair.exchange());
        requireTls("ALL");
        expect(403, Gateway.ask(pair));
        requireTls("NONE");

        Leaks.await(() -> pair.exchange().status() == 401, "the end");

        expect(200, other.exchange());
        assertThat(pair.get().path("endedTokens").path(0).path("cause").asText()).isEqualTo("DISCLOSED");
        assertThat(Diagnosed.of(pair, Map.of("appToken", pair.appToken())).message("ENDED_TOKEN"))
                .startsWith("This appToken was sent without TLS and ended at 20");
    }

    @Test
    void aWrongOneLeavesNothing() {
        TestPair decoy = realm.createPair(Map.of("label", "backup", "decoy", true));
        TestRealm elsewhere = TestRealm.enabled(realm.server);
        TestPair foreign = elsewhere.linkedPair();
        requireTls("ALL");
        expect(403, Gateway.ask(new TestPair(realm, foreign.appKey(), foreign.appToken(), foreign.created())));
        requireTls("NONE");
        expect(401, decoy.exchange());

        Leaks.awaitAlarm(decoy, "DECOY_USED");

        assertThat(Leaks.alarm(foreign, "CLEARTEXT")).isNull();
    }

    @Test
    void aClaimLinkShowsAndRevealsNothing() {
        TestClaim claim = realm.claimablePair("by link");
        TestClaim unknown = new TestClaim(realm, claim.url().substring(0, claim.url().length() - 3) + "abc",
                claim.created());
        requireTls("ALL");

        assertThat(comparable(expect(403, claim.open()).body())).contains("HTTPS")
                .isEqualTo(comparable(expect(403, unknown.open()).body()));
        assertThat(expect(403, claim.reveal()).body()).doesNotContain("apptoken_");
        requireTls("NONE");
        claim.revealed();
    }

    private void requireTls(String of) {
        expect(204, realm.admin.put(realm.path(""), Map.of("sslRequired", of)));
    }

    private static Http.Response login(TestPair pair) {
        return Http.request("POST", pair.realm().server.url() + "/realms/" + pair.realm().name + "/app-keys/login")
                .body("application/json", Json.text(Map.of("appkey", pair.appKey(), "apptoken", pair.appToken())))
                .send();
    }

    /** Without what is random in each answer. */
    private static String comparable(String body) {
        return body.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("claim/[0-9A-Za-z]+", "claim");
    }

    private static Map<String, List<String>> headers(Http.Response response) {
        Map<String, List<String>> headers = new HashMap<>(response.headers().map());
        headers.keySet().removeAll(List.of("date", "x-app-key-refusal-id"));
        return headers;
    }
}
