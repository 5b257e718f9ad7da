package io.github.appkeys.harness;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The database of a server, open to the tests as well: they count rows in it.
 *
 * @param vendor   Keycloak's name of the kind, for {@code --db}
 * @param url      for JDBC, the same for server and tests
 * @param user     who connects
 * @param password with which password
 */
public record Database(String vendor, String url, String user, String password) {

    private static final String NAME = "app_keys_test";

    /** The embedded database, in a folder. AUTO_SERVER lets tests look into it while the server runs. */
    public static Database h2(Path folder) {
        return new Database("dev-file", "jdbc:h2:file:" + folder.resolve("keycloakdb")
                + ";NON_KEYWORDS=VALUE;AUTO_SERVER=TRUE", "sa", "password");
    }

    /**
     * A new, empty database of the kind that {@code -Dtest.database} names: h2 (the default), postgres or mariadb on
     * this host.
     */
    public static Database chosen(Path folder) {
        String vendor = System.getProperty("test.database", "h2");
        return switch (vendor) {
            case "h2" -> h2(folder);
            case "postgres" -> new Database("postgres", "jdbc:postgresql://127.0.0.1:5432/" + NAME, "postgres", "")
                    .recreatedFrom("jdbc:postgresql://127.0.0.1:5432/postgres");
            case "mariadb" -> new Database("mariadb", "jdbc:mariadb://127.0.0.1:3306/" + NAME, "root", "")
                    .recreatedFrom("jdbc:mariadb://127.0.0.1:3306/");
            default -> throw new IllegalArgumentException("-Dtest.database is h2, postgres or mariadb");
        };
    }

    /** A connection of its own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    List<String> serverOptions() {
        return List.of("--db=" + vendor, "--db-url=" + url, "--db-username=" + user, "--db-password=" + password);
    }

    private Database recreatedFrom(String maintenanceUrl) {
        try (Connection connection = DriverManager.getConnection(maintenanceUrl, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + NAME);
            statement.execute("CREATE DATABASE " + NAME);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException("No database to test on at " + maintenanceUrl, e);
        }
    }
}
