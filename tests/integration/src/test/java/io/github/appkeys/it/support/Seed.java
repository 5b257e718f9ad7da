package io.github.appkeys.it.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;

/** Makes many pairs like one, by copying its rows: faster than creating each, and on any database. */
public final class Seed {

    private static final int LINKED = 10;

    private final Connection connection;
    private final int copies;

    private final int linked;

    private Seed(Connection connection, int copies, int linked) {
        this.connection = connection;
        this.copies = copies;
        this.linked = linked;
    }

    /** Copies a pair with its client, service account and token. Every tenth copy keeps the linked role. */
    public static void copy(TestPair pair, int copies) throws SQLException {
        copy(pair, copies, LINKED);
    }

    /**
     * The same.
     *
     * @param linked 1 where all copies keep the linked role, 2 where every second one does, and so on
     */
    public static void copy(TestPair pair, int copies, int linked) throws SQLException {
        seed(pair, copies, linked);
        try (Connection connection = Rows.database(pair.realm().server).connect()) {
            // PostgreSQL would do so by itself a minute later; H2 and MariaDB know it in their own way
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                connection.createStatement().execute("ANALYZE");
            }
        }
    }

    /** The same, but PostgreSQL does not know yet how many rows there are. */
    public static void copyWithoutStatistics(TestPair pair, int copies) throws SQLException {
        seed(pair, copies, LINKED);
    }

    private static void seed(TestPair pair, int copies, int linked) throws SQLException {
        try (Connection connection = Rows.database(pair.realm().server).connect()) {
            connection.setAutoCommit(false);
            new Seed(connection, copies, linked).copy(pair);
            connection.commit();
        }
    }

    /**
     * Makes rows of password grants, one a second, of users that a storage provider brings: user-0, user-1 and so on.
     *
     * @param from when the first one was
     */
    public static void passwordGrants(KeycloakServer server, String realmId, Instant from, int rows)
            throws SQLException {
        try (Connection connection = Rows.database(server).connect();
                PreparedStatement insert = connection.prepareStatement("insert into APP_KEY_PASSWORD_GRANT "
                        + "(CLIENT_UUID, USER_ID, REALM_ID, CLIENT_ID, USERNAME, FIRST_AT, LAST_AT, GRANTS) "
                        + "values (?, ?, ?, ?, ?, ?, ?, 1)")) {
            connection.setAutoCommit(false);
            String provider = "f:" + UUID.randomUUID() + ":";
            for (int i = 0; i < rows; i++) {
                insert.setString(1, provider + "seed");
                insert.setString(2, provider + i);
                insert.setString(3, realmId);
                insert.setString(4, "seed");
                insert.setString(5, "user-" + i);
                insert.setLong(6, from.plusSeconds(i).toEpochMilli());
                insert.setLong(7, from.plusSeconds(i).toEpochMilli());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private void copy(TestPair pair) throws SQLException {
        String[] clients = ids();
        String[] users = ids();
        String[] tokens = ids();
        String client = pair.clientUuid();
        rows("CLIENT", "ID", client, Map.of("ID", i -> clients[i], "CLIENT_ID", i -> "seed-" + i,
                "NAME", i -> "Integration " + i));
        rows("USER_ENTITY", "ID", pair.serviceAccountUserId(), Map.of("ID", i -> users[i],
                "USERNAME", i -> "service-account-seed-" + i, "SERVICE_ACCOUNT_CLIENT_LINK", i -> clients[i],
                "EMAIL_CONSTRAINT", i -> users[i]));
        rows("APP_KEY_PAIR", "CLIENT_UUID", client, Map.of("CLIENT_UUID", i -> clients[i],
                "CURRENT_TOKEN", i -> tokens[i], "SERVICE_ACCOUNT", i -> users[i]));
        rows("APP_KEY_TOKEN", "CLIENT_UUID", client, Map.of("ID", i -> tokens[i], "CLIENT_UUID", i -> clients[i]));
        rows("USER_ROLE_MAPPING", "USER_ID", pair.serviceAccountUserId(), Map.of("USER_ID",
                i -> i % linked == 0 ? users[i] : null));
    }

    private String[] ids() {
        String[] ids = new String[copies];
        for (int i = 0; i < copies; i++) {
            ids[i] = UUID.randomUUID().toString();
        }
        return ids;
    }

    /** @param changed the columns that differ from row to row; no row where one is null */
    private void rows(String table, String key, String id, Map<String, IntFunction<String>> changed)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select * from " + table + " where " + key + " = ?")) {
            select.setString(1, id);
            ResultSet row = select.executeQuery();
            ResultSetMetaData columns = row.getMetaData();
            row.next();
            StringBuilder names = new StringBuilder();
            for (int c = 1; c <= columns.getColumnCount(); c++) {
                names.append(c == 1 ? "" : ", ").append(columns.getColumnName(c));
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " (" + names
                    + ") values (?" + ", ?".repeat(columns.getColumnCount() - 1) + ")")) {
                for (int i = 0; i < copies; i++) {
                    add(insert, row, columns, changed, i);
                }
                insert.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement insert, ResultSet row, ResultSetMetaData columns,
            Map<String, IntFunction<String>> changed, int i) throws SQLException {
        for (int c = 1; c <= columns.getColumnCount(); c++) {
            IntFunction<String> change = changed.get(columns.getColumnName(c).toUpperCase(java.util.Locale.ROOT));
            if (change == null) {
                insert.setObject(c, row.getObject(c));
            } else if (change.apply(i) == null) {
                return;
            } else {
                insert.setString(c, change.apply(i));
            }
        }
        insert.addBatch();
    }
}
