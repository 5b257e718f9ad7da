package io.github.appkeys.it.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.KeycloakServer;
import org.junit.jupiter.api.Assumptions;

/** Counts rows behind the server's back. */
public final class Rows {

    private Rows() {
    }

    /** Ours, and Keycloak's of which a pair has one. */
    public static Map<String, Long> ofPairs(KeycloakServer server) {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : List.of("APP_KEY_PAIR", "APP_KEY_TOKEN", "APP_KEY_HISTORY", "CLIENT", "USER_ENTITY")) {
            rows.put(table, count(server, "select count(*) from " + table));
        }
        return rows;
    }

    public static long count(KeycloakServer server, String query) {
        try (Connection connection = database(server).connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is a database that keeps Keycloak's texts in three bytes a character. */
    public static boolean keepsThreeBytes(KeycloakServer server) {
        return server.database().filter(database -> database.vendor().equals("mariadb")).isPresent();
    }

    /** The database, or the test is skipped where it is out of reach. */
    public static Database database(KeycloakServer server) {
        Assumptions.assumeTrue(server.database().isPresent(), "the server's database can be reached from here");
        return server.database().orElseThrow();
    }
}
