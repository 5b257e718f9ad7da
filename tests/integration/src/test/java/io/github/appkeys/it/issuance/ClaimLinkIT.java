package io.github.appkeys.it.issuance;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
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

/** The address and the lifetime of a claim link, and links that replace it. */
@ExtendWith(KeycloakExtension.class)
class ClaimLinkIT {

    private static final Duration DAY = Duration.ofDays(1);

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void anUnusedLinkExpiresAndCanBeReplaced(KeycloakServer server) {
        TestClaim old = realm.claimablePair("late");
        String search = realm.path("/app-keys?search=" + old.appKey() + "&status=");
        assertThat(old.get().path("status").asText()).isEqualTo("NO_ROLE");
        assertThat(realm.admin.get(search + "NO_ROLE").json()).hasSize(1);
        assertThat(realm.admin.get(search + "EXPIRED").json()).isEmpty();
        try (TestClock clock = new TestClock(server)) {
            clock.set(DAY.minusSeconds(60));
            expect(200, old.open());
            clock.set(DAY.plusSeconds(1));

            assertThat(expect(410, old.open()).body()).contains("has expired");
            assertThat(expect(410, old.reveal()).body()).contains("has expired").doesNotContain("apptoken_");
            assertThat(old.claim().path("status").asText()).isEqualTo("EXPIRED");
            assertThat(old.get().path("status").asText()).isEqualTo("EXPIRED");
            assertThat(realm.admin.get(search + "NO_ROLE").json()).isEmpty();
            assertThat(realm.admin.get(search + "EXPIRED").json()).hasSize(1);

            Http.Response response = expect(201, realm.admin.post(old.path("/claim-link"), ""));
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            TestClaim again = TestClaim.of(realm, response.json());
            assertThat(again.claim().path("status").asText()).isEqualTo("PENDING");
            assertThat(expect(404, old.reveal()).body()).contains("not known");
            again.revealed();
        }
    }

    @Test
    void aNewLinkReplacesAPendingOne() {
        TestClaim old = realm.claimablePair("lost");

        TestClaim again = TestClaim.of(realm, expect(201, realm.admin.post(old.path("/claim-link"), "")).json());

        assertThat(again.url()).isNotEqualTo(old.url());
        expect(404, old.open());
        expect(404, old.reveal());
        again.revealed();
    }

    @Test
    void theSettingsDefineTheLifetimeOfALink(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        own.settings(Map.of("claimLinkSeconds", 60));

        JsonNode claim = own.claimablePair("short").claim();

        assertThat(Duration.between(Instant.parse(claim.path("createdAt").asText()),
                Instant.parse(claim.path("expiresAt").asText()))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aWithdrawnLinkRevealsNothing() {
        TestClaim claim = realm.claimablePair("withdrawn");

        expect(204, realm.admin.delete(claim.path("/claim-link")));

        assertThat(expect(410, claim.open()).body()).contains("was withdrawn");
        assertThat(expect(410, claim.reveal()).body()).doesNotContain("apptoken_");
        assertThat(claim.claim().path("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(claim.get().path("status").asText()).isEqualTo("EXPIRED");
        expect(404, realm.admin.delete(claim.path("/claim-link")));
        TestClaim.of(realm, expect(201, realm.admin.post(claim.path("/claim-link"), "")).json()).revealed();
    }

    @Test
    void aNewLinkNeedsAnUnclaimedAppToken() {
        TestPair plain = realm.createPair("plain");
        assertThat(expect(409, realm.admin.post(plain.path("/claim-link"), "")).field("errorMessage"))
                .contains("No appToken of this pair waits");
        expect(404, realm.admin.delete(plain.path("/claim-link")));
        TestClaim claimed = realm.claimablePair("claimed");
        claimed.revealed();
        expect(409, realm.admin.post(claimed.path("/claim-link"), ""));
        expect(404, realm.admin.delete(claimed.path("/claim-link")));
    }

    @Test
    void oneOfManyParallelLinksWorks() {
        TestClaim first = realm.claimablePair("race");

        List<Http.Response> responses = Parallel.atOnce(6, () -> realm.admin.post(first.path("/claim-link"), ""));

        assertThat(responses).extracting(Http.Response::status).contains(201)
                .allMatch(status -> status == 201 || status == 409);
        List<TestClaim> links = responses.stream().filter(response -> response.status() == 201)
                .map(response -> TestClaim.of(realm, response.json())).toList();
        assertThat(links).filteredOn(link -> link.open().status() == 200).hasSize(1);
    }

    @Test
    void theAddressesForIntegratorsStartWithTheFrontendUrlOfTheRealm(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        expect(204, own.admin.put(own.path(""), Map.of("attributes",
                Map.of("frontendUrl", "https://id.example.org/auth"))));

        TestClaim claim = own.claimablePair("elsewhere");

        assertThat(claim.url()).startsWith("https://id.example.org/auth/realms/" + own.name + "/app-keys/claim/");
        String tokenUrl = expect(200, Http.get(server.url() + "/realms/" + own.name
                + "/.well-known/openid-configuration").send()).field("token_endpoint");
        assertThat(tokenUrl).startsWith("https://id.example.org/auth/realms/" + own.name);
        assertThat(claim.created().path("tokenUrl").asText()).isEqualTo(tokenUrl);
        TestPair pair = own.createPair("here");
        assertThat(pair.created().path("tokenUrl").asText()).isEqualTo(tokenUrl);
        assertThat(pair.renewed(Map.of()).created().path("tokenUrl").asText()).isEqualTo(tokenUrl);
        String page = server.url() + claim.url().substring("https://id.example.org/auth".length());
        assertThat(expect(200, Http.request("POST", page).body(TestRealm.FORM, "").send()).body()).contains(tokenUrl);
    }

    @Test
    void theMaximumTokenAgeStartsAtTheClaim(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestClaim claim = own.claimablePair(Map.of("label", "capped", "delivery", "LINK",
                "expiresAt", "2099-01-01T00:00:00Z"));
        own.settings(Map.of("maxTokenAgeSeconds", 3600));

        claim.revealed();

        JsonNode token = claim.get().path("tokens").path(0);
        assertThat(Duration.between(Instant.parse(token.path("createdAt").asText()),
                Instant.parse(token.path("expiresAt").asText()))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aLinkExpiresWithItsAppToken(KeycloakServer server) {
        Instant soon = Instant.ofEpochSecond(Instant.now().plusSeconds(600).getEpochSecond());
        TestClaim claim = realm.claimablePair(Map.of("label", "short", "delivery", "LINK",
                "expiresAt", soon.toString()));
        assertThat(claim.claim().path("expiresAt").asText()).isEqualTo(soon.toString());

        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofSeconds(601));
            expect(410, claim.reveal());
            assertThat(expect(409, realm.admin.post(claim.path("/claim-link"), "")).field("errorMessage"))
                    .contains("would have expired");
        }
        claim.revealed();
        assertThat(claim.get().path("tokens").path(0).path("expiresAt").asText()).isEqualTo(soon.toString());
    }
}
