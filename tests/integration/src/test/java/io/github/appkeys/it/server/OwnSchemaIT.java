package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Parallel;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a careful database administrator sets PostgreSQL up for Keycloak. */
@Tag("servers")
class OwnSchemaIT {

    @BeforeAll
    static void requireProcesses() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
    }

    /** Both create the tables, in the schema that is configured. */
    @Test
    void twoServersMayStartAtOnceOnAnEmptySchema() throws SQLException {
        Database database = database("app_keys_test_schema");
        execute(database, "CREATE SCHEMA own");

        List<DistributionServer> servers = Parallel.atOnce(List.of(() -> start("schema-1", database),
                () -> start("schema-2", database)));

        try {
            TestRealm realm = TestRealm.enabled(servers.get(0));
            TestPair pair = realm.linkedPair();
            expect(200, pair.exchange());
            TestRealm other = realm.on(servers.get(1));
            expect(200, other.exchange(pair.appKey(), pair.appToken()));
            assertThat(expect(200, other.admin.get(other.path("/app-keys?search=LINKED"))).json()).hasSize(1);
            execute(database, "SELECT * FROM own.app_key_pair");
        } finally {
            servers.forEach(DistributionServer::close);
        }
    }

    private static DistributionServer start(String name, Database database) {
        return KeycloakExtension.startOwn(name, database, "--db-schema=own", "--cache=ispn",
                "--cache-embedded-network-bind-address=127.0.0.1");
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Database database(String name) {
        try {
            return Database.postgres(name);
        } catch (IllegalStateException e) {
            return Assumptions.abort("no PostgreSQL on this host");
        }
    }
}
