package io.github.appkeys.it.expiry;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.LastUses;
import io.github.appkeys.it.support.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Unused appTokens are switched off. */
@ExtendWith(KeycloakExtension.class)
class IdleIT {

    private TestRealm realm;
    private TestClock clock;

    @BeforeEach
    void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        clock = new TestClock(server);
    }

    @AfterEach
    void resetClock() {
        clock.close();
    }

    @Test
    void anUnusedTokenIsSwitchedOffAndARenewalReplacesIt() {
        realm.settings(Map.of("idleDays", 30));
        TestPair pair = realm.linkedPair();
        clock.set(Duration.ofDays(23).minusSeconds(60));
        run();
        assertThat(Notices.of(pair)).isEmpty();
        clock.set(Duration.ofDays(23).plusSeconds(60));
        run();
        clock.set(Duration.ofDays(30).minusSeconds(60));
        run();
        assertThat(Notices.of(pair)).containsExactly("IDLE_SOON");
        assertThat(pair.get().path("status").asText()).isEqualTo("ACTIVE");

        clock.set(Duration.ofDays(30).plusSeconds(60));
        run();
        run();

        assertThat(expect(401, pair.exchange()).field("error_description"))
                .startsWith("This appToken was switched off, because it was not used for long, at 20");
        assertThat(pair.get().path("status").asText()).isEqualTo("EXPIRED");
        assertThat(Notices.of(pair)).containsExactly("IDLE_SOON", "IDLE");
        assertThat(Notices.events(pair).toString()).doesNotContain("apptoken_");
        TestPair renewed = pair.renewed("{}");
        run();
        expect(200, renewed.exchange());
        expect(401, pair.exchange());
    }

    @Test
    void idleTimeStartsAtTheLastUse() throws Exception {
        realm.settings(Map.of("idleDays", 1));
        TestPair pair = realm.linkedPair();
        clock.set(Duration.ofHours(20));
        expect(200, pair.exchange());
        LastUses.await(pair);

        clock.set(Duration.ofHours(43));
        run();
        expect(200, pair.exchange());
        clock.set(Duration.ofHours(43).minus(Duration.ofHours(1)));
        run();
        Instant afterTheJump = Instant.now().plus(Duration.ofHours(42).plusMinutes(30));
        LastUses.await(pair, afterTheJump::isBefore);

        clock.set(Duration.ofHours(66));
        run();
        expect(200, pair.exchange());
        assertThat(Notices.of(pair)).as("one after each use").containsExactly("IDLE_SOON", "IDLE_SOON");
    }

    @Test
    void nothingIsSwitchedOffWithoutIdleDays() {
        TestPair pair = realm.linkedPair();
        clock.set(Duration.ofDays(800));
        run();

        expect(200, pair.exchange());
        assertThat(Notices.of(pair)).isEmpty();
    }

    /** The other token of the renewal still works, as if the idle one had been revoked. */
    @Test
    void anUnusedNewTokenOfARenewalIsSwitchedOffAlone() throws Exception {
        realm.settings(Map.of("idleDays", 1));
        TestPair old = realm.linkedPair();
        TestPair renewed = old.renewed(Json.of("overlapSeconds", null));
        clock.set(Duration.ofHours(13));
        run();
        clock.set(Duration.ofHours(23));
        expect(200, old.exchange());
        LastUses.await(old);

        clock.set(Duration.ofHours(26));
        run();

        expect(200, old.exchange());
        expect(401, renewed.exchange());
        JsonNode pair = old.get();
        assertThat(pair.path("renewal").isNull()).isTrue();
        assertThat(pair.path("tokens")).hasSize(1);
        assertThat(Notices.of(old)).containsExactly("IDLE_SOON", "IDLE_SOON", "IDLE");
    }

    @Test
    void aTokenThatHasEndedIsNotSwitchedOffAgain() {
        realm.settings(Map.of("idleDays", 1));
        TestPair pair = realm.linkedPair();
        expect(204, realm.admin.delete(pair.path("/tokens/" + pair.get().path("tokens").path(0).path("id").asText())));
        TestPair expired = realm.createPair(Map.of("label", "short",
                "expiresAt", Instant.now().plus(Duration.ofHours(2)).toString()));
        TestPair replaced = realm.linkedPair();
        TestPair renewed = replaced.renewed(Map.of("overlapSeconds", 3600));
        clock.set(Duration.ofHours(13));
        run();
        clock.set(Duration.ofHours(26));

        run();

        assertThat(Notices.of(pair)).isEmpty();
        assertThat(Notices.of(expired)).isEmpty();
        assertThat(Notices.of(replaced)).as("the new token only").containsExactly("IDLE_SOON", "IDLE");
        expect(401, renewed.exchange());
    }

    private void run() {
        clock.run(Notices.TASK);
    }
}
