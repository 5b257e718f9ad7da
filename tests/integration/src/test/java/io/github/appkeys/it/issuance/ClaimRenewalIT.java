package io.github.appkeys.it.issuance;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Parallel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Renewing a pair whose new appToken is handed over by a claim link. */
@ExtendWith(KeycloakExtension.class)
class ClaimRenewalIT {

    private static TestRealm realm;

    @BeforeAll
    static void enable(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void theOverlapBeginsAtTheClaim(KeycloakServer server) {
        TestPair old = realm.linkedPair();
        Http.Response response = expect(201, old.renew(Map.of("delivery", "LINK", "overlapSeconds", 3600)));
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        TestClaim claim = TestClaim.of(realm, response.json());
        assertThat(old.get().path("renewal").isNull()).isTrue();
        assertThat(old.get().path("tokens")).hasSize(1);
        assertThat(old.get().path("tokens").path(0).path("expiresAt").isNull()).isTrue();

        try (TestClock clock = new TestClock(server)) {
            Duration later = Duration.ofHours(2);
            clock.set(later);
            expect(200, old.exchange());
            assertThat(expect(200, claim.open()).body()).contains("works on for a while");

            TestPair renewed = claim.revealed();

            expect(200, old.exchange());
            expect(200, renewed.exchange());
            JsonNode renewal = old.get().path("renewal");
            assertThat(renewal.path("startedAt")).isEqualTo(claim.claim().path("claimedAt"));
            assertThat(Duration.between(Instant.parse(renewal.path("startedAt").asText()),
                    Instant.parse(renewal.path("finishAt").asText()))).isEqualTo(Duration.ofHours(1));
            clock.set(later.plusHours(1).plusSeconds(60));
            expect(401, old.exchange());
            expect(200, renewed.exchange());
        }
    }

    @Test
    void anOverlapOfZeroEndsTheOldTokenAtTheClaim() {
        TestPair old = realm.linkedPair();
        TestClaim claim = renewed(old, Map.of("delivery", "LINK", "overlapSeconds", 0));
        expect(200, old.exchange());
        assertThat(expect(200, claim.open()).body()).contains("stops working in the moment");

        TestPair renewed = claim.revealed();

        expect(401, old.exchange());
        expect(200, renewed.exchange());
    }

    @Test
    void withoutAnOverlapTheRenewalIsFinishedOrUndoneByHand() {
        TestPair old = realm.linkedPair();
        TestPair renewed = renewed(old, Json.of("delivery", "LINK", "overlapSeconds", null)).revealed();
        assertThat(old.get().path("renewal").path("finishAt").isNull()).isTrue();

        expect(204, realm.admin.delete(old.path("/renewal")));

        expect(200, old.exchange());
        expect(401, renewed.exchange());
    }

    @Test
    void noRenewalStartsWhileALinkIsPending() {
        TestPair old = realm.linkedPair();
        TestClaim claim = renewed(old, Map.of("delivery", "LINK"));

        for (Object body : List.of(Map.of(), Map.of("overlapSeconds", 0), Map.of("delivery", "LINK"))) {
            assertThat(expect(409, old.renew(body)).field("errorMessage")).contains("is pending: withdraw it first");
        }
        expect(404, realm.admin.delete(old.path("/renewal")));
        expect(200, claim.open());

        expect(204, realm.admin.delete(claim.path("/claim-link")));
        TestPair renewed = old.renewed("{}");
        expect(200, renewed.exchange());
        assertThat(old.get().path("claim").isNull()).isTrue();
        expect(409, realm.admin.post(old.path("/claim-link"), ""));
        expect(404, claim.open());
    }

    @Test
    void noLinkIsCreatedWhileARenewalIsRunning() {
        TestPair old = realm.linkedPair();
        old.renewed("{}");

        assertThat(expect(409, old.renew(Map.of("delivery", "LINK"))).field("errorMessage")).contains("is running");
    }

    @Test
    void anUnclaimedPairCanBeRenewedAfterItsLinkIsWithdrawn() {
        TestClaim claim = realm.claimablePair("never claimed");
        expect(409, realm.admin.post(claim.path("/renewal"), "{}"));
        expect(204, realm.admin.delete(claim.path("/claim-link")));

        TestPair pair = TestPair.of(realm, expect(201, realm.admin.post(claim.path("/renewal"), "{}")).json());

        pair.link("orders:read");
        expect(200, pair.exchange());
    }

    @Test
    void aNewLinkKeepsOverlapAndExpiry() {
        TestPair old = realm.linkedPair();
        renewed(old, Map.of("delivery", "LINK", "overlapSeconds", 7200, "expiresAt", "2099-02-28T23:59:59Z"));

        TestClaim.of(realm, expect(201, realm.admin.post(old.path("/claim-link"), "")).json()).revealed();

        JsonNode pair = old.get();
        assertThat(Duration.between(Instant.parse(pair.path("renewal").path("startedAt").asText()),
                Instant.parse(pair.path("renewal").path("finishAt").asText()))).isEqualTo(Duration.ofHours(2));
        assertThat(pair.path("tokens").path(0).path("expiresAt").asText()).isEqualTo("2099-02-28T23:59:59Z");
    }

    @Test
    void oneOfManyParallelClaimsRevealsAndTheOldTokenWorks() {
        TestPair old = realm.linkedPair();
        TestClaim claim = renewed(old, Map.of("delivery", "LINK"));

        List<Http.Response> responses = Parallel.atOnce(6, claim::reveal);

        assertThat(responses).extracting(Http.Response::status).containsOnlyOnce(200)
                .allMatch(status -> status == 200 || status == 410);
        responses.stream().filter(r -> r.status() == 200).forEach(claim::pair);
        expect(200, old.exchange());
        assertThat(old.get().path("tokens")).hasSize(2);
    }

    /** By response and by link: never both, and what was answered holds. */
    @Test
    void oneOfManyParallelRenewalsOfBothKindsSucceeds() {
        for (int round = 0; round < 5; round++) {
            TestPair old = realm.linkedPair();
            AtomicInteger count = new AtomicInteger();

            List<Http.Response> responses = Parallel.atOnce(6, () -> old.renew(
                    count.getAndIncrement() % 2 == 0 ? Map.of() : Map.of("delivery", "LINK")));

            assertThat(responses).extracting(Http.Response::status).containsOnlyOnce(201)
                    .allMatch(status -> status == 201 || status == 409);
            JsonNode won = responses.stream().filter(r -> r.status() == 201).findFirst().orElseThrow().json();
            TestPair renewed = won.has("claimUrl") ? TestClaim.of(realm, won).revealed() : TestPair.of(realm, won);
            expect(200, renewed.exchange());
            assertThat(old.get().path("tokens")).hasSize(2);
        }
    }

    @Test
    void aRenewalByLinkIsAnAdminEventWithoutTheCode() {
        TestPair old = realm.linkedPair();
        TestClaim claim = renewed(old, Map.of("delivery", "LINK"));

        JsonNode event = realm.lastAdminEvent();

        assertThat(event.path("operationType").asText()).isEqualTo("CREATE");
        assertThat(event.path("resourcePath").asText()).isEqualTo("app-keys/" + old.appKey() + "/renewal");
        assertThat(Json.parse(event.path("representation").asText()).findValuesAsText("status")).contains("PENDING");
        assertThat(event.toString()).doesNotContain("apptoken_").doesNotContain(claim.code());
    }

    private static TestClaim renewed(TestPair pair, Object body) {
        return TestClaim.of(realm, expect(201, pair.renew(body)).json());
    }
}
