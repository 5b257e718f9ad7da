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
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handing a new pair's appToken over by a claim link. */
@Tag("database")
@ExtendWith(KeycloakExtension.class)
class ClaimIT {

    private static final Duration DAY = Duration.ofDays(1);

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
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
    void oneOfManyParallelClaimsRevealsTheAppToken() {
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

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0000000000000000000000000000000000000000000", "%00", "%7Bx%7D", "a/b",
        "..%2F..%2Fadmin", "00000000000000000000000000000000000000000000000000000000000000000"})
    void aMalformedCodeIsNotFound(String code) {
        String url = realm.server.url() + "/realms/" + realm.name + "/app-keys/claim/" + code;

        // 405 is how Keycloak answers for an unknown path below a realm
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
    void deletingLeavesNoRow(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        long before = rows(server);
        TestClaim one = own.claimablePair("pair deleted");
        TestClaim two = own.claimablePair("client deleted");
        own.claimablePair("realm deleted");
        assertThat(rows(server)).isEqualTo(before + 3);

        expect(204, own.admin.delete(one.path("")));
        expect(404, one.open());
        own.settings(Map.of("guardAdministrators", false));
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
}
