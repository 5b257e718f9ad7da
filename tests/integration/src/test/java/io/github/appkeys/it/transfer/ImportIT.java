package io.github.appkeys.it.transfer;

import static io.github.appkeys.harness.TestRealm.expect;
import static io.github.appkeys.it.support.Archives.imports;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pairs of one realm are imported into another one, and work there. */
@ExtendWith(KeycloakExtension.class)
class ImportIT {

    private static KeycloakServer server;
    private static TestPair pair;
    private static JsonNode archive;
    private ObjectNode changed;

    @BeforeAll
    static void prepare(KeycloakServer started) {
        server = started;
        TestRealm source = TestRealm.enabled(server);
        TestPair other = source.createPair(Map.of("label", "other", "appKey", "other-key"));
        other.link("orders:write");
        pair = source.createPair(Map.of("label", "moved", "appKey", "moved-key"));
        pair.link("orders:read");
        archive = Archives.archive(source, "");
    }

    @BeforeEach
    void copy() {
        changed = archive.deepCopy();
    }

    @Test
    void importedPairsWorkWithTheSameAppTokens() {
        TestRealm from = TestRealm.enabled(server);
        TestPair plain = from.createPair(Map.of("label", "plain", "description", "two\nlines", "appKey", "plain-key",
                "contact", "erp@example.org", "expiresAt", "2099-01-01T00:00:00Z"));
        plain.link("orders:read");
        expect(204, from.admin.post(plain.path("/roles"), List.of(Map.of("name", "catalog-viewer"))));
        TestPair renewing = from.createPair(Map.of("label", "renewing", "appKey", "renewing-key", "expiresAt",
                "2098-01-01T00:00:00Z"));
        renewing.link("orders:read");
        TestPair renewed = renewing.renewed(Map.of("overlapSeconds", 3600));
        TestPair disabled = from.createPair(Map.of("label", "disabled", "appKey", "disabled-key"));
        disabled.link("orders:read");
        disabled.update(Map.of("enabled", false));
        TestPair elsewhere = from.createPair(Map.of("label", "elsewhere", "appKey", "elsewhere-key", "allowedNetworks",
                List.of("203.0.113.0/24")));
        elsewhere.link("orders:read");
        TestPair without = from.createPair(Map.of("label", "without", "appKey", "without-key"));
        TestRealm to = TestRealm.enabled(server);
        String file = Archives.json(from, "").body();

        JsonNode report = expect(200, imports(to, file, false)).json();

        assertThat(report.path("dryRun").asBoolean()).isFalse();
        assertThat(report.path("created").asInt()).isEqualTo(5);
        for (TestPair works : List.of(plain, renewing, renewed)) {
            expect(200, to.exchange(works.appKey(), works.appToken()));
        }
        assertRefused(to, disabled, "DISABLED");
        assertRefused(to, elsewhere, "ADDRESS_NOT_ALLOWED");
        assertRefused(to, without, "NO_ROLE");
        for (TestPair moved : List.of(plain, renewing, disabled, elsewhere, without)) {
            assertThat(comparable(to, moved)).isEqualTo(comparable(from, moved));
        }
        assertThat(ids(to, plain)).doesNotContainAnyElementsOf(ids(from, plain));
        expect(200, plain.exchange());
        // its renewal goes on as it would have, the old token's own expiry included
        expect(204, to.admin.delete(to.path("/app-keys/renewing-key/renewal")));
        expect(401, to.exchange("renewing-key", renewed.appToken()));
        expect(200, to.exchange("renewing-key", renewing.appToken()));
        assertThat(to.admin.get(to.path("/app-keys/renewing-key")).json().path("tokens").path(0).path("expiresAt")
                .asText()).isEqualTo("2098-01-01T00:00:00Z");
    }

