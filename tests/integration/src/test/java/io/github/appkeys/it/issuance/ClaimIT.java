package io.github.appkeys.it.issuance;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handing a new pair's appToken over by a claim link. */
@ExtendWith(KeycloakExtension.class)
class ClaimIT {

    private static final Duration DAY = Duration.ofDays(1);

    private static TestRealm realm;

    @BeforeAll
    static void enable(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void thereIsNoAppTokenUntilItIsClaimed() {
        Http.Response response = expect(201, realm.admin.post(realm.path("/app-keys"),
                Map.of("label", "ERP", "delivery", "LINK")));
        TestClaim claim = TestClaim.of(realm, response.json());

        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(claim.url()).startsWith(realm.server.url() + "/realms/" + realm.name + "/app-keys/claim/");
        assertThat(claim.get().path("tokens")).isEmpty();
        assertThat(claim.get().toString()).doesNotContain(claim.code());
        JsonNode pending = claim.claim();
        assertThat(pending.path("status").asText()).isEqualTo("PENDING");
        assertThat(pending.path("createdBy").asText()).isEqualTo("admin");
        assertThat(Duration.between(Instant.parse(pending.path("createdAt").asText()),
                Instant.parse(pending.path("expiresAt").asText()))).isEqualTo(DAY);
        assertThat(pending.path("claimedAt").isNull()).isTrue();
        assertThat(pending.path("claimedFrom").isNull()).isTrue();

        TestPair pair = claim.revealed();

        pair.link("orders:read");
        expect(200, pair.exchange());
        assertThat(claim.claim().path("status").asText()).isEqualTo("CLAIMED");
        assertThat(claim.claim().path("claimedAt").asText()).isNotEmpty();
        assertThat(claim.claim().path("claimedFrom").asText()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        JsonNode token = claim.get().path("tokens").path(0);
        assertThat(token.path("createdBy").asText()).isEqualTo("admin");
        assertThat(token.path("createdAt")).isEqualTo(claim.claim().path("claimedAt"));
    }

    @Test
    void aPairDeliveredInTheResponseHasNoClaim() {
        assertThat(realm.createPair("plain").get().path("claim").isNull()).isTrue();
        assertThat(realm.createPair(Map.of("label", "plain", "delivery", "RESPONSE")).created().has("claimUrl"))
                .isFalse();
    }

    @Test
    void openingTheLinkConsumesNothing() {
        TestClaim claim = realm.claimablePair("scanned");

        for (int i = 0; i < 3; i++) {
            assertThat(expect(200, claim.open()).body()).contains("scanned", claim.appKey(), "app-keys-claim-reveal")
                    .doesNotContain("apptoken_");
            expect(200, Http.request("HEAD", claim.url()).send());
        }

        assertThat(claim.claim().path("status").asText()).isEqualTo("PENDING");
        assertThat(claim.get().path("tokens")).isEmpty();
        claim.revealed();
    }

    @Test
    void theAppTokenIsRevealedOnce() {
        TestClaim claim = realm.claimablePair("once");
        claim.revealed();

        for (Http.Response response : List.of(claim.reveal(), claim.open())) {
            assertThat(expect(410, response).body()).contains("already used")
                    .doesNotContain("apptoken_", claim.appKey());
        }
        assertThat(claim.get().path("tokens")).hasSize(1);
    }

    @Test
    void oneOfManyParallelClaimsRevealsTheAppToken() throws Exception {
        TestClaim claim = realm.claimablePair("race");

        List<Http.Response> responses = Parallel.atOnce(8, claim::reveal);

        assertThat(responses).extracting(Http.Response::status).containsOnlyOnce(200)
                .allMatch(status -> status == 200 || status == 410);
        assertThat(responses).filteredOn(response -> response.status() == 410).allSatisfy(response ->
                assertThat(response.body()).contains("already used").doesNotContain("apptoken_"));
        TestPair pair = claim.pair(responses.stream().filter(r -> r.status() == 200).findFirst().orElseThrow());
        pair.link("orders:read");
        expect(200, pair.exchange());
        assertThat(pair.get().path("tokens")).hasSize(1);
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
    void oneOfManyParallelLinksWorks() throws Exception {
        TestClaim first = realm.claimablePair("race");

        List<Http.Response> responses = Parallel.atOnce(6, () -> realm.admin.post(first.path("/claim-link"), ""));

        assertThat(responses).extracting(Http.Response::status).contains(201)
                .allMatch(status -> status == 201 || status == 409);
        List<TestClaim> links = responses.stream().filter(response -> response.status() == 201)
                .map(response -> TestClaim.of(realm, response.json())).toList();
        assertThat(links).filteredOn(link -> link.open().status() == 200).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0000000000000000000000000000000000000000000", "%00", "a/b", "..%2F..%2Fadmin",
        "00000000000000000000000000000000000000000000000000000000000000000"})
    void aMalformedCodeIsNotFound(String code) {
        String url = realm.server.url() + "/realms/" + realm.name + "/app-keys/claim/" + code;

        // 405 is what Keycloak says of every path below a realm that nobody serves
        assertThat(Http.get(url).send().status()).isIn(400, 404, 405);
        assertThat(Http.request("POST", url).body(TestRealm.FORM, "").send().status()).isIn(400, 404, 405);
    }

    @Test
    void aLinkDoesNotExistInAnotherRealm(KeycloakServer server) {
        TestClaim claim = realm.claimablePair("here");
        TestRealm other = TestRealm.enabled(server);

        expect(404, new TestClaim(other, claim.url().replace(realm.name, other.name), claim.created()).reveal());

        claim.revealed();
    }

    @Test
    void aDisabledPairRevealsNothingUntilItIsEnabled() {
        TestClaim claim = realm.claimablePair("off");
        expect(204, realm.admin.put(claim.path(""), Map.of("enabled", false)));

        assertThat(expect(403, claim.open()).body()).contains("switched off");
        assertThat(expect(403, claim.reveal()).body()).doesNotContain("apptoken_");
        assertThat(claim.claim().path("status").asText()).isEqualTo("PENDING");

        expect(204, realm.admin.put(claim.path(""), Map.of("enabled", true)));
        claim.revealed();
    }

    @Test
    void aRealmWithoutAppKeysRevealsNothing(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestClaim claim = own.claimablePair("off");
        own.settings(Map.of("enabled", false));
        expect(404, claim.open());
        expect(404, claim.reveal());
        own.settings(Map.of("enabled", true));
        expect(204, own.admin.put(own.path(""), Map.of("enabled", false)));
        expect(404, claim.reveal());
        expect(204, own.admin.put(own.path(""), Map.of("enabled", true)));

        claim.revealed();
    }

    @Test
    void aRealmThatRequiresHttpsRevealsNothingOverHttp(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestClaim claim = own.claimablePair("insecure");
        expect(204, own.admin.put(own.path(""), Map.of("sslRequired", "all")));

        assertThat(expect(403, claim.reveal()).body()).contains("HTTPS").doesNotContain("apptoken_");

        expect(204, own.admin.put(own.path(""), Map.of("sslRequired", "external")));
        claim.revealed();
    }

    @Test
    void theLinkStartsWithTheFrontendUrlOfTheRealm(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        expect(204, own.admin.put(own.path(""), Map.of("attributes", Map.of("appKeys.enabled", "true",
                "frontendUrl", "https://id.example.org/auth"))));

        TestClaim claim = own.claimablePair("elsewhere");

        assertThat(claim.url()).startsWith("https://id.example.org/auth/realms/" + own.name + "/app-keys/claim/");
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

    @Test
    void eachChangeIsAnAdminEventWithoutTheCode() {
        TestClaim claim = realm.claimablePair("audited");
        assertEvent("CREATE", "app-keys/" + claim.appKey(), claim);
        TestClaim again = TestClaim.of(realm, expect(201, realm.admin.post(claim.path("/claim-link"), "")).json());
        assertEvent("CREATE", "app-keys/" + claim.appKey() + "/claim-link", again);
        again.revealed();

        JsonNode event = assertEvent("ACTION", "app-keys/" + claim.appKey() + "/claim", again);

        JsonNode who = event.path("authDetails");
        assertThat(who.path("userId")).isEqualTo(claim.get().path("serviceAccountUserId"));
        assertThat(who.path("clientId")).isEqualTo(claim.get().path("clientUuid"));
        assertThat(who.path("ipAddress")).isEqualTo(claim.claim().path("claimedFrom"));
        TestClaim withdrawn = realm.claimablePair("withdrawn");
        expect(204, realm.admin.delete(withdrawn.path("/claim-link")));
        assertEvent("DELETE", "app-keys/" + withdrawn.appKey() + "/claim-link", withdrawn);
    }

    @Test
    void aFailedClaimIsNoAdminEvent() {
        TestClaim claim = realm.claimablePair("used");
        claim.revealed();
        String before = realm.lastAdminEvent().path("id").asText();

        expect(410, claim.reveal());

        assertThat(realm.lastAdminEvent().path("id").asText()).isEqualTo(before);
    }

    /** Whoever gets the link gets the appToken. */
    @Test
    void aLinkForAnAdministrativePairNeedsTheRightToMapItsRoles() {
        TestClaim claim = realm.claimablePair("robot administrator");
        expect(204, realm.admin.post(claim.path("/roles"),
                List.of(Map.of("name", "manage-users", "client", "realm-management"))));
        AdminApi renewer = realm.administrator("link-maker", "a password", "renew-app-tokens");

        expect(403, renewer.post(claim.path("/claim-link"), ""));

        expect(204, renewer.delete(claim.path("/claim-link")));
        expect(403, renewer.post(claim.path("/claim-link"), ""));
        expect(403, renewer.post(claim.path("/renewal"), Map.of("delivery", "LINK")));
        assertThat(claim.claim().path("status").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void deletingLeavesNoRow(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        long before = rows(server);
        TestClaim one = own.claimablePair("pair deleted");
        TestClaim two = own.claimablePair("client deleted");
        own.claimablePair("realm deleted");
        assertThat(rows(server)).isEqualTo(before + 3);

        expect(204, own.admin.delete(one.path("")));
        expect(404, one.open());
        expect(204, own.admin.delete(own.path("/clients/" + two.created().path("clientUuid").asText())));
        assertThat(rows(server)).isEqualTo(before + 1);
        expect(204, own.admin.delete(own.path("")));

        assertThat(rows(server)).isEqualTo(before);
    }

    @Test
    void invalidInputCreatesNothing() {
        AtomicInteger pairs = new AtomicInteger(realm.admin.get(realm.path("/app-keys/count")).json().asInt());

        assertThat(expect(400, realm.admin.post(realm.path("/app-keys"), Map.of("label", "a", "delivery", "LINK",
                "expiresAt", "2020-01-01T00:00:00Z"))).field("errorMessage"))
                .contains("expiresAt is not in the future");
        assertThat(expect(400, realm.admin.post(realm.path("/app-keys"), Map.of("label", "a", "delivery", "link")))
                .field("errorMessage")).contains("delivery must be");

        assertThat(realm.admin.get(realm.path("/app-keys/count")).json().asInt()).isEqualTo(pairs.get());
    }

    private static long rows(KeycloakServer server) {
        return Rows.count(server, "select count(*) from APP_KEY_CLAIM");
    }

    private static JsonNode assertEvent(String operation, String path, TestClaim claim) {
        JsonNode event = realm.lastAdminEvent();
        assertThat(event.path("resourceType").asText()).isEqualTo("APP_KEY");
        assertThat(event.path("operationType").asText()).isEqualTo(operation);
        assertThat(event.path("resourcePath").asText()).isEqualTo(path);
        assertThat(event.toString()).doesNotContain("apptoken_").doesNotContain(claim.code());
        return event;
    }
}
