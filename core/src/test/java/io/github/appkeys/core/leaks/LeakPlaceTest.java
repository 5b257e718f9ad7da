package io.github.appkeys.core.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;

import io.github.appkeys.core.pair.AppToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakPlaceTest {

    @Test
    void isCutAndPrintable() {
        assertThat(LeakPlace.of("https://example.org/a b")).isEqualTo("https://example.org/a b");
        assertThat(LeakPlace.of("x".repeat(5000))).hasSize(500);
        assertThat(LeakPlace.of("a\r\nb\u202Ec\u0000")).isEqualTo("a  b c");
        assertThat(LeakPlace.of(null)).isNull();
        assertThat(LeakPlace.of(" \n")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "https://h/?t=%s", "https://h/?t=APPTOKEN%%5Fxyz&u=%s", "%%zz apptoken%%5fAAA %s"})
    void neverHoldsAnAppToken(String form) {
        AppToken token = AppToken.generate(new SecureRandom());
        assertThat(LeakPlace.of(form.formatted(token.reveal()))).doesNotContainIgnoringCase("apptoken_")
                .doesNotContain(token.reveal().substring(10));
    }
}
