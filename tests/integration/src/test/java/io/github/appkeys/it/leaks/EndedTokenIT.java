package io.github.appkeys.it.leaks;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Diagnosed;
import io.github.appkeys.it.support.Gateway;
import io.github.appkeys.it.support.LastUses;
import io.github.appkeys.it.support.Leaks;
import io.github.appkeys.it.support.Mailbox;
import io.github.appkeys.it.support.Notices;
import io.github.appkeys.it.support.Self;
import io.github.appkeys.it.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An appToken that was replaced or revoked is refused like a wrong one, and told to those who may know. */
@ExtendWith(KeycloakExtension.class)
class EndedTokenIT {

    private static final Map<String, Function<TestPair, Http.Response>> ENDPOINTS = Map.of(
            "token", TestPair::exchange,
            "gateway", Gateway::ask,
            "self", Self::read,
            "login", EndedTokenIT::login);

    private TestRealm realm;
    private TestPair old;

    @BeforeEach
    void realm(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        old = realm.linkedPair();
    }

    @Test
    void itsAnswerIsThatOfAWrongOne() {
        TestPair replaced = realm.linkedPair();
        replaced.renewed(Map.of("overlapSeconds", 0));
        TestPair revoked = realm.linkedPair();
        revoke(revoked);
        TestPair before = realm.linkedPair();
        TestPair undone = before.renewed(Json.of("overlapSeconds", null));
        expect(204, realm.admin.delete(before.path("/renewal")));
        TestPair disabled = realm.linkedPair();
        disabled.renewed(Map.of("overlapSeconds", 0));
        disabled.update(Map.of("enabled", false));

        for (TestPair ended : List.of(replaced, revoked, undone, disabled)) {
            TestPair wrong = new TestPair(realm, ended.appKey(), Tokens.random(new Random(7)), old.created());
            ENDPOINTS.forEach((name, call) -> {
                Http.Response expected = expect(401, call.apply(wrong));
                Http.Response answer = expect(401, call.apply(ended));

                assertThat(answer.body()).as(name).isEqualTo(expected.body());
                assertThat(headers(answer)).as(name).isEqualTo(headers(expected));
            });
            assertTold(ended);
        }
    }

    @Test
    void oneThatExpiredByItsDateIsToldToItsHolder() {
        TestPair dated = realm.createPair(
                Map.of("label", "dated", "expiresAt", Instant.now().plusSeconds(2).toString()));
        dated.link("orders:read");

        Leaks.await(() -> dated.exchange().status() == 401, "the end");

        assertThat(dated.exchange().field("error_description")).startsWith("This appToken expired at 20");
        assertThat(realm.lastEvent().path("details").path("app_key_reason").asText()).isEqualTo("EXPIRED");
    }

    @Test
    void theContactIsToldOnceItsSuccessorWasUsed(KeycloakServer server) throws Exception {
        String contact = Mailbox.newAddress();
        old.update(Map.of("contact", contact));
        realm.administrator("keys", "a password", "manage-app-keys");
        double counted = Leaks.counted(server, "app_key_alarms_total{kind=\"ended_token\"}");
        try (Mailbox mailbox = new Mailbox()) {
            mailbox.connect(realm, "en");
            expect(200, old.exchange());
            TestPair renewed = old.renewed(Map.of("overlapSeconds", 0));
            expect(401, old.exchange());
            Instant used = Instant.now();
            expect(200, renewed.exchange());
            LastUses.await(renewed, moment -> !moment.isBefore(used.minusMillis(1)));
            assertThat(Leaks.alarm(old, "ENDED_TOKEN")).as("before its successor was used").isNull();

            expect(401, old.exchange());

            JsonNode alarm = Leaks.awaitAlarm(old, "ENDED_TOKEN");
            assertThat(alarm.path("address").asText()).isEqualTo("127.0.0.1");
            Leaks.await(() -> !mailbox.of(contact).isEmpty(), "the mail");
            expect(401, old.exchange());
            Leaks.await(() -> Leaks.alarm(old, "ENDED_TOKEN").path("times").asInt() == 2, "the second use");
            assertThat(mailbox.of(contact)).hasSize(1);
            assertThat(mailbox.of(contact).get(0).text()).contains("was replaced", "It was refused")
                    .doesNotContain("apptoken_");
            assertThat(mailbox.of("keys@example.org")).isEmpty();

            expect(200, renewed.exchange());
            assertThat(old.get().path("status").asText()).isEqualTo("ACTIVE");
        }
        assertThat(Notices.of(old)).containsOnlyOnce("ENDED_TOKEN");
        assertThat(Diagnosed.of(old).message("ENDED_TOKEN")).contains("was sent 2 times", "127.0.0.1");
        assertThat(Leaks.counted(server, "app_key_alarms_total{kind=\"ended_token\"}") - counted)
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void oneWithoutASuccessorIsNoAlarm() {
        revoke(old);
        expect(401, old.exchange());
        TestPair decoy = realm.createPair(Map.of("label", "backup", "decoy", true));
        expect(401, decoy.exchange());

        Leaks.awaitAlarm(decoy, "DECOY_USED");

        assertThat(Leaks.alarm(old, "ENDED_TOKEN")).isNull();
    }

    @Test
    void aDiagnosisTellsTheOneThatWasPasted() {
        old.renewed(Map.of("overlapSeconds", 0));

        Diagnosed diagnosed = Diagnosed.of(old, Map.of("appToken", old.appToken()));

        assertThat(diagnosed.message("ENDED_TOKEN"))
                .startsWith("This appToken was replaced in a renewal and ended at 20");
    }

    private static Http.Response login(TestPair pair) {
        return Http.request("POST", pair.realm().server.url() + "/realms/" + pair.realm().name + "/app-keys/login")
                .body("application/json", Json.text(Map.of("appkey", pair.appKey(), "apptoken", pair.appToken())))
                .send();
    }

    private void revoke(TestPair pair) {
        expect(204, realm.admin.delete(pair.path("/tokens/" + pair.get().path("tokens").path(0).path("id").asText())));
    }

    /** By the exchange, and by the first of the others within a minute: which appToken, and since when it has ended. */
    private void assertTold(TestPair ended) {
        List<JsonNode> told = new ArrayList<>();
        realm.admin.get(realm.path("/events?type=CLIENT_LOGIN_ERROR&max=10&client=" + ended.appKey())).json()
                .forEach(event -> {
                    assertThat(event.toString()).doesNotContain("apptoken_");
                    if (event.path("details").path("app_key_reason").asText().equals("ENDED_TOKEN")) {
                        told.add(event.path("details"));
                    }
                });
        assertThat(told).extracting(details -> details.has("app_key_endpoint")).containsExactlyInAnyOrder(true, false);
        assertThat(told).allSatisfy(details -> {
            assertThat(details.path("app_key_token").asText()).isNotEmpty();
            assertThat(Instant.parse(details.path("app_key_ended_at").asText()))
                    .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
        });
    }

    private static Map<String, List<String>> headers(Http.Response response) {
        Map<String, List<String>> headers = new HashMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }
}
