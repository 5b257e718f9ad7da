package io.github.appkeys.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderNamesTest {

    @Test
    void areThoseThatIntegratorsKnow() {
        assertThat(HeaderNames.VTEX).isEqualTo(new HeaderNames("X-VTEX-API-AppKey", "X-VTEX-API-AppToken"));
        assertThat(HeaderNames.SHORT).isEqualTo(new HeaderNames("X-App-Key", "X-App-Token"));
    }

    @ParameterizedTest
    @MethodSource
    void takeTokensOfRfc9110(String name) {
        assertThat(new HeaderNames(name, "X-Other").appKey()).isEqualTo(name);
        assertThat(new HeaderNames("X-Other", name).appToken()).isEqualTo(name);
    }

    static Stream<String> takeTokensOfRfc9110() {
        return Stream.of("x", "X-Key", "x_key", "1", "!#$%&'*+-.^_`|~", "Authorization2", "h".repeat(100));
    }

    @ParameterizedTest
    @NullSource
    @MethodSource
    void refuseWhatIsNoHeaderName(String name) {
        assertRefused(name, "A header name has 1 to 100 of the characters that RFC 9110 allows");
    }

    static Stream<String> refuseWhatIsNoHeaderName() {
        return Stream.of("", " ", "X Key", "X-Key:", "X-Key\n", "X-Key\r\nX-Evil: 1", "X-Kéy", "(x)", "a,b", "a/b",
                "a;b", "\"a\"", "h".repeat(101));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "AUTHORIZATION", "cookie", "Host", "Content-Type", "Content-Length",
        "Transfer-Encoding", "X-Forwarded-For", "DPoP", "Forwarded", "Origin", "User-Agent"})
    void refuseHeadersWithAnotherMeaning(String name) {
        assertRefused(name, "The header " + name + " has another meaning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Pair", "x-pair", "X-PAIR"})
    void differInMoreThanCase(String name) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new HeaderNames("X-Pair", name))
                .withMessage("The headers of appKey and appToken must have different names");
    }

    private static void assertRefused(String name, String message) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new HeaderNames(name, "X-Other"))
                .withMessage(message);
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new HeaderNames("X-Other", name))
                .withMessage(message);
    }
}
