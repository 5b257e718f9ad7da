package io.github.appkeys.it.issuance;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Diagnosed;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.Refusals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replacing an appToken while the old one still works. */
@Tag("database")
@ExtendWith(KeycloakExtension.class)
class RenewalIT {

    private static TestRealm realm;
    /** With a default overlap of two minutes. */
    private static TestRealm twoMinutes;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        twoMinutes = TestRealm.enabled(server);
        twoMinutes.settings(Map.of("defaultOverlapSeconds", 120));
    }

    @Test
    void bothTokensWorkUntilTheRenewalIsFinished() {
        TestPair old = realm.linkedPair();

        Http.Response response = expect(201, old.renew(Json.of("overlapSeconds", null)));
        TestPair renewed = TestPair.of(realm, response.json());

        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(renewed.appKey()).isEqualTo(old.appKey());
        assertThat(renewed.appToken()).isNotEqualTo(old.appToken());
        expect(200, old.exchange());
        expect(200, renewed.exchange());
        JsonNode pair = old.get();
        assertThat(pair.path("tokens")).hasSize(2);
        assertThat(pair.path("renewal").path("startedAt").asText()).isNotEmpty();
        assertThat(pair.path("renewal").path("finishAt").isNull()).isTrue();
        assertThat(pair.has("appToken")).isFalse();

        expect(204, realm.admin.post(old.path("/renewal/finish"), ""));

        expect(401, old.exchange());
        Refusals.assertEvent(realm, "ENDED_TOKEN");
        expect(200, renewed.exchange());
        assertThat(old.get().path("tokens")).hasSize(1);
        assertThat(old.get().path("renewal").isNull()).isTrue();
        expect(404, realm.admin.post(old.path("/renewal/finish"), ""));
    }

    @Test
    void undoingRestoresTheOldToken() {
        TestPair old = realm.createPair(Map.of("label", "expires", "expiresAt", "2099-02-28T23:59:59Z"));
        old.link("orders:read");
        JsonNode before = old.get();
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 3600));
        assertThat(Instant.parse(old.listed().path("expiresAt").asText()))
                .isEqualTo(old.get().path("renewal").path("finishAt").asText());

        expect(204, realm.admin.delete(old.path("/renewal")));

        expect(401, renewed.exchange());
        Refusals.assertEvent(realm, "ENDED_TOKEN");
        assertThat(Diagnosed.of(old, Map.of("appToken", renewed.appToken())).message("ENDED_TOKEN"))
                .startsWith("This appToken came with a renewal that was undone and ended at 20");
        expect(200, old.exchange());
        assertThat(withoutLastUse(old.get())).isEqualTo(withoutLastUse(before));
        expect(404, realm.admin.delete(old.path("/renewal")));
    }

    @Test
    void anOverlapOfZeroEndsTheOldTokenAtOnce() {
        TestPair old = realm.linkedPair();

        TestPair renewed = old.renewed(Map.of("overlapSeconds", 0));

        expect(401, old.exchange());
        expect(200, renewed.exchange());
        assertThat(old.get().path("renewal").isNull()).isTrue();
        assertThat(old.get().path("tokens")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        ''
        {}
        {"expiresAt":null}
        """)
    void theDefaultOverlapIsThatOfTheSettings(String body) {
        TestPair old = twoMinutes.linkedPair();

        TestPair renewed = old.renewed(body);
        JsonNode renewal = renewed.created().path("renewal");

        assertThat(Duration.between(Instant.parse(renewal.path("startedAt").asText()),
                Instant.parse(renewal.path("finishAt").asText()))).isEqualTo(Duration.ofMinutes(2));
    }

    /** To the second, with no job that would have to run. */
    @Test
    void theOldTokenEndsAtFinishAt(KeycloakServer server) {
        TestPair old = TestRealm.enabled(server).linkedPair();
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 3600));
        Instant finishAt = Instant.parse(old.get().path("renewal").path("finishAt").asText());

        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.between(Instant.now(), finishAt).minusSeconds(30));
            expect(200, old.exchange());
            clock.set(Duration.between(Instant.now(), finishAt).plusSeconds(1));
            expect(401, old.exchange());
            assertThat(Diagnosed.of(old, Map.of("appToken", old.appToken())).message("ENDED_TOKEN"))
                    .endsWith(finishAt.toString());
            expect(200, renewed.exchange());
            assertThat(old.get().path("renewal").isNull()).isTrue();
            assertThat(old.get().path("tokens")).hasSize(1);
            expect(404, realm.admin.delete(old.path("/renewal")));
            TestPair third = old.renewed(Map.of("overlapSeconds", 60));
            expect(401, old.exchange());
            expect(200, renewed.exchange());
            expect(200, third.exchange());
        }
        // the clock was put back by an hour: what has ended stays so
        expect(401, old.exchange());
    }

    @Test
    void aSecondRenewalIsRefusedWhileOneIsRunning() {
        TestPair old = realm.linkedPair();
        old.renewed("{}");

        assertThat(expect(409, old.renew("{}")).field("errorMessage")).contains("is running");
        assertThat(expect(409, old.renew(Map.of("overlapSeconds", 0))).field("errorMessage")).contains("is running");
        assertThat(old.get().path("tokens")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        {}
        {"overlapSeconds":null}
        """)
    void oneOfManyParallelRenewalsSucceeds(String body) {
        TestPair old = realm.linkedPair();

        List<Http.Response> responses = Parallel.atOnce(6, () -> old.renew(body));

        assertThat(responses).extracting(Http.Response::status).containsOnlyOnce(201)
                .allMatch(status -> status == 201 || status == 409);
        responses.stream().filter(r -> r.status() == 201).forEach(r -> TestPair.of(realm, r.json()));
        assertThat(old.get().path("tokens")).hasSize(2);
    }

    /** Without an overlap, one renewal after the other is fine. */
    @Test
    void afterParallelRenewalsWithoutOverlapOneTokenIsLeft() {
        TestPair old = realm.linkedPair();

        List<Http.Response> responses = Parallel.atOnce(6, () -> old.renew(Map.of("overlapSeconds", 0)));

        assertThat(responses).extracting(Http.Response::status).contains(201)
                .allMatch(status -> status == 201 || status == 409);
        List<Integer> exchanges = responses.stream().filter(r -> r.status() == 201)
                .map(r -> TestPair.of(realm, r.json()).exchange().status()).toList();
        assertThat(exchanges).containsOnlyOnce(200);
        assertThat(old.get().path("tokens")).hasSize(1);
        expect(401, old.exchange());
    }

    private static JsonNode withoutLastUse(JsonNode pair) {
        JsonNode copy = pair.deepCopy();
        copy.findParents("lastUsedAt")
                .forEach(token -> ((ObjectNode) token).remove(List.of("lastUsedAt", "lastUsedFrom")));
        // the appToken that was undone
        ((ObjectNode) copy).remove("endedTokens");
        return copy;
    }
}
