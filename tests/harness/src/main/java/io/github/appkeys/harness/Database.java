package io.github.appkeys.harness;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

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
    /** Of this virtual machine, since others may run at the same time. */
    private static final String LANE = "_" + System.getProperty("lane", "1");

    /** The embedded database, in a folder. AUTO_SERVER lets tests look into it while the server runs. */
    public static Database h2(Path folder) {
        return new Database("dev-file", "jdbc:h2:file:" + folder.resolve("keycloakdb")
                + ";NON_KEYWORDS=VALUE;AUTO_SERVER=TRUE", "sa", "password");
    }

    /**
     * The embedded database for a server that is to write until its very end. It is closed to all others while the
     * server runs, and it does not close by itself while the server is still closing, as {@link #h2} does.
     */
    public static Database h2Alone(Path folder) {
        return new Database("dev-file", "jdbc:h2:file:" + folder.resolve("keycloakdb")
                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE", "sa", "password");
    }

    /**
     * A new, empty database of the kind that {@code -Dtest.database} names: h2 (the default), postgres or mariadb on
     * this host.
     */
    public static Database chosen(Path folder) {
        String vendor = System.getProperty("test.database", "h2");
        return switch (vendor) {
            case "h2" -> h2(folder);
            case "postgres" -> postgres(NAME + LANE);
            case "mariadb" -> mariadb(NAME + LANE, "");
            default -> throw new IllegalArgumentException("-Dtest.database is h2, postgres or mariadb");
        };
    }

    /**
     * A new, empty PostgreSQL database on this host.
     *
     * @throws IllegalStateException where there is no such database server
     */
    public static Database postgres(String name) {
        return postgres(name, "");
    }

    /**
     * A new, empty PostgreSQL database on this host.
     *
     * @param options of {@code CREATE DATABASE}
     * @throws IllegalStateException where there is no such database server
     */
    public static Database postgres(String name, String options) {
        return new Database("postgres", "jdbc:postgresql://127.0.0.1:5432/" + name, "postgres", "")
                .recreatedFrom("jdbc:postgresql://127.0.0.1:5432/postgres", name, options);
    }

    /**
     * A new, empty MariaDB database on this host.
     *
     * @param options of {@code CREATE DATABASE}
     * @throws IllegalStateException where there is no such database server
     */
    public static Database mariadb(String name, String options) {
        return new Database("mariadb", "jdbc:mariadb://127.0.0.1:3306/" + name, "root", "")
                .recreatedFrom("jdbc:mariadb://127.0.0.1:3306/", name, options);
    }

    /** The same database, reached through another port of this host. */
    public Database through(TcpProxy proxy) {
        return new Database(vendor, url.replaceFirst("127[.]0[.]0[.]1:\\d+", "127.0.0.1:" + proxy.port()), user,
                password);
    }

    /** A connection of its own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The file of an embedded one, which is there once a server has started. */
    Optional<Path> h2File() {
        String prefix = "jdbc:h2:file:";
        return url.startsWith(prefix)
                ? Optional.of(Path.of(url.substring(prefix.length(), url.indexOf(';')) + ".mv.db"))
                : Optional.empty();
    }

    /** Whether tests can connect to it while its server runs. */
    boolean isOpenToTests() {
        return h2File().isEmpty() || url.contains("AUTO_SERVER=TRUE");
    }

    List<String> serverOptions() {
        return List.of("--db=" + vendor, "--db-url=" + url, "--db-username=" + user, "--db-password=" + password);
    }

    private Database recreatedFrom(String maintenanceUrl, String name, String options) {
        try (Connection connection = DriverManager.getConnection(maintenanceUrl, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " " + options);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException("No database to test on at " + maintenanceUrl, e);
        }
    }
}
