package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppKeyTest {

    @ParameterizedTest
    @MethodSource
    void takesWhatFitsTheRule(String value) {
        assertThat(AppKey.isWellFormed(value)).isTrue();
        assertThat(new AppKey(value)).hasToString(value);
    }

    static Stream<String> takesWhatFitsTheRule() {
        return Stream.of("abc", "ABC", "123", "a._-", "0--", "Z..", "appkey-shop-0123456789", "apptoken",
                "apptoken-1", "k".repeat(200), "k".repeat(201), "k".repeat(255));
    }

    @ParameterizedTest
    @NullSource
    @MethodSource
    void refusesWhatBreaksTheRule(String value) {
        assertThat(AppKey.isWellFormed(value)).isFalse();
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new AppKey(value))
                .withMessage("An appKey has 3 to 255 of the characters A-Z a-z 0-9 . _ - and starts with a letter or a "
                        + "digit");
    }

    static Stream<String> refusesWhatBreaksTheRule() {
        return Stream.of("", "a", "ab", "k".repeat(256),
                "-abc", ".abc", "_abc",
                "ab c", " abc", "abc ", "abc\n", "\tabc", "ab\0c",
                "ab/c", "ab%c", "ab:c", "ab@c", "ab+c", "ab\\c", "ab\"c", "a,b,c",
                // a letter with an accent, full-width letters, Arabic digits, Cyrillic look-alikes, an emoji
                "ábc", "ＡＢＣ", "abc\u0661", "аbс", "abc\uD83D\uDE00", "abc\u200B", "abc\u00A0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apptoken_", "apptoken_x", "APPTOKEN_X", "my-AppToken_1", Samples.TOKEN,
            "x" + Samples.TOKEN + "y"})
    void refusesWhatLooksLikeAnAppToken(String value) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new AppKey(value))
                .withMessage("An appKey cannot contain \"apptoken_\", which marks an appToken");
    }

    @ParameterizedTest
    @MethodSource
    void takesAChosenOne(String value) {
        assertThat(AppKey.chosen(value)).isEqualTo(new AppKey(value));
    }

    static Stream<String> takesAChosenOne() {
        return Stream.of("abc", "erp", "setting", "settings2", "counts", "import.1", "k".repeat(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "count", "export", "import", "diagnosis", "password-grants"})
    void refusesAChosenOneThatIsASegmentOfAPath(String value) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> AppKey.chosen(value))
                .withMessageContaining("reserved");
    }

    @ParameterizedTest
    @MethodSource
    void refusesAChosenOneWithoutRoomForTheNameOfItsServiceAccount(String value) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> AppKey.chosen(value))
                .withMessage("A chosen appKey has at most 200 characters");
    }

    static Stream<String> refusesAChosenOneWithoutRoomForTheNameOfItsServiceAccount() {
        return Stream.of("k".repeat(201), "k".repeat(255));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ab", "-abc", "apptoken_x"})
    void holdsAChosenOneToTheRule(String value) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> AppKey.chosen(value));
    }
}
