package io.github.appkeys.it.issuance;

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
import io.github.appkeys.it.support.Refusals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pairs whose appTokens were revoked or have expired, and the renewal that replaces them. */
@ExtendWith(KeycloakExtension.class)
class RevocationIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void revokingOneTokenLeavesTheOther() {
        TestPair old = realm.linkedPair();
        TestPair renewed = old.renewed("{}");

        expect(204, realm.admin.delete(old.path("/tokens/" + renewed.listed().path("id").asText())));

        expect(401, renewed.exchange());
        Refusals.assertEvent(realm, "ENDED_TOKEN");
        expect(200, old.exchange());
        assertThat(old.get().path("renewal").isNull()).isTrue();
        String last = old.listed().path("id").asText();
        TestPair third = old.renewed("{}");
        expect(204, realm.admin.delete(old.path("/tokens/" + last)));
        expect(401, old.exchange());
        expect(200, third.exchange());
        expect(404, realm.admin.delete(old.path("/tokens/" + last)));
        expect(404, realm.admin.delete(old.path("/tokens/no-such-token")));
    }

    @Test
    void aTokenOfAnotherPairIsNotRevoked() {
        TestPair one = realm.linkedPair();
        TestPair other = realm.linkedPair();

        expect(404, realm.admin.delete(one.path("/tokens/" + other.listed().path("id").asText())));

        expect(200, other.exchange());
    }

    @Test
    void aPairWithoutTokensIsExpiredUntilItIsRenewed() {
        TestPair pair = realm.linkedPair();
        expect(204, realm.admin.delete(pair.path("/tokens/" + pair.listed().path("id").asText())));
        assertThat(pair.get().path("status").asText()).isEqualTo("EXPIRED");
        assertThat(realm.admin.get(realm.path("/app-keys?status=EXPIRED&search=" + pair.appKey())).json()).hasSize(1);

        TestPair renewed = pair.renewed("{}");

        expect(200, renewed.exchange());
        expect(401, pair.exchange());
        assertThat(pair.get().path("status").asText()).isEqualTo("ACTIVE");
        assertThat(pair.get().path("renewal").isNull()).isTrue();
    }

    @Test
    void anExpiredTokenIsReplacedAtOnce(KeycloakServer server) {
        TestPair pair = TestRealm.enabled(server).createPair(
                Map.of("label", "short", "expiresAt", Instant.now().plusSeconds(600).toString()));
        pair.link("orders:read");
        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofSeconds(601));
            assertThat(expect(401, pair.exchange()).field("error_description")).startsWith("This appToken expired at ");
            assertThat(pair.get().path("tokens").path(0).path("status").asText()).isEqualTo("EXPIRED");

            TestPair renewed = pair.renewed("{}");

            expect(200, renewed.exchange());
            assertThat(pair.get().path("tokens")).hasSize(1);
        }
    }
}
