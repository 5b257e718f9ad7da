package io.github.appkeys.core.jpa.columns;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import liquibase.change.custom.CustomSqlChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;

/**
 * A change of the database for MariaDB and MySQL, which refuse to compare columns of different collations (error 1267).
 * Our tables have the collation that the database had by default when they were created. Where it was another one when
 * Keycloak's tables were created, our columns get that of the columns with which they are compared. Elsewhere, this
 * changes nothing.
 */
public final class SameCollations implements CustomSqlChange {

    private static final String COLUMNS = """
            select TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, CHARACTER_SET_NAME, COLLATION_NAME
            from information_schema.COLUMNS
            where TABLE_SCHEMA = database() and COLLATION_NAME is not null
            and (upper(TABLE_NAME) like 'APP!_KEY!_%' escape '!' or upper(TABLE_NAME) in ('CLIENT', 'USER_ENTITY'))
            order by TABLE_NAME, COLUMN_NAME
            """;

    /** Our columns with ids, by the column of Keycloak that they are compared with. All ids are ASCII. */
    private static final Map<String, String> IDS = Map.of(
            "CLIENT_UUID", "CLIENT.ID",
            "CURRENT_TOKEN", "CLIENT.ID",
            "OLD_TOKEN", "CLIENT.ID",
            "AWAITED_TOKEN", "CLIENT.ID",
            "SERVICE_ACCOUNT", "USER_ENTITY.ID",
            "ID", "CLIENT.ID",
            "REALM_ID", "USER_ENTITY.REALM_ID",
            "USER_ID", "USER_ENTITY.ID");
    /** Names may be any text, so they keep their character set: of two sets, the larger one decides. */
    private static final Map<String, String> NAMES = Map.of(
            "CLIENT_ID", "CLIENT.CLIENT_ID",
            "USERNAME", "USER_ENTITY.USERNAME");

    /** A column as the database describes it. */
    record ColumnRow(String table, String name, String type, boolean nullable, String characterSet, String collation) {

        private String key() {
            return (table + "." + name).toUpperCase(Locale.ROOT);
        }

        private boolean isOurs() {
            return table.toUpperCase(Locale.ROOT).startsWith("APP_KEY_");
        }
    }

    @Override
    public SqlStatement[] generateStatements(Database database) throws CustomChangeException {
        if (!(database.getConnection() instanceof JdbcConnection jdbc)) {
            return new SqlStatement[0]; // SQL for a database that is out of reach: its tables are new
        }
        List<ColumnRow> columns = new ArrayList<>();
        Connection connection = jdbc.getUnderlyingConnection();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.add(new ColumnRow(rows.getString(1), rows.getString(2), rows.getString(3),
                        "YES".equals(rows.getString(4)), rows.getString(5), rows.getString(6)));
            }
        } catch (SQLException e) {
            throw new CustomChangeException("The collations of the columns could not be read", e);
        }
        return statements(columns).stream().map(RawSqlStatement::new).toArray(SqlStatement[]::new);
    }

    /** What makes the collations the same. */
    static List<String> statements(List<ColumnRow> columns) {
        return columns.stream().filter(ColumnRow::isOurs)
                .flatMap(ours -> columns.stream().filter(keycloaks -> differ(ours, keycloaks))
                        .map(keycloaks -> statement(ours, keycloaks)))
                .toList();
    }

    private static boolean differ(ColumnRow ours, ColumnRow keycloaks) {
        String name = ours.name().toUpperCase(Locale.ROOT);
        boolean compared = keycloaks.key().equals(IDS.get(name)) || keycloaks.key().equals(NAMES.get(name))
                && ours.characterSet().equals(keycloaks.characterSet());
        return compared && !ours.collation().equals(keycloaks.collation());
    }

    private static String statement(ColumnRow ours, ColumnRow keycloaks) {
        return "ALTER TABLE `%s` MODIFY `%s` %s CHARACTER SET %s COLLATE %s %s".formatted(ours.table(), ours.name(),
                ours.type(), keycloaks.characterSet(), keycloaks.collation(), ours.nullable() ? "NULL" : "NOT NULL");
    }

    @Override
    public String getConfirmationMessage() {
        return "The columns of app keys have the collations of Keycloak's columns";
    }

    @Override
    public void setUp() {
        // nothing to prepare
    }

    @Override
    public void setFileOpener(ResourceAccessor resources) {
        // needs no file
    }

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
