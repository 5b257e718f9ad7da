package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import io.github.appkeys.it.support.LastUses;
import io.github.appkeys.it.support.Listed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a pair says about itself: the end of its appTokens, its last use, why it has its status. */
@ExtendWith(KeycloakExtension.class)
class PairStateIT {

    private TestRealm realm;

    @BeforeEach
    void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void theHintIsTheEndOfTheAppTokenAndFindsThePair() {
        TestPair pair = realm.createPair("ERP");
        realm.createPair("another");
        String end = pair.appToken().substring(pair.appToken().length() - 4);

        assertThat(pair.get().path("tokens").path(0).path("hint").asText()).isEqualTo(end);
        assertThat(Listed.appKeys(realm, "?search=" + end)).containsExactly(pair.appKey());
        assertThat(Listed.count(realm, "?search=%20" + end)).isEqualTo(1);
        TestPair renewed = pair.renewed(Map.of("overlapSeconds", 0));
        assertThat(Listed.appKeys(realm, "?search=" + end)).as("ended").containsExactly(pair.appKey());
        assertThat(Listed.appKeys(realm, "?search=" + renewed.appToken().substring(renewed.appToken().length() - 4)
                + "&status=NO_ROLE")).containsExactly(pair.appKey());
        assertThat(Listed.appKeys(TestRealm.enabled(realm.server), "?search=" + end)).isEmpty();
    }

    /** Its hints were other characters, which must not be shown as the end. */
    @Test
    void anArchiveOfTheFirstVersionBringsNoHints() {
        TestPair pair = realm.linkedPair();
        ObjectNode archive = (ObjectNode) Archives.archive(realm, "");
        ObjectNode token = (ObjectNode) archive.path("pairs").path(0).path("tokens").path(0);
        assertThat(token.path("hint").asText()).hasSize(4);
        TestRealm second = TestRealm.enabled(realm.server);
        expect(200, Archives.imports(second, archive.toString(), false));
        assertThat(imported(second, pair).path("tokens").path(0).path("hint").asText())
                .isEqualTo(token.path("hint").asText());

        archive.put("format", 1);
        token.put("hint", "ABCD");
        TestRealm first = TestRealm.enabled(realm.server);
        expect(200, Archives.imports(first, archive.toString(), false));
        assertThat(imported(first, pair).path("tokens").path(0).path("hint").isNull()).isTrue();
        assertThat(Listed.appKeys(first, "?search=ABCD")).isEmpty();
        assertThat(Archives.archive(first, "").path("pairs").path(0).path("tokens").path(0).path("hint").isNull())
                .isTrue();
        expect(200, first.exchange(pair.appKey(), pair.appToken()));
    }

    @Test
    void theLastUseIsThePairsWhateverBecomesOfTheToken() throws InterruptedException {
        TestPair pair = realm.linkedPair();
        assertThat(pair.get().path("lastUsedAt").isNull()).isTrue();
        expect(200, pair.exchange());
        String at = LastUses.await(pair).path("lastUsedAt").asText();
        assertThat(pair.get().path("lastUsedAt").asText()).isEqualTo(at);

        pair.renewed(Map.of("overlapSeconds", 0));

        assertThat(pair.get().path("lastUsedAt").asText()).isEqualTo(at);
        assertThat(pair.get().path("lastUsedFrom").asText()).isNotEmpty();
        assertThat(Listed.count(realm, "?neverUsed=true")).isZero();
        assertThat(expect(200, realm.admin.request("GET", realm.path("/app-keys/export")).header("Accept", "text/csv")
                .send()).body()).contains(at);
        TestRealm other = TestRealm.enabled(realm.server);
        expect(200, Archives.imports(other, Archives.json(realm, "").body(), false));
        assertThat(imported(other, pair).path("lastUsedAt").asText()).isEqualTo(at);
    }

    @Test
    void aPairSaysWhyItHasItsStatus() {
        realm.settings(Map.of("guardAdministrators", false));
        TestPair pair = realm.createPair("ERP");
        assertState(pair.get(), "NO_ROLE", "NO_ROLE");
        pair.link("orders:read");
        assertThat(pair.get().path("statusReason").isNull()).isTrue();
        pair.renewed(Map.of("overlapSeconds", 3600));
        assertState(pair.get(), "ACTIVE", "RENEWAL_RUNNING");
        pair.update(Map.of("enabled", false));
        assertState(pair.get(), "DISABLED", "DISABLED");
        pair.update(Map.of("enabled", true));
        ObjectNode client = (ObjectNode) expect(200, realm.admin.get(realm.path("/clients/" + pair.clientUuid())))
                .json();
        expect(204, realm.admin.put(realm.path("/clients/" + pair.clientUuid()),
                client.put("clientAuthenticatorType", "client-secret")));
        assertState(pair.get(), "BROKEN", "AUTHENTICATOR_CHANGED");
        assertThat(Listed.appKeys(realm, "?status=BROKEN")).containsExactly(pair.appKey());
        assertThat(Listed.appKeys(realm, "?status=DISABLED")).isEmpty();

        TestClaim claim = realm.claimablePair("POS");
        assertState(claim.get(), "NO_ROLE", "CLAIM_PENDING");
        assertThat(realm.admin.post(claim.path("/diagnosis"), "{}").body()).contains("CLAIM_PENDING")
                .doesNotContain("NO_TOKEN");
        expect(204, realm.admin.delete(claim.path("/claim-link")));
        assertState(claim.get(), "EXPIRED", "NEVER_CLAIMED");
        assertThat(realm.admin.post(claim.path("/diagnosis"), "{}").body()).contains("NEVER_CLAIMED");
    }

    @Test
    void tokensThatEndedSayWhoEndedThem() {
        AdminApi bea = realm.administrator("bea", "a password", "renew-app-tokens", "manage-app-keys");
        TestPair pair = realm.createPair("ERP");
        TestPair renewed = pair.renewed(Map.of("overlapSeconds", 3600));
        expect(204, bea.post(pair.path("/renewal/finish"), ""));
        expect(204, bea.delete(pair.path("/tokens/" + renewed.listed().path("id").asText())));

        JsonNode ended = pair.get().path("endedTokens");

        assertThat(pair.get().path("tokens")).isEmpty();
        assertState(pair.get(), "EXPIRED", "REVOKED");
        assertThat(ended).hasSize(2).allSatisfy(token -> assertThat(token.path("endedBy").asText()).isEqualTo("bea"));
        assertThat(List.of(ended.path(0).path("cause").asText(), ended.path(1).path("cause").asText()))
                .containsExactly("REVOKED", "REPLACED");
        assertThat(ended.path(1).path("hint").asText()).isEqualTo(pair.appToken().substring(54));
        assertThat(ended.path(1).path("endedAt").asText()).isNotEmpty();
    }

    private static JsonNode imported(TestRealm where, TestPair pair) {
        return expect(200, where.admin.get(where.path("/app-keys/" + pair.appKey()))).json();
    }

    private static void assertState(JsonNode pair, String status, String reason) {
        assertThat(pair.path("status").asText()).isEqualTo(status);
        assertThat(pair.path("statusReason").asText()).isEqualTo(reason);
    }
}
