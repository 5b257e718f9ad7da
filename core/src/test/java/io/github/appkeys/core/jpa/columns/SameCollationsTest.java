package io.github.appkeys.core.jpa.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.github.appkeys.core.jpa.columns.SameCollations.ColumnRow;
import org.junit.jupiter.api.Test;

class SameCollationsTest {

    private static final ColumnRow CLIENT = column("CLIENT", "ID", "utf8mb4", "utf8mb4_general_ci");
    private static final ColumnRow NAME = column("CLIENT", "CLIENT_ID", "utf8mb4", "utf8mb4_general_ci");

    @Test
    void nothingChangesWhereTheyAreTheSame() {
        assertThat(SameCollations.statements(List.of(CLIENT, NAME,
                column("APP_KEY_PAIR", "CLIENT_UUID", "utf8mb4", "utf8mb4_general_ci")))).isEmpty();
    }

    /** With lower_case_table_names, tables have lower-case names. */
    @Test
    void idsGetTheCharacterSetAndCollationOfKeycloaksColumn() {
        assertThat(SameCollations.statements(List.of(CLIENT,
                column("APP_KEY_PAIR", "CLIENT_UUID", "utf8mb4", "utf8mb4_unicode_ci"),
                new ColumnRow("app_key_pair", "OLD_TOKEN", "varchar(36)", true, "latin1", "latin1_swedish_ci"))))
                .containsExactly("ALTER TABLE `APP_KEY_PAIR` MODIFY `CLIENT_UUID` varchar(36) CHARACTER SET utf8mb4 "
                        + "COLLATE utf8mb4_general_ci NOT NULL",
                        "ALTER TABLE `app_key_pair` MODIFY `OLD_TOKEN` varchar(36) CHARACTER SET utf8mb4 "
                        + "COLLATE utf8mb4_general_ci NULL");
    }

    @Test
    void namesKeepTheirCharacterSet() {
        assertThat(SameCollations.statements(List.of(NAME,
                column("APP_KEY_PASSWORD_GRANT", "CLIENT_ID", "utf8mb3", "utf8mb3_general_ci")))).isEmpty();
        assertThat(SameCollations.statements(List.of(NAME,
                column("APP_KEY_PASSWORD_GRANT", "CLIENT_ID", "utf8mb4", "utf8mb4_bin")))).hasSize(1);
    }

    @Test
    void textsThatAreComparedWithNoneOfKeycloaksStayAsTheyAre() {
        assertThat(SameCollations.statements(List.of(CLIENT, NAME,
                column("APP_KEY_TOKEN", "HASH", "utf8mb4", "utf8mb4_bin"),
                column("APP_KEY_PAIR", "CONTACT", "utf8mb4", "utf8mb4_bin")))).isEmpty();
    }

    private static ColumnRow column(String table, String name, String characterSet, String collation) {
        return new ColumnRow(table, name, "varchar(36)", false, characterSet, collation);
    }
}
