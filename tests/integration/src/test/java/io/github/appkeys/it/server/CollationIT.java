package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.GrantReport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A MariaDB database that had another default collation when Keycloak was installed. */
@Tag("servers")
class CollationIT {

    @Test
    void ourTablesAreComparedWithThoseOfKeycloak() throws SQLException {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        Database database = database();
        Path home = Path.of(System.getProperty("keycloak.work")).toAbsolutePath().resolve("collation-before");
        DistributionServer.start(Path.of(System.getProperty("keycloak.home")), home, List.of(), database, 0, List.of())
                .close();
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE app_keys_test_collation COLLATE utf8mb4_unicode_ci");
        }

        try (DistributionServer server = KeycloakExtension.startOwn("collation", database)) {
            TestRealm realm = TestRealm.enabled(server);
            TestPair pair = realm.linkedPair();
            expect(200, pair.exchange());
            assertThat(realm.admin.get(realm.path("/app-keys?search=LINK&status=ACTIVE")).json()).hasSize(1);
            GrantReport report = new GrantReport(realm);
            report.user("ana");
            report.granted("admin-cli", "ana");
            assertThat(report.written().rows("?search=ana")).containsExactly("admin-cli/ana=1");
            expect(204, realm.admin.delete(pair.path("")));
        }
    }

    private static Database database() {
        try {
            return Database.mariadb("app_keys_test_collation", "CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
        } catch (IllegalStateException e) {
            return Assumptions.abort("no MariaDB on this host");
        }
    }
}
