package io.github.appkeys.core.passwordgrants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutoffTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-13T14:00:00-02:00, 2026-11-13T16:00:00Z",
        "2026-11-13T14:00-02:00, 2026-11-13T16:00:00Z",
        "2026-11-13T14:00:00.5Z, 2026-11-13T14:00:00.5Z",
        "1970-01-01T00:00:00.001Z, 1970-01-01T00:00:00.001Z",
        "9999-12-31T23:59:58Z, 9999-12-31T23:59:58Z",
    })
    void isAMomentAndKeepsItsText(String text, Instant at) {
        Cutoff cutoff = new Cutoff(text);

        assertThat(cutoff.at()).isEqualTo(at);
        assertThat(cutoff).hasToString(text);
    }

    @Test
    void isReachedFromItsMillisecondOn() {
        Cutoff cutoff = new Cutoff("2026-11-13T14:00:00-02:00");

        assertThat(cutoff.isReached(cutoff.at().minusMillis(1))).isFalse();
        assertThat(cutoff.isReached(cutoff.at())).isTrue();
        assertThat(cutoff.isReached(cutoff.at().plusMillis(1))).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "2026-11-13", "2026-11-13T14:00:00", "2026-02-30T14:00:00Z",
        "2026-11-13T24:00:00Z", "2026-11-13T14:00:00-19:00", "2026-11-13T14:00:00 -02:00", "2026-11-13 14:00:00Z",
        "13.11.2026 14:00", "tomorrow",
        "2026-11-13T14:00:00-03:00[America/Sao_Paulo]", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z", "\u0662026-11-13T14:00:00Z", " 2026-11-13T14:00:00Z"})
    void refusesAllElse(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Cutoff(text))
                .withMessageStartingWith("must be a moment with a time zone");
    }
}
