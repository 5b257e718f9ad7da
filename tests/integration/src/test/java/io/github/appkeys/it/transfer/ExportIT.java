package io.github.appkeys.it.transfer;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import io.github.appkeys.it.support.GrantReport;
import io.github.appkeys.it.support.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All pairs as a file: the inventory, and the archive. */
@ExtendWith(KeycloakExtension.class)
class ExportIT {

    private static final int MANY = 5_000;
    private static final String HEAD = "\uFEFF\"appKey\",\"label\",\"status\",\"roles\",\"createdAt\",\"createdBy\","
            + "\"expiresAt\",\"lastUsedAt\",\"lastUsedFrom\",\"allowedNetworks\",\"contact\",\"statusReason\","
            + "\"decoy\",\"alarms\"\r\n";

    @Test
    void theCsvExportHasOneLineForEachPairAndNoSecret(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair plain = realm.createPair(Map.of("label", "Ação \"A\", B; C", "appKey", "plain-key", "expiresAt",
                "2099-01-31T10:00:00-03:00", "allowedNetworks", List.of("10.0.0.0/8", "2001:db8::/32"),
                "contact", "erp@example.org"));
        plain.link("orders:read", "orders:write");
        expect(204, realm.admin.post(plain.path("/roles"), List.of(Map.of("name", "catalog-viewer"))));
        realm.createPair(Map.of("label", "=1+1", "appKey", "formula-key"));

        Http.Response csv = csv(realm, "");

        assertThat(csv.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).matches("attachment; filename=\"app-keys-[0-9-]{10}\\.csv\"");
        assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
        assertThat(csv.header("X-Total-Count")).isEqualTo("2");
        assertThat(csv.body()).startsWith(HEAD).endsWith("\r\n");
        String[] lines = csv.body().split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[1]).startsWith("\"formula-key\",\"'=1+1\",\"NO_ROLE\",\"\",\"")
                .endsWith(",\"admin\",\"\",\"\",\"\",\"\",\"\",\"NO_ROLE\",\"false\",\"\"");
        assertThat(lines[2]).startsWith("\"plain-key\",\"Ação \"\"A\"\", B; C\",\"ACTIVE\",")
                .contains("\"catalog-viewer; orders-api:orders:read; orders-api:orders:write\"")
                .endsWith(",\"admin\",\"2099-01-31T13:00:00Z\",\"\",\"\","
                        + "\"10.0.0.0/8; 2001:db8::/32\",\"erp@example.org\",\"\",\"false\",\"\"");
        assertThat(csv.body()).doesNotContain("apptoken_").doesNotContainPattern("[0-9a-f]{64}");
    }

    /** Of Excel in countries with a decimal comma. */
    @Test
    void theCsvExportHasTheSeparatorThatIsAskedFor(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);

        assertThat(csv(realm, "?separator=%3B").body()).isEqualTo(HEAD.replace(',', ';'));
        assertThat(csv(realm, "?separator=,").body()).isEqualTo(HEAD);
        for (String wrong : List.of("%09", "x", ",,", "%3B%3B")) {
            assertThat(expect(400, realm.admin.request("GET", realm.path("/app-keys/export?separator=" + wrong))
                    .header("Accept", "text/csv").send()).field("errorMessage")).contains("separator");
        }
        GrantReport report = new GrantReport(realm);
        assertThat(report.csv("?separator=%3B").body()).startsWith("\uFEFF\"clientId\";\"username\";");
        expect(400, realm.admin.request("GET", report.path("?separator=x")).header("Accept", "text/csv").send());
    }

    @Test
    void theCsvExportIsTheDefault(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);

        for (String accept : List.of("*/*", "text/html,application/xhtml+xml,*/*;q=0.8", "text/*")) {
            Http.Response response = expect(200, realm.admin.request("GET", realm.path("/app-keys/export"))
                    .header("Accept", accept).send());
            assertThat(response.header("Content-Type")).as(accept).startsWith("text/csv");
        }
        assertThat(realm.admin.get(realm.path("/app-keys/export")).body()).isEqualTo(HEAD);
    }

    @Test
    void bothExportsHaveTheFiltersOfTheList(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        realm.createPair(Map.of("label", "one", "appKey", "first-key")).link("orders:read");
        realm.createPair(Map.of("label", "two", "appKey", "second-key"));

        assertThat(appKeys(Archives.archive(realm, "?status=ACTIVE"))).containsExactly("first-key");
        assertThat(appKeys(Archives.archive(realm, "?search=TWO"))).containsExactly("second-key");
        assertThat(csv(realm, "?search=first").header("X-Total-Count")).isEqualTo("1");
        assertThat(csv(realm, "?search=first").body()).contains("first-key").doesNotContain("second-key");
        for (String type : List.of("text/csv", "application/json")) {
            Http.Response refused = expect(400, realm.admin.request("GET", realm.path("/app-keys/export?status=GONE"))
                    .header("Accept", type).send());
            assertThat(refused.field("errorMessage")).contains("status must be one of");
        }
    }

    @Test
    void theJsonExportHasHashesAndNoAppToken(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        TestPair renewed = pair.renewed(Map.of("overlapSeconds", 600));

        Http.Response response = Archives.json(realm, "");
        JsonNode archive = response.json();

        assertThat(response.header("X-Total-Count")).isEqualTo("1");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(archive.path("format").asInt()).isEqualTo(2);
        assertThat(archive.path("realm").asText()).isEqualTo(realm.name);
        assertThat(archive.path("count").asInt()).isEqualTo(1);
        JsonNode exported = archive.path("pairs").path(0);
        assertThat(exported.path("tokens")).hasSize(2).allSatisfy(token -> {
            assertThat(token.path("hashAlgorithm").asText()).isEqualTo("SHA-256");
            assertThat(token.path("hash").asText()).matches("[0-9a-f]{64}");
        });
        assertThat(exported.path("currentToken")).isEqualTo(exported.path("tokens").path(0).path("id"));
        assertThat(exported.path("renewal").path("oldToken")).isEqualTo(exported.path("tokens").path(1).path("id"));
        assertThat(response.body()).doesNotContain(pair.appToken(), renewed.appToken(), "apptoken_");
    }

    /** Copies have the same moment of creation, so pages are told apart by ids alone. */
    @Test
    void manyPairsAreExportedOnceEachInPages(KeycloakServer server) throws Exception {
        TestRealm realm = TestRealm.enabled(server);
        Seed.copy(realm.linkedPair(), MANY);

        long mark = server.log().mark();
        JsonNode archive = Archives.archive(realm, "");
        List<String> statements = server.log().statementsSince(mark);

        assertThat(appKeys(archive)).hasSize(MANY + 1).doesNotHaveDuplicates();
        assertThat(archive.path("count").asInt()).isEqualTo(MANY + 1);
        // how many and where, and five for each page of 500
        assertThat(statements.stream().filter(line -> line.toUpperCase().contains("APP_KEY_")))
                .hasSizeLessThanOrEqualTo(2 + 5 * (MANY / 500 + 1));
        assertThat(csv(realm, "").body().split("\r\n")).hasSize(MANY + 2).doesNotHaveDuplicates();
    }

    private static Http.Response csv(TestRealm realm, String query) {
        return expect(200, realm.admin.request("GET", realm.path("/app-keys/export" + query))
                .header("Accept", "text/csv").send());
    }

    private static List<String> appKeys(JsonNode archive) {
        return StreamSupport.stream(archive.path("pairs").spliterator(), false)
                .map(pair -> pair.path("appKey").asText()).toList();
    }
}
