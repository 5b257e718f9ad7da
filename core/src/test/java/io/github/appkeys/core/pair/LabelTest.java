package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

    @ParameterizedTest
    @MethodSource("printable")
    void takesTextInAnyScript(String text) {
        assertThat(Label.label(text)).isEqualTo(text);
        assertThat(Label.description(text)).isEqualTo(text);
    }

    static Stream<String> printable() {
        return Stream.of("x", "ERP", "Integração de pedidos nº 1", "Größe <b>&amp;</b> \"'`;--", "注文管理", "Заказы",
                // Hebrew and Arabic, with the marks that such text needs
                "הזמנות ERP", "طلبات المتجر", "abc\u200Eהזמנות\u200F", "می\u200Cخواهم",
                // a family, joined; a flag; a skin tone; a keycap; England, spelt with tags
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "\uD83C\uDDE7\uD83C\uDDF7",
                "\uD83D\uDC4D\uD83C\uDFFD", "1\uFE0F\u20E3", "\uD83E\uDEE0",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                // accents as characters of their own
                "e\u0301", "x".repeat(255), "\uD83D\uDE00".repeat(127) + "x");
    }

    @ParameterizedTest
    @CsvSource({"' ERP ', ERP", "'\t\n ERP\r\n', ERP", "'\u3000注文\u2003', 注文", "'a  b', 'a  b'"})
    void leavesOutWhiteSpaceAround(String text, String kept) {
        assertThat(Label.label(text)).isEqualTo(kept);
        assertThat(Label.description(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @MethodSource
    void countsWhatIsLeftWithoutTheWhiteSpaceAround(String text, boolean fits) {
        if (fits) {
            assertThat(Label.label(text)).hasSize(255);
            assertThat(Label.description(text)).hasSize(255);
        } else {
            assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Label.label(text))
                    .withMessage("label has more than 255 characters");
            assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Label.description(text))
                    .withMessage("description has more than 255 characters");
        }
    }

    static Stream<Arguments> countsWhatIsLeftWithoutTheWhiteSpaceAround() {
        return Stream.of(
                Arguments.of("x".repeat(255), true),
                Arguments.of("  " + "x".repeat(255) + "  ", true),
                Arguments.of("x".repeat(256), false),
                // an emoji counts twice, as in the database
                Arguments.of("\uD83D\uDE00".repeat(127) + "x", true),
                Arguments.of("\uD83D\uDE00".repeat(128), false));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\r\n", "\u3000\u2003", "\u2028", "\u00A0", "\u200B", "\u2060", "\u200E\u200F"})
    void needsALabelButNoDescription(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Label.label(text))
                .withMessage("label is missing or empty");
        assertThat(Label.description(text)).isNull();
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatCannotBePrintedOrReadsLikeSomethingElse(String character) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Label.label("a" + character + "b"))
                .withMessage("label has characters that cannot be printed");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Label.description("a" + character + "b"))
                .withMessage("description has characters that cannot be printed");
    }

    static Stream<String> refusesWhatCannotBePrintedOrReadsLikeSomethingElse() {
        return Stream.of("\0", "\u0007", "\b", "\u001B[31m", "\u007F", "\u0085", "\u009B",
                "\u2028", "\u2029",
                // embeddings, overrides and isolates of direction, and their ends
                "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069",
                // halves of a character, and the two in the wrong order
                "\uD83D", "\uDE00", "\uDE00\uD83D",
                // private use and what will never be a character
                "\uE000", "\uDBC0\uDC00", "\uFFFF", "\uFDD0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\r\nb", "a\n\nb"})
    void allowsLinesInADescriptionOnly(String text) {
        assertThat(Label.description(text)).isEqualTo(text);
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Label.label(text));
    }
}