    @Test
    void anImportedRenewalEndsAtTheSameTime() {
        TestRealm from = TestRealm.enabled(server);
        TestPair old = from.linkedPair();
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 3600));
        TestRealm to = TestRealm.enabled(server);
        expect(200, imports(to, Archives.json(from, "").body(), false));

        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofSeconds(3500));
            expect(200, to.exchange(old.appKey(), old.appToken()));
            clock.set(Duration.ofSeconds(3700));
            assertRefused(to, old, "ENDED_TOKEN");
            expect(200, to.exchange(old.appKey(), renewed.appToken()));
        }
    }

    /** Unlike an appToken, a client secret may be one that can be guessed from its hash. */
    @Test
    void theClientSecretOfAnAdoptedClientIsNotExported() {
        TestRealm from = TestRealm.enabled(server);
        from.createClient(Map.of("clientId", "adopted-key", "secret", "a stock secret", "serviceAccountsEnabled", true,
                "publicClient", false));
        TestPair adopted = from.createPair(Map.of("clientId", "adopted-key", "finishAt", "2099-01-01T00:00:00Z"));
        adopted.link("orders:read");
        Map<String, String> stock = Map.of("grant_type", "client_credentials", "client_id", "adopted-key",
                "client_secret", "a stock secret");
        expect(200, from.tokenRequest(stock).send());
        TestRealm to = TestRealm.enabled(server);

        String file = Archives.json(from, "").body();
        expect(200, imports(to, file, false));

        assertThat(Archives.archive(from, "").findValuesAsText("hint")).hasSize(1)
                .doesNotContain("");
        expect(200, to.exchange("adopted-key", adopted.appToken()));
        expect(401, to.tokenRequest(stock).send());
    }

    @Test
    void aDryRunReportsEachPairAndChangesNothing() {
        TestRealm to = TestRealm.enabled(server);
        to.createPair(Map.of("label", "in the way", "appKey", "other-key"));
        Map<String, Long> before = Rows.ofPairs(server);
        String event = to.lastAdminEvent().path("id").asText();
        ArrayNode pairs = changed.withArray("pairs");
        pairs.add(pairs.get(0).deepCopy());
        pairs.addObject().put("appKey", "a");
        ((ObjectNode) pairs.addObject().setAll((ObjectNode) pairs.get(0).deepCopy())).put("appKey", "roleless-key")
                .putArray("roles").addObject().put("name", "no such role");
        changed.put("count", 5);

        JsonNode report = expect(200, imports(to, changed.toString(), true)).json();

        assertThat(report.path("dryRun").asBoolean()).isTrue();
        assertThat(report.path("total").asInt()).isEqualTo(5);
        assertThat(report.path("created").asInt()).isEqualTo(1);
        assertThat(report.path("refused").asInt()).isEqualTo(4);
        assertThat(report.path("pairs").findValuesAsText("outcome"))
                .containsExactly("CREATE", "TAKEN", "TAKEN", "INVALID", "NO_SUCH_ROLE");
        assertThat(report.path("pairs").findValuesAsText("appKey"))
                .containsExactly("moved-key", "other-key", "moved-key", "null", "roleless-key");
        assertThat(report.path("pairs").findValuesAsText("position")).containsExactly("1", "2", "3", "4", "5");
        assertThat(Rows.ofPairs(server)).isEqualTo(before);
        assertThat(to.lastAdminEvent().path("id").asText()).isEqualTo(event);
    }

    @Test
    void oneOfManyParallelImportsSucceeds() {
        TestRealm to = TestRealm.enabled(server);

        List<Integer> answers = Stream.of(1, 2, 3, 4).parallel()
                .map(i -> imports(to, archive.toString(), false).status()).sorted().toList();

        assertThat(answers.get(0)).isEqualTo(200);
        assertThat(answers.subList(1, 4)).allMatch(status -> status == 400 || status == 409);
        assertThat(to.admin.get(to.path("/app-keys/count")).json().asInt()).isEqualTo(2);
        expect(200, to.exchange(pair.appKey(), pair.appToken()));
    }

    private static void assertRefused(TestRealm realm, TestPair pair, String reason) {
        assertThat(realm.exchange(pair.appKey(), pair.appToken()).status() / 100).isEqualTo(4);
        assertThat(realm.lastEvent().path("details").path("app_key_reason").asText()).isEqualTo(reason);
    }

    /** All that does not name the realm it is in. */
    private static JsonNode comparable(TestRealm realm, TestPair pair) {
        ObjectNode json = (ObjectNode) realm.admin.get(realm.path("/app-keys/" + pair.appKey())).json();
        json.remove(List.of("clientUuid", "serviceAccountUserId"));
        json.path("tokens").forEach(token -> ((ObjectNode) token).remove(List.of("id", "lastUsedAt", "lastUsedFrom")));
        return json;
    }

    private static List<String> ids(TestRealm realm, TestPair pair) {
        return realm.admin.get(realm.path("/app-keys/" + pair.appKey())).json().path("tokens").findValuesAsText("id");
    }
}
