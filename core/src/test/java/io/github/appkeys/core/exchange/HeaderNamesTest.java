package io.github.appkeys.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
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
        return Stream.of("X-Key", "x-k", "X-1", "X-!#$%&'*+-.^_`|~", "X-Partner-Id", "X-" + "h".repeat(98));
    }

    @ParameterizedTest
    @NullSource
    @MethodSource
    void refuseWhatIsNoHeaderName(String name) {
        assertRefused(name, "A header name starts with X- and has at most 100 of the characters that RFC 9110 allows");
    }

    static Stream<String> refuseWhatIsNoHeaderName() {
        return Stream.of("", " ", "X Key", "X-Key:", "X-Key\n", "X-Key\r\nX-Evil: 1", "X-Kéy", "(x)", "a,b", "a/b",
                "a;b", "\"a\"", "X-" + "h".repeat(99), "X-", "Authorization", "cookie", "Host", "Content-Type",
                "Accept", "Accept-Encoding", "Origin", "User-Agent", "DPoP", "Sec-Fetch-Mode", "Traceparent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "x-forwarded-proto", "X-Real-IP", "X-Request-ID", "X-Requested-With",
        "X-CSRF-Token", "X-B3-TraceId", "X-Amzn-Trace-Id", "X-Original-URI", "X-HTTP-Method-Override"})
    void refuseHeadersWithAnotherMeaning(String name) {
        assertRefused(name, "The header " + name + " has another meaning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Pair", "x-pair", "X-PAIR"})
    void differInMoreThanCase(String name) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new HeaderNames("X-Pair", name))
                .withMessage("The headers of appKey and appToken must have different names");
    }

    @Test
    void leaveTheShortNamesTheirMeaning() {
        String message = "X-App-Key is always the header of the appKey, and X-App-Token that of the appToken";
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new HeaderNames("x-app-token", "X-Other")).withMessage(message);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new HeaderNames("X-Other", "X-APP-KEY")).withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Shop_Key", "X-Shop.Key"})
    void doNotPassEveryProxyWithAnUnderscoreOrADot(String name) {
        HeaderNames kept = new HeaderNames("X-Other", name);

        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(kept::requirePassable)
                .withMessage("The header " + name + " has an underscore or a dot: some proxies drop such headers");
        assertThat(HeaderNames.VTEX.requirePassable()).isEqualTo(HeaderNames.VTEX);
    }

    private static void assertRefused(String name, String message) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new HeaderNames(name, "X-Other"))
                .withMessage(message);
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new HeaderNames("X-Other", name))
                .withMessage(message);
    }
}
