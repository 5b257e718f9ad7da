package io.github.appkeys.it.diagnosis;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Diagnosed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Causes in the appTokens of a pair: named until the pair has an appToken that works. */
@ExtendWith(KeycloakExtension.class)
class TokenDiagnosisIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void theTokenHasExpired(KeycloakServer server) {
        TestPair pair = realm.createPair(
                Map.of("label", "short", "expiresAt", Instant.now().plusSeconds(600).toString()));
        pair.link("orders:read");
        Diagnosed.of(pair).assertWarnedOf("EXPIRING");
        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofSeconds(601));
            expect(401, pair.exchange());
            Diagnosed.of(pair).assertRefusedFor("EXPIRED");
            Diagnosed.of(pair, Map.of("appToken", pair.appToken())).assertRefusedFor("EXPIRED");

            TestPair renewed = pair.renewed("{}");

            expect(200, renewed.exchange());
            Diagnosed.of(pair).assertHealthy();
        }
    }

    @Test
    void theTokenWasReplacedInARenewal() {
        TestPair old = realm.linkedPair();
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 3600));
        expect(200, renewed.exchange());
        Diagnosed.of(old).assertWarnedOf("RENEWAL_RUNNING");
        assertThat(Diagnosed.of(old).message("RENEWAL_RUNNING")).contains("until 20");

        expect(204, realm.admin.post(old.path("/renewal/finish"), ""));

        Diagnosed.of(old).assertHealthy();
        Diagnosed ended = Diagnosed.of(old, Map.of("appToken", old.appToken()));
        ended.assertRefusedFor("ENDED_TOKEN");
        assertThat(ended.message("ENDED_TOKEN")).startsWith("This appToken was replaced in a renewal and ended at 20");
        Diagnosed.of(old, Map.of("appToken", renewed.appToken())).assertHealthy();
    }

    @Test
    void theTokenIsRevoked() {
        TestPair pair = realm.linkedPair();
        String id = pair.get().path("tokens").path(0).path("id").asText();
        expect(204, realm.admin.delete(pair.path("/tokens/" + id)));
        expect(401, pair.exchange());

        Diagnosed diagnosed = Diagnosed.of(pair);

        diagnosed.assertRefusedFor("EXPIRED");
        assertThat(diagnosed.message("EXPIRED")).startsWith("This appToken was revoked at 20");
    }
}
