package io.github.appkeys.core.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.stream.Stream;

import io.github.appkeys.core.jpa.columns.ColumnText;
import jakarta.persistence.Column;
import org.junit.jupiter.api.Test;

class ColumnLengthsTest {

    @Test
    void columnsForAddressesAndNamesHaveTheseLengths() {
        Stream<Field> fields = Stream.of(AttemptEntity.class, ClaimEntity.class, PairEntity.class,
                PasswordGrantEntity.class, TokenEntity.class, HistoryEntity.class)
                .flatMap(entity -> Stream.of(entity.getDeclaredFields()));

        assertThat(fields.filter(field -> field.getName().matches(".*From|createdBy|endedBy|by|username|clientId")))
                .hasSize(12)
                .allSatisfy(field -> assertThat(field.getAnnotation(Column.class).length()).isEqualTo(
                        field.getName().endsWith("From") ? ColumnText.MAX_ADDRESS : ColumnText.MAX_NAME));
    }
}
