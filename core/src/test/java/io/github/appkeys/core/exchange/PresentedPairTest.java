package io.github.appkeys.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.Samples;
import io.github.appkeys.core.reason.OAuthError;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedPairTest {

    private static final String KEY = "appkey-shop-0123456789";
    private static final String TOKEN = Samples.TOKEN;
    private static final String KEY_PLACE = "header X-VTEX-API-AppKey";
    private static final String TOKEN_PLACE = "header X-VTEX-API-AppToken";

    @Test
    void acceptsAPairInGoodForm() {
        PresentedPair pair = pair(List.of(KEY), List.of(TOKEN));

        assertThat(pair.checkForm().isAccepted()).isTrue();
        assertThat(pair.key()).isEqualTo(new AppKey(KEY));
        assertThat(pair.token().reveal()).isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @MethodSource
    void tellsWhatIsWrongAndWhere(Reason reason, String place, List<String> appKey, List<String> appToken) {
        Verdict verdict = pair(appKey, appToken).checkForm();

        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.error()).isEqualTo(OAuthError.INVALID_CLIENT);
        assertThat(verdict.description()).startsWith("The " + place + " ");
        assertThat(Stream.concat(appKey.stream(), appToken.stream()).filter(value -> !value.isBlank()))
                .allSatisfy(value -> assertThat(verdict.description()).doesNotContain(value.strip()));
    }

    static Stream<Arguments> tellsWhatIsWrongAndWhere() {
        return Stream.of(
                wrongKey(Reason.MISSING_HEADER),
                wrongKey(Reason.MISSING_HEADER, ""),
                wrongKey(Reason.MISSING_HEADER, "", ""),
                wrongToken(Reason.MISSING_HEADER),
                wrongToken(Reason.MISSING_HEADER, ""),

                wrongKey(Reason.DUPLICATE_HEADER, KEY, KEY),
                wrongKey(Reason.DUPLICATE_HEADER, KEY, "other-key"),
                wrongKey(Reason.DUPLICATE_HEADER, "", KEY),
                wrongKey(Reason.DUPLICATE_HEADER, KEY + "," + KEY),
                wrongKey(Reason.DUPLICATE_HEADER, KEY + ", other-key"),
                wrongToken(Reason.DUPLICATE_HEADER, TOKEN, TOKEN),
                wrongToken(Reason.DUPLICATE_HEADER, TOKEN + "," + TOKEN),

                wrongKey(Reason.WHITESPACE, " "),
                wrongKey(Reason.WHITESPACE, " " + KEY),
                wrongKey(Reason.WHITESPACE, KEY + "\t"),
                wrongKey(Reason.WHITESPACE, "appkey shop"),
                wrongKey(Reason.WHITESPACE, KEY + "\u00A0"),
                wrongKey(Reason.WHITESPACE, KEY + "\u3000"),
                wrongToken(Reason.WHITESPACE, TOKEN + " "),
                wrongToken(Reason.WHITESPACE, TOKEN + "\r\n"),
                wrongToken(Reason.WHITESPACE, "apptoken_ " + TOKEN.substring(9)),

                wrongKey(Reason.SWAPPED, TOKEN),
                wrongKey(Reason.SWAPPED, TOKEN.toUpperCase()),
                wrongKey(Reason.SWAPPED, "AppKey:" + TOKEN),
                wrongKey(Reason.SWAPPED, "apptoken_cut-off"),

                wrongKey(Reason.BAD_CHARACTERS, "\"" + KEY + "\""),
                wrongKey(Reason.BAD_CHARACTERS, "{{appKey}}"),
                wrongKey(Reason.BAD_CHARACTERS, "${APP_KEY}"),
                wrongKey(Reason.BAD_CHARACTERS, "appk\u00E9y-shop"),
                wrongKey(Reason.BAD_CHARACTERS, KEY + "\u200B"),
                wrongKey(Reason.BAD_CHARACTERS, "\uFEFF" + KEY),
                wrongKey(Reason.BAD_CHARACTERS, KEY + "\0"),
                wrongKey(Reason.BAD_CHARACTERS, "zq"),
                wrongKey(Reason.BAD_CHARACTERS, "-" + KEY),
                wrongKey(Reason.BAD_CHARACTERS, "k".repeat(256)),
                wrongToken(Reason.BAD_CHARACTERS, "<" + TOKEN + ">"),
                wrongToken(Reason.BAD_CHARACTERS, TOKEN.replace('0', '\u0660')),
                wrongToken(Reason.BAD_CHARACTERS, TOKEN + "\uD83D\uDE00"),

                wrongToken(Reason.CHECKSUM, TOKEN.replace('0', 'O')),
                wrongToken(Reason.CHECKSUM, TOKEN.substring(0, 57)),
                wrongToken(Reason.CHECKSUM, TOKEN + "x"),
                wrongToken(Reason.CHECKSUM, TOKEN.substring(9)),
                wrongToken(Reason.CHECKSUM, TOKEN.toUpperCase()),
                wrongToken(Reason.CHECKSUM, "another-appkey"));
    }

    @ParameterizedTest
    @MethodSource
    void tellsFirstWhatAPersonWouldFindFirst(Reason reason, List<String> appKey, List<String> appToken) {
        assertThat(pair(appKey, appToken).checkForm().reason()).isEqualTo(reason);
    }

    static Stream<Arguments> tellsFirstWhatAPersonWouldFindFirst() {
        return Stream.of(
                Arguments.of(Reason.MISSING_HEADER, List.of(KEY, KEY), List.of()),
                Arguments.of(Reason.MISSING_HEADER, List.of(TOKEN), List.of("")),
                Arguments.of(Reason.DUPLICATE_HEADER, List.of(" "), List.of(TOKEN, TOKEN)),
                Arguments.of(Reason.DUPLICATE_HEADER, List.of(TOKEN), List.of(KEY + "," + KEY)),
                Arguments.of(Reason.WHITESPACE, List.of(TOKEN), List.of(KEY + " ")),
                Arguments.of(Reason.WHITESPACE, List.of(" " + TOKEN), List.of(KEY)),
                Arguments.of(Reason.WHITESPACE, List.of("{{appKey}}"), List.of(TOKEN + " ")),
                Arguments.of(Reason.SWAPPED, List.of(TOKEN), List.of("{{appToken}}")),
                Arguments.of(Reason.SWAPPED, List.of("<" + TOKEN + ">"), List.of(KEY)),
                Arguments.of(Reason.BAD_CHARACTERS, List.of("{{appKey}}"), List.of("cut-off")),
                Arguments.of(Reason.BAD_CHARACTERS, List.of("-" + KEY), List.of("cut-off")));
    }

    @Test
    void tellsInWhicheverPlaceItWasSent() {
        PresentedPair pair = new PresentedPair(new PresentedPair.Half("user of HTTP Basic", List.of(KEY)),
                new PresentedPair.Half("form parameter client_secret", List.of()));

        assertThat(pair.checkForm().description())
                .isEqualTo("The form parameter client_secret is missing or empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", KEY, "unknown.to_us"})
    void namesTheKeyWhereItHasTheFormOfOneWhateverTheTokenIs(String value) {
        assertThat(pair(List.of(value), List.of()).nameableKey()).contains(new AppKey(value));
        assertThat(pair(List.of(value), List.of(TOKEN, TOKEN)).nameableKey()).contains(new AppKey(value));
    }

    @ParameterizedTest
    @MethodSource
    void namesNoKeyThatCouldBeASecretOrBreakALog(List<String> values) {
        assertThat(pair(values, List.of(TOKEN)).nameableKey()).isEmpty();
    }

    static Stream<List<String>> namesNoKeyThatCouldBeASecretOrBreakALog() {
        return Stream.of(List.of(), List.of(""), List.of(KEY, KEY), List.of(KEY + "," + KEY), List.of(KEY + "\n"),
                List.of(" " + KEY), List.of("-.-"), List.of("k".repeat(256)), List.of(TOKEN),
                List.of(TOKEN.toUpperCase()), List.of("x" + TOKEN.substring(0, 20)), List.of(TOKEN.substring(1)),
                List.of(TOKEN.substring(9)));
    }

    @Test
    void hidesTheHalvesFromLogs() {
        assertThat(pair(List.of(KEY), List.of(TOKEN)).toString()).contains(TOKEN_PLACE).doesNotContain(TOKEN, KEY);
    }

    private static Arguments wrongKey(Reason reason, String... values) {
        return Arguments.of(reason, KEY_PLACE, List.of(values), List.of(TOKEN));
    }

    private static Arguments wrongToken(Reason reason, String... values) {
        return Arguments.of(reason, TOKEN_PLACE, List.of(KEY), List.of(values));
    }

    private static PresentedPair pair(List<String> appKey, List<String> appToken) {
        return new PresentedPair(new PresentedPair.Half(KEY_PLACE, appKey),
                new PresentedPair.Half(TOKEN_PLACE, appToken));
    }
}
