package io.github.appkeys.admin.http;

import static io.github.appkeys.admin.http.Requests.assertBadRequest;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ListParametersTest {

    @ParameterizedTest
    @NullAndEmptySource
    void startAtTheNewestHundredPairsWhereTheCallerSaysNothing(String value) {
        assertThat(ListParameters.first(value)).isZero();
        assertThat(ListParameters.max(value)).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "007, 7", "10000000, 10000000"})
    void skipAnyNumberOfPairs(String value, int first) {
        assertThat(ListParameters.first(value)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "1000, 1000"})
    void returnAThousandPairsAtMost(String value, int max) {
        assertThat(ListParameters.max(value)).isEqualTo(max);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10000001", "2147483647", "99999999999999999999", "1.5", "1e3", "x", " 1", "1 ",
        "0x10", "null"})
    void refuseANumberThatIsNone(String value) {
        assertBadRequest(() -> ListParameters.first(value), "first must be a whole number from 0 to 10000000");
        assertBadRequest(() -> ListParameters.max(value), "max must be a whole number from 0 to 1000");
    }

    @Test
    void refuseMoreThanAThousand() {
        assertBadRequest(() -> ListParameters.max("1001"), "max must be a whole number from 0 to 1000");
    }

    @ParameterizedTest
    @CsvSource({"erp, erp", "' erp shop ', erp shop", "100%_\\, 100%_\\", "注文, 注文", "'', ''", "'  ', ''"})
    void searchForTextWithoutTheWhiteSpaceAround(String search, String text) {
        assertThat(ListParameters.search(search)).isEqualTo(text);
    }

    @Test
    void searchForNothingWhereThereIsNoText() {
        assertThat(ListParameters.search(null)).isNull();
    }

    @Test
    void searchForTextOfAtMost255Characters() {
        assertThat(ListParameters.search("x".repeat(255))).hasSize(255);
        assertBadRequest(() -> ListParameters.search("x".repeat(256)),
                "search must be a printable text of at most 255 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "\u007F", "\u0085"})
    void refuseToSearchForControlCharacters(String search) {
        assertBadRequest(() -> ListParameters.search(search),
                "search must be a printable text of at most 255 characters");
    }
}
