package io.github.appkeys.it.expiry;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Mailbox;
import io.github.appkeys.it.support.Notices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a notice is given that a pair expires: by an event, a counter and an e-mail, once each. */
@ExtendWith(KeycloakExtension.class)
class NoticesIT {

    private static Mailbox mailbox;
    private static TestRealm realm;
    private TestClock clock;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        mailbox = new Mailbox();
        realm = TestRealm.enabled(server);
        mailbox.connect(realm, "en");
    }

    @AfterAll
    static void stop() {
        mailbox.close();
    }

    @BeforeEach
    void createClock(KeycloakServer server) {
        clock = new TestClock(server);
    }

    @AfterEach
    void resetClock() {
        clock.close();
    }

    @Test
    void eachNoticeIsSentOnceEvenIfTheClockJumpsBack(KeycloakServer server) {
        // not together with a pair of another test, since notices are counted
        Instant end = Instant.now().plus(Duration.ofDays(47)).plus(Duration.ofHours(5));
        String contact = Mailbox.newAddress();
        TestPair pair = Notices.pair(realm, end, contact);
        run();
        assertThat(Notices.of(pair)).isEmpty();

        for (int days : List.of(30, 7, 1)) {
            clock.set(end.minus(Duration.ofDays(days)).minusSeconds(120));
            run();
            assertThat(Notices.of(pair)).doesNotContain(Notices.name(days));
            double before = Notices.counted(server, days);
            clock.set(end.minus(Duration.ofDays(days)).plusSeconds(60));
            run();
            assertThat(Notices.of(pair)).endsWith(Notices.name(days));
            assertThat(Notices.counted(server, days)).isEqualTo(before + 1);
            clock.set(end.minus(Duration.ofDays(days)).minusSeconds(3540));
            run();
            clock.set(end.minus(Duration.ofDays(days)).plusSeconds(120));
            run();
        }
        clock.set(end.plusSeconds(60));
        run();

        assertThat(Notices.of(pair)).containsExactly(Notices.name(30), Notices.name(7), Notices.name(1));
        assertThat(mailbox.of(contact)).hasSize(3);
        JsonNode event = Notices.events(pair).path(0);
        assertThat(event.path("details").path("app_key_expires_at").asText())
                .isEqualTo(pair.get().path("tokens").path(0).path("expiresAt").asText());
        assertThat(event.toString()).doesNotContain("apptoken_").doesNotContain(contact);
    }

    @ParameterizedTest
    @CsvSource({"20, EXPIRES_IN_30_DAYS", "6, EXPIRES_IN_7_DAYS", "0, EXPIRES_IN_1_DAY"})
    void aShortLivedTokenGetsOnlyTheMostUrgentNotice(int days, String notice) {
        String contact = Mailbox.newAddress();
        TestPair pair = Notices.pair(realm, Instant.now().plus(Duration.ofDays(days)).plusSeconds(7200), contact);

        run();
        run();

        assertThat(Notices.of(pair)).containsExactly(notice);
        assertThat(mailbox.of(contact)).hasSize(1);
    }

    @Test
    void leapDaysAreCounted() {
        String contact = Mailbox.newAddress();
        TestPair afterwards = Notices.pair(realm, Instant.parse("2028-03-30T00:00:00Z"), null);
        TestPair onTheDay = Notices.pair(realm, Instant.parse("2028-02-29T12:00:00Z"), contact);

        clock.set(Instant.parse("2028-02-28T11:58:00Z"));
        run();
        assertThat(Notices.of(onTheDay)).containsExactly(Notices.name(7));
        clock.set(Instant.parse("2028-02-28T12:00:10Z"));
        run();
        assertThat(Notices.of(onTheDay)).containsExactly(Notices.name(7), Notices.name(1));
        assertThat(mailbox.of(contact)).extracting(Mailbox.Mail::subject).last().asString()
                .contains("February 29, 2028, 12:00 UTC");

        clock.set(Instant.parse("2028-02-28T23:58:00Z"));
        run();
        assertThat(Notices.of(afterwards)).isEmpty();
        clock.set(Instant.parse("2028-02-29T00:00:10Z"));
        run();
        assertThat(Notices.of(afterwards)).containsExactly(Notices.name(30));
    }

    @Test
    void aTokenThatIsBeingReplacedGetsNoNotice() {
        TestPair pair = Notices.pair(realm, Instant.now().plus(Duration.ofDays(3)), null);
        pair.renewed(Json.of("overlapSeconds", null));
        run();
        assertThat(Notices.of(pair)).isEmpty();

        expect(204, realm.admin.delete(pair.path("/renewal")));
        run();
        assertThat(Notices.of(pair)).containsExactly(Notices.name(7));

        pair.renewed(Map.of("overlapSeconds", 0, "expiresAt", Instant.now().plus(Duration.ofDays(3)).toString()));
        run();
        assertThat(Notices.of(pair)).as("a new token has notices of its own")
                .containsExactly(Notices.name(7), Notices.name(7));
    }

    @Test
    void pairsThatCannotBeUsedGetNoNotice(KeycloakServer server) {
        TestPair disabled = Notices.pair(realm, Instant.now().plus(Duration.ofDays(3)), null);
        disabled.update(Map.of("enabled", false));
        TestPair revoked = Notices.pair(realm, Instant.now().plus(Duration.ofDays(3)), null);
        String token = revoked.get().path("tokens").path(0).path("id").asText();
        expect(204, realm.admin.delete(revoked.path("/tokens/" + token)));
        TestRealm off = TestRealm.enabled(server);
        TestPair unused = Notices.pair(off, Instant.now().plus(Duration.ofDays(3)), null);
        off.settings(Map.of("enabled", false));

        run();

        assertThat(Notices.of(disabled)).isEmpty();
        assertThat(Notices.of(revoked)).isEmpty();
        assertThat(Notices.of(unused)).isEmpty();
        disabled.update(Map.of("enabled", true));
        off.settings(Map.of("enabled", true));
        run();
        assertThat(Notices.of(disabled)).containsExactly(Notices.name(7));
        assertThat(Notices.of(unused)).containsExactly(Notices.name(7));
    }

    /** Without what keeps Keycloak's nodes from running a task at once: the database alone decides. */
    @Test
    void parallelRunsSendEachNoticeOnce() {
        Map<String, TestPair> pairs = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            String contact = Mailbox.newAddress();
            pairs.put(contact, Notices.pair(realm, Instant.now().plus(Duration.ofDays(6)), contact));
        }

        CompletableFuture.allOf(IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> clock.runUnguarded(Notices.TASK)))
                .toArray(CompletableFuture[]::new)).join();
        run();

        assertThat(pairs).allSatisfy((contact, pair) -> {
            assertThat(Notices.of(pair)).containsExactly(Notices.name(7));
            assertThat(mailbox.of(contact)).hasSize(1);
        });
    }

    private void run() {
        clock.run(Notices.TASK);
    }
}
