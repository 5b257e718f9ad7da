package io.github.appkeys.it.usage;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happened to a pair, in a realm that saves no events. */
@ExtendWith(KeycloakExtension.class)
class HistoryIT {

    private TestRealm realm;

    @BeforeEach
    void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        expect(204, realm.admin.put(realm.path(""), Map.of("eventsEnabled", false, "adminEventsEnabled", false)));
    }

    @Test
    void tellsWhoDidWhatNewestFirst() {
        AdminApi bea = realm.administrator("bea", "a password", "renew-app-tokens", "manage-app-keys");
        TestPair pair = realm.createPair("ERP");
        pair.link("orders:read");
        expect(204, bea.delete(pair.path("/roles"), List.of(Map.of("name", "orders:read", "client", "orders-api"))));
        TestPair renewed = pair.renewed(Map.of("overlapSeconds", 600));
        expect(204, bea.delete(pair.path("/renewal")));
        pair.renewed(Map.of("overlapSeconds", 600));
        expect(204, bea.post(pair.path("/renewal/finish"), ""));
        expect(204, bea.put(pair.path(""), Map.of("enabled", false, "allowedNetworks", List.of("10.0.0.0/8"))));
        expect(204, bea.put(pair.path(""), Map.of("enabled", false, "label", "no change")));
        pair.update(Map.of("enabled", true));
        expect(204, bea.delete(pair.path("/tokens/" + pair.get().path("tokens").path(0).path("id").asText())));

        JsonNode history = history(pair, "");

        assertThat(acts(history)).containsExactly("REVOKED bea", "ENABLED admin", "NETWORKS_CHANGED bea",
                "DISABLED bea", "RENEWAL_FINISHED bea", "RENEWED admin", "RENEWAL_UNDONE bea", "RENEWED admin",
                "UNLINKED bea", "LINKED admin", "CREATED admin");
        assertThat(history.path(2).path("detail").asText()).isEqualTo("10.0.0.0/8");
        assertThat(history.path(9).path("detail").asText()).isEqualTo("orders-api:orders:read");
        assertThat(history.path(9).has("token")).isFalse();
        assertThat(history.path(4).path("token").path("hint").asText()).isEqualTo(pair.appToken().substring(54));
        assertThat(history.path(6).path("token").path("hint").asText()).isEqualTo(renewed.appToken().substring(54));
        assertThat(history.path(10).path("token").path("id").asText())
                .isEqualTo(pair.created().path("tokens").path(0).path("id").asText());
        assertThat(acts(history(pair, "?first=2&max=2"))).containsExactly("NETWORKS_CHANGED bea", "DISABLED bea");
        assertThat(history(pair, "?first=11")).isEmpty();
        expect(400, realm.admin.get(pair.path("/history?first=x")));
    }

    @Test
    void tellsOfClaimLinksAdoptionsAndImports() {
        TestClaim claim = realm.claimablePair("POS");
        expect(204, realm.admin.delete(claim.path("/claim-link")));
        TestClaim again = TestClaim.of(realm, expect(201, realm.admin.post(claim.path("/claim-link"), "")).json());
        TestPair claimed = again.revealed();
        assertThat(acts(history(claimed, ""))).containsExactly("CLAIMED system", "CLAIM_LINK_MADE admin",
                "CLAIM_LINK_WITHDRAWN admin", "CLAIM_LINK_MADE admin", "CREATED admin");
        assertThat(history(claimed, "").path(0).path("token").path("hint").asText())
                .isEqualTo(claimed.appToken().substring(54));

        realm.createClient(Map.of("clientId", "stock", "secret", "a secret", "serviceAccountsEnabled", true,
                "publicClient", false));
        TestPair adopted = realm.createPair(Map.of("clientId", "stock"));
        assertThat(acts(history(adopted, ""))).containsExactly("ADOPTED admin");

        TestRealm other = TestRealm.enabled(realm.server);
        adopted.update(Map.of("enabled", false));
        expect(200, Archives.imports(other, Archives.json(realm, "?search=stock").body(), false));
        assertThat(acts(expect(200, other.admin.get(other.path("/app-keys/stock/history"))).json()))
                .containsExactly("IMPORTED admin");
    }

    @Test
    void whatIsRefusedIsNotNoted() {
        TestPair pair = realm.createPair("ERP");
        expect(404, realm.admin.delete(pair.path("/renewal")));
        expect(404, realm.admin.delete(pair.path("/tokens/no-such-token")));
        expect(400, pair.renew(Map.of("expiresAt", "2001-01-01T00:00:00Z")));

        assertThat(acts(history(pair, ""))).containsExactly("CREATED admin");
    }

    @Test
    void aChangeByStockToolsIsNoted() {
        TestPair pair = realm.createPair("ERP");
        expect(204, realm.admin.put(realm.path("/clients/" + pair.clientUuid()), Map.of("enabled", false)));

        assertThat(acts(history(pair, ""))).containsExactly("DISABLED admin", "CREATED admin");
    }

    @Test
    void theNewestFiveHundredAreKept(KeycloakServer server) throws Exception {
        TestPair pair = realm.createPair("ERP");
        try (var connection = Rows.database(server).connect(); var statement = connection.prepareStatement("""
                insert into APP_KEY_HISTORY (ID, CLIENT_UUID, HAPPENED_AT, DONE_BY, ACT) values (?, ?, ?, 'x', 'LINKED')
                """)) {
            for (int i = 0; i < 520; i++) {
                statement.setString(1, "seed-" + i + pair.clientUuid().substring(8));
                statement.setString(2, pair.clientUuid());
                statement.setLong(3, i);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        pair.link("orders:read");

        assertThat(Rows.count(server, "select count(*) from APP_KEY_HISTORY where CLIENT_UUID = '" + pair.clientUuid()
                + "'")).isEqualTo(500);
        assertThat(acts(history(pair, "?max=2"))).containsExactly("LINKED admin", "CREATED admin");
        assertThat(history(pair, "?first=499&max=10")).hasSize(1);
    }

    private JsonNode history(TestPair pair, String query) {
        return expect(200, realm.admin.get(pair.path("/history" + query))).json();
    }

    private static List<String> acts(JsonNode history) {
        return StreamSupport.stream(history.spliterator(), false)
                .map(entry -> entry.path("act").asText() + " " + entry.path("by").asText()).toList();
    }
}
