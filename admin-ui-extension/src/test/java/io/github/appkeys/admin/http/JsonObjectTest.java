package io.github.appkeys.admin.http;

import static io.github.appkeys.admin.http.Requests.assertBadRequest;
import static io.github.appkeys.admin.http.Requests.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

    private static final String MOMENT = "x must be a moment with a time zone in ISO 8601, such as "
            + "2027-01-31T12:00:00Z";

    @ParameterizedTest
    @CsvSource({"{}, false", "'{\"x\":null}', true"})
    void fieldThatIsNullCountsAsAbsent(String json, boolean isNull) {
        JsonObject object = object(json, "x");

        assertThat(object.isNull("x")).isEqualTo(isNull);
        assertThat(object.text("x")).isEmpty();
        assertThat(object.flag("x")).isEmpty();
        assertThat(object.wholeNumber("x")).isEmpty();
        assertThat(object.texts("x")).isEmpty();
        assertThat(object.instant("x")).isEmpty();
        assertThat(object.object("x", Set.of())).isEmpty();
        assertThat(object.field("x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"\"", "false", "[]", "{}", "\"null\""})
    void fieldThatIsEmptyIsNotNull(String value) {
        JsonObject object = field(value);

        assertThat(object.isNull("x")).isFalse();
        assertThat(object.field("x")).isPresent();
    }

    @Test
    void readsFieldsOfEachType() {
        assertThat(field("\"\"").text("x")).contains("");
        assertThat(field("\" 1 \"").text("x")).contains(" 1 ");
        assertThat(field("true").flag("x")).contains(true);
        assertThat(field("false").flag("x")).contains(false);
        assertThat(field("[]").texts("x")).contains(List.of());
        assertThat(field("[\"a\",\"\",\"a\"]").texts("x")).contains(List.of("a", "", "a"));
        assertThat(field("{\"y\":\"z\"}").object("x", Set.of("y")).orElseThrow().text("y")).contains("z");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 604_800, Long.MAX_VALUE, Long.MIN_VALUE})
    void readsWholeNumbers(long number) {
        assertThat(field(Long.toString(number)).wholeNumber("x")).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "[]", "[\"a\"]", "{}", "1.5"})
    void takesNothingElseForAText(String value) {
        assertBadRequest(() -> field(value).text("x"), "x must be a text");
    }

    @Test
    void takesNoTextThatADatabaseRefuses() {
        assertBadRequest(() -> field("\"a\\u0000b\"").text("x"), "x must be a text without NUL characters");
        assertBadRequest(() -> field("[\"a\",\"\\u0000\"]").texts("x"), "x must be a text without NUL characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "\"\"", "0", "1", "[]", "{}"})
    void takesNothingElseForAFlag(String value) {
        assertBadRequest(() -> field(value).flag("x"), "x must be true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.0", "1.5", "1e3", "true", "[]", "{}", "9223372036854775808",
        "-9223372036854775809", "1e999999999"})
    void takesNothingElseForAWholeNumber(String value) {
        assertBadRequest(() -> field(value).wholeNumber("x"), "x must be a whole number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "\"a\"; x must be an array of texts", "{}; x must be an array of texts", "1; x must be an array of texts",
        "[1]; x must be a text", "[null]; x must be a text", "[\"a\",[\"b\"]]; x must be a text",
    })
    void takesNothingElseForTexts(String value, String message) {
        assertBadRequest(() -> field(value).texts("x"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-31T12:00:00Z, 2027-01-31T12:00:00Z",
        "2027-01-31T12:00Z, 2027-01-31T12:00:00Z",
        "2027-01-31T12:00:00.123Z, 2027-01-31T12:00:00.123Z",
        "2027-01-31T09:00:00-03:00, 2027-01-31T12:00:00Z",
        "2027-02-01T01:30:00+13:30, 2027-01-31T12:00:00Z",
        "2028-02-29T00:00:00Z, 2028-02-29T00:00:00Z",
        "1970-01-01T00:00:00.001Z, 1970-01-01T00:00:00.001Z",
        "9999-12-31T23:59:58Z, 9999-12-31T23:59:58Z",
    })
    void readsMomentsWithATimeZone(String text, Instant instant) {
        assertThat(field("\"" + text + "\"").instant("x")).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "tomorrow", "2027-01-31", "2027-01-31T12:00:00", "2027-01-31 12:00:00Z", "12:00:00Z", "1801396800",
        "P30D", "2027-01-31T12:00:00[Europe/Madrid]", "2027-02-29T12:00:00Z", "2027-01-31T25:00:00Z",
        "2027-01-31T12:00:00+19:00", "2027-01-31T12:00:00Z ",
        // out of what every database can keep
        "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "+10000-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z", "-0001-01-01T00:00:00Z",
    })
    void refusesOtherMoments(String text) {
        assertBadRequest(() -> field("\"" + text + "\"").instant("x"), MOMENT);
    }

    @Test
    void takesNoNumberForAMoment() {
        assertBadRequest(() -> field("1801396800").instant("x"), "x must be a text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "\"a\"; x must be an object", "[]; x must be an object", "true; x must be an object",
        "{\"c\":1}; 'Unknown field. Allowed are: a, b'", "{\"a\":1,\"A\":1}; 'Unknown field. Allowed are: a, b'",
    })
    void takesNothingElseForAnObject(String value, String message) {
        assertBadRequest(() -> field(value).object("x", Set.of("b", "a")), message);
    }

    private static JsonObject field(String value) {
        return object("{\"x\":" + value + "}", "x");
    }
}
