package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Listed;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows of pairs as version 0.1.0 left them, after an update. */
@Tag("servers")
class FirstVersionRowsIT {

    private static final String NAME = "first-version-rows";

    @Test
    void hintsGoAndTheRestIsCompleted() throws SQLException {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        Database database = Database.h2(Path.of(System.getProperty("keycloak.work")).toAbsolutePath()
                .resolve(NAME + "/data/h2"));
        TestPair before;
        try (DistributionServer server = KeycloakExtension.startOwn(NAME, database)) {
            TestRealm realm = TestRealm.enabled(server);
            before = realm.linkedPair();
            realm.createClient(Map.of("clientId", "stock", "secret", "a secret", "serviceAccountsEnabled", true,
                    "publicClient", false));
            realm.createPair(Map.of("clientId", "stock", "finishAt", "2099-01-01T00:00:00Z"));
        }
        execute(database, "update APP_KEY_TOKEN set HINT = 'ABCD' where HINT <> ''",
                "drop index IDX_APP_KEY_TOKEN_HINT",
                "alter table APP_KEY_TOKEN alter column HINT set not null",
                "delete from DATABASECHANGELOG_APPKEYS where ID = '0.2.0-hints'",
                "update APP_KEY_TOKEN set LAST_USED_AT = 1790000000000, LAST_USED_FROM = '192.0.2.7' "
                        + "where CLIENT_UUID = '" + before.clientUuid() + "'",
                "update APP_KEY_PAIR set SERVICE_ACCOUNT = null");

        try (DistributionServer server = KeycloakExtension.startAgain(NAME, database)) {
            TestRealm realm = before.realm().on(server);
            JsonNode pair = expect(200, realm.admin.get(before.path(""))).json();
            assertThat(pair.path("tokens").path(0).path("hint").isNull()).isTrue();
            assertThat(pair.path("lastUsedAt").asText()).isEqualTo("2026-09-21T14:13:20Z");
            assertThat(pair.path("lastUsedFrom").asText()).isEqualTo("192.0.2.7");
            assertThat(Listed.appKeys(realm, "?status=ACTIVE&role=orders-api:orders:read"))
                    .containsExactly(before.appKey());
            assertThat(Listed.appKeys(realm, "?search=ABCD")).isEmpty();
            List<String> hints = expect(200, realm.admin.get(realm.path("/app-keys/stock"))).json()
                    .findValuesAsText("hint");
            assertThat(hints).as("that of the client secret stays empty").contains("", "null");
            assertThat(expect(200, realm.admin.post(before.path("/diagnosis"), "{}")).body())
                    .doesNotContain("with null");
        }
    }

    private static void execute(Database database, String... statements) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
