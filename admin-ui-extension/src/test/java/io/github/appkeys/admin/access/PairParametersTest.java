package io.github.appkeys.admin.access;

import static io.github.appkeys.admin.http.Requests.assertBadRequest;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import io.github.appkeys.core.pair.PairFilter;
import io.github.appkeys.core.pair.PairOrder;
import io.github.appkeys.core.pair.PairStatus;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PairParametersTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");

    private final MultivaluedMap<String, String> query = new MultivaluedHashMap<>();

    @Test
    void filterNothingWhereNothingIsSaid() {
        assertThat(filter()).isEqualTo(PairFilter.all(NOW));
        PairParameters.FILTER.forEach(name -> query.putSingle(name, ""));
        assertThat(filter().hasSearch()).isFalse();
        assertThat(filter()).usingRecursiveComparison().ignoringFields("search").isEqualTo(PairFilter.all(NOW));
    }

    @ParameterizedTest
    @EnumSource
    void findPairsByStatus(PairStatus status) {
        query.putSingle("status", status.name());

        assertThat(filter().status()).isEqualTo(status);
    }

    @Test
    void countDaysFromNow() {
        query.putSingle("expiresWithinDays", "7");
        query.putSingle("unusedDays", "3650");

        assertThat(filter().expiresUntil()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(filter().unusedSince()).isEqualTo(NOW.minus(Duration.ofDays(3650)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status            | active   | status must be one of [DISABLED, BROKEN, EXPIRED, NO_ROLE, ACTIVE]
            status            | ACTIVE , | status must be one of [DISABLED, BROKEN, EXPIRED, NO_ROLE, ACTIVE]
            claim             | CLAIMED  | claim must be one of [PENDING, NEVER]
            expiresWithinDays | 0        | expiresWithinDays must be a whole number from 1 to 3650
            expiresWithinDays | 1.5      | expiresWithinDays must be a whole number from 1 to 3650
            unusedDays        | 3651     | unusedDays must be a whole number from 1 to 3650
            neverUsed         | yes      | neverUsed must be true or false
            renewal           | 1        | renewal must be true or false
            """)
    void refuseWhatIsNone(String name, String value, String message) {
        query.putSingle(name, value);

        assertBadRequest(this::filter, message);
    }

    @Test
    void refuseTwoValues() {
        query.add("status", "ACTIVE");
        query.add("status", "EXPIRED");

        assertBadRequest(this::filter, "status can be given once only");
    }

    @Test
    void refuseLongAndUnprintableTexts() {
        query.putSingle("contact", "x".repeat(256));
        assertBadRequest(this::filter, "contact must be a printable text of at most 255 characters");
        query.putSingle("contact", "a\0b");
        assertBadRequest(this::filter, "contact must be a printable text of at most 255 characters");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-,          -,    CREATED_AT,   true",
        "'',         '',   CREATED_AT,   true",
        "-,          asc,  CREATED_AT,   false",
        "createdAt,  -,    CREATED_AT,   false",
        "label,      -,    LABEL,        false",
        "appKey,     desc, APP_KEY,      true",
        "lastUsedAt, asc,  LAST_USED_AT, false",
        "expiresAt,  desc, EXPIRES_AT,   true"})
    void orderByAField(String sort, String order, PairOrder.Field field, boolean descending) {
        assertThat(PairParameters.order(sort, order)).isEqualTo(new PairOrder(field, descending));
    }

    @Test
    void refuseAnOrderThatIsNone() {
        assertBadRequest(() -> PairParameters.order("LABEL", null),
                "sort must be one of [label, appKey, createdAt, lastUsedAt, expiresAt]");
        assertBadRequest(() -> PairParameters.order("label", "down"), "order must be one of [asc, desc]");
    }

    private PairFilter filter() {
        return new PairParameters(query).filter(null, NOW);
    }
}
