package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Browser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What works when the jar is taken out: after disabling, without disabling, and after the documented way out. */
class JarRemovedIT {

    private static final String NAME = "jar-removed";
    private static final Map<String, Object> ENABLED = Map.of("enabled", true,
            "passwordGrants", Map.of("cutoff", "2040-01-01T00:00:00Z"));

    @BeforeAll
    static void ownServers() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
    }

    @Test
    void theRealmsSurvive() throws Exception {
        TestRealm enabled;
        TestRealm disabled;
        TestPair pair;
        try (DistributionServer server = KeycloakExtension.startOwn(NAME, null)) {
            enabled = realm(server);
            enabled.settings(ENABLED);
            pair = enabled.linkedPair();
            disabled = realm(server);
            disabled.settings(ENABLED);
            disabled.linkedPair();
            disabled.settings(Map.of("enabled", false));
            expect(204, enabled.admin.put("/master/app-keys/settings", ENABLED));
            assertWorks(enabled);
            assertWorks(disabled);
            assertMasterWorks(server);
        }
        try (DistributionServer server = KeycloakExtension.startStock(NAME, null)) {
            assertWorks(disabled.on(server));
            assertThat(stockClient(enabled.on(server)).status()).as("why one disables first").isEqualTo(401);
            assertThat(publicClient(enabled.on(server)).status()).as("public clients, too").isEqualTo(401);
            assertThat(administrator(server).status()).as("nobody can sign in").isEqualTo(401);
        }
        try (DistributionServer server = KeycloakExtension.startStock(NAME, null)) {
            wayOut(server);
        }
        try (DistributionServer server = KeycloakExtension.startStock(NAME, null)) {
            assertMasterWorks(server);
            assertWorks(enabled.on(server));
            assertWorks(disabled.on(server));
            expect(200, disabled.on(server).admin.post(disabled.path("/partial-export"), Map.of()));
            expect(200, enabled.on(server).admin.post(enabled.path("/partial-export"), Map.of()));
        }
        try (DistributionServer server = KeycloakExtension.startAgain(NAME, null)) {
            TestRealm again = enabled.on(server);
            again.settings(ENABLED);
            expect(200, new TestPair(again, pair.appKey(), pair.appToken(), pair.created()).exchange());
            assertWorks(again);
            expect(204, again.admin.put("/master/app-keys/settings", ENABLED));
            assertMasterWorks(server);
            expect(200, again.admin.put("/master/app-keys/settings", Map.of("enabled", false)));
            assertMasterWorks(server);
        }
        try (DistributionServer server = KeycloakExtension.startStock(NAME, null)) {
            assertMasterWorks(server);
        }
    }

    private static TestRealm realm(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        realm.createUser("ada", "ada's password");
        realm.createClient(Map.of("clientId", "stock", "secret", "stock-secret", "serviceAccountsEnabled", true));
        realm.createClient(Map.of("clientId", "public", "publicClient", true, "directAccessGrantsEnabled", true,
                "redirectUris", List.of("http://localhost:9/callback")));
        expect(204, realm.admin.put(realm.path("/client-policies/profiles"), Map.of("profiles", List.of(
                Map.of("name", "mine", "executors", List.of(Map.of("executor", "consent-required",
                        "configuration", Map.of("auto-configure", false))))))));
        return realm;
    }

    private static void assertWorks(TestRealm realm) {
        expect(200, stockClient(realm));
        expect(200, publicClient(realm));
        Browser browser = new Browser(realm.server.url());
        Http.Response page = browser.open(realm.openId("/auth") + "?" + Http.form(Map.of("client_id", "public",
                "response_type", "code", "scope", "openid", "redirect_uri", "http://localhost:9/callback")));
        assertThat(expect(302, browser.submit(page, Map.of("username", "ada", "password", "ada's password")))
                .header("Location")).contains("code=");
    }

    private static void assertMasterWorks(KeycloakServer server) {
        expect(200, administrator(server));
        expect(200, AdminApi.of(server).get("/master"));
        expect(200, Http.get(server.url() + "/admin/master/console/").send());
    }

    private static Http.Response publicClient(TestRealm realm) {
        return realm.tokenRequest(Map.of("grant_type", "password", "client_id", "public", "username", "ada",
                "password", "ada's password")).send();
    }

    private static Http.Response stockClient(TestRealm realm) {
        return realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", "stock",
                "client_secret", "stock-secret")).send();
    }

    private static Http.Response administrator(KeycloakServer server) {
        return Http.request("POST", server.url() + "/realms/master/protocol/openid-connect/token").body(TestRealm.FORM,
                Http.form(Map.of("grant_type", "password", "client_id", "admin-cli", "username", KeycloakServer.ADMIN,
                        "password", KeycloakServer.ADMIN))).send();
    }

    /** The statements of docs/uninstall.md. Keycloak may run meanwhile: it reads them at its next start. */
    private static void wayOut(KeycloakServer server) throws IOException, SQLException {
        Matcher sql = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../../docs/uninstall.md")));
        assertThat(sql.find()).isTrue();
        try (Connection connection = server.database().orElseThrow().connect();
                Statement statement = connection.createStatement()) {
            for (String each : sql.group(1).split(";")) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }
}
