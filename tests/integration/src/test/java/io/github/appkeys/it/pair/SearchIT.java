package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.GrantReport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A search with letters outside of ASCII, in any case, composed or decomposed, wherever something is searched. */
@Tag("database")
@ExtendWith(KeycloakExtension.class)
class SearchIT {

    private static final List<String> WAYS = List.of("INTEGRAÇÃO", "integração", "GRAÇ", "gração 1");

    @Test
    void findsLettersOfAnyScript(KeycloakServer server) {
        findsAll(server);
    }

    /** With this locale, which CloudNativePG has by default, PostgreSQL knows the case of ASCII only. */
    @Tag("servers")
    @Test
    void findsThemWithTheLocaleC() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        try (DistributionServer server = KeycloakExtension.startOwn("locale-c", database())) {
            findsAll(server);
        }
    }

    private static void findsAll(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        realm.createPair(Map.of("label", "Integração 1", "appKey", "composed"));
        realm.createPair(Map.of("label", decomposed("NOVA INTEGRAÇÃO 1"), "appKey", "decomposed")).link("orders:read");
        realm.createPair(Map.of("label", "Interação 1", "appKey", "another"));
        GrantReport report = new GrantReport(realm);
        report.client("Integração-1");
        report.user("ana");
        report.granted("Integração-1", "ana");
        report.granted("admin-cli", "ana");
        report.written();

        for (String way : WAYS) {
            for (String text : List.of(way, decomposed(way))) {
                String query = "?search=" + Http.encode(text);
                assertThat(appKeys(realm, query)).as(text).containsExactly("decomposed", "composed");
                assertThat(appKeys(realm, query + "&first=1&max=1")).containsExactly("composed");
                assertThat(appKeys(realm, query + "&first=10000000")).isEmpty();
                assertThat(appKeys(realm, query + "&status=NO_ROLE")).containsExactly("composed");
                assertThat(get(realm, "/count" + query).asLong()).isEqualTo(2);
                assertThat(csv(realm, query).lines().skip(1)).hasSize(2).noneMatch(line -> line.contains("another"));
            }
        }
        for (String text : List.of("INTEGRAÇÃO", decomposed("integração"))) {
            String query = "?search=" + Http.encode(text);
            assertThat(report.rows(query)).as(text).containsExactly("Integração-1/ana=1");
            assertThat(report.page(query).path("total").asLong()).isEqualTo(1);
            assertThat(report.csv(query).body().lines().skip(1)).hasSize(1);
        }
    }

    private static List<String> appKeys(TestRealm realm, String query) {
        return StreamSupport.stream(get(realm, query).spliterator(), false)
                .map(pair -> pair.path("appKey").asText()).toList();
    }

    private static String csv(TestRealm realm, String query) {
        return expect(200, realm.admin.request("GET", realm.path("/app-keys/export" + query))
                .header("Accept", "text/csv").send()).body();
    }

    private static JsonNode get(TestRealm realm, String path) {
        return expect(200, realm.admin.get(realm.path("/app-keys" + path))).json();
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    private static Database database() {
        try {
            return Database.postgres("app_keys_test_locale_c", "LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        } catch (IllegalStateException e) {
            return Assumptions.abort("no PostgreSQL on this host");
        }
    }
}
