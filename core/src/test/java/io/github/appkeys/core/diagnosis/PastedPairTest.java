package io.github.appkeys.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppKeyGenerator;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.RepeatableRandom;
import io.github.appkeys.core.pair.Samples;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.reason.ReasonMessages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedPairTest {

    private static final String KEY = "appkey-shop-0123456789";
    private static final String TOKEN = Samples.TOKEN;
    private static final String PAIR = KEY + ":" + TOKEN;

    @Test
    void hasNothingToSayAboutAGoodPair() {
        assertMeant(KEY, TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "erp-connector", "my-app-key", "appkey", "Bearer", "basic.auth", "a_b.c-d",
        "x-1234567890"})
    void leavesEveryAppKeyAsItIs(String key) {
        PastedPair pair = new PastedPair(key, TOKEN);

        assertThat(pair.findings()).isEmpty();
        assertThat(pair.key()).contains(new AppKey(key));
    }

    /** By chance nothing that is generated looks like something else. */
    @Test
    void leavesGeneratedPairsAsTheyAre() {
        SecureRandom random = new RepeatableRandom(6);
        AppKeyGenerator keys = new AppKeyGenerator(AppKeyGenerator.DEFAULT_PREFIX, random);
        for (int i = 0; i < 2_000; i++) {
            assertMeant(keys.generate("Shop " + i).value(), AppToken.generate(random).reveal());
        }
    }

    @ParameterizedTest
    @MethodSource
    void seesThroughWhatGotAroundTheToken(String pasted, List<Reason> reasons) {
        PastedPair pair = new PastedPair(KEY, pasted);

        assertFound(pair, reasons);
        assertThat(pair.key()).contains(new AppKey(KEY));
        assertThat(pair.token()).as("token").hasValueSatisfying(token -> assertThat(token.reveal()).isEqualTo(TOKEN));
    }

    static Stream<Arguments> seesThroughWhatGotAroundTheToken() {
        return Stream.of(
                row(TOKEN + "\n", Reason.WHITESPACE),
                row(TOKEN + "\r\n", Reason.WHITESPACE),
                row(" " + TOKEN, Reason.WHITESPACE),
                row(TOKEN + "\u00A0", Reason.WHITESPACE),
                row("\u3000\t" + TOKEN, Reason.WHITESPACE),
                row(TOKEN.substring(0, 20) + "\n" + TOKEN.substring(20), Reason.WHITESPACE),
                row(TOKEN.substring(0, 20) + " " + TOKEN.substring(20), Reason.WHITESPACE),
                row(TOKEN.substring(0, 20) + "\u200B" + TOKEN.substring(20), Reason.INVISIBLE_CHARACTERS),
                row("\uFEFF" + TOKEN, Reason.INVISIBLE_CHARACTERS),
                row(TOKEN + "\u2060\u200D", Reason.INVISIBLE_CHARACTERS),
                row("\u202A" + TOKEN + "\u202C", Reason.INVISIBLE_CHARACTERS),
                row(TOKEN + "\0", Reason.INVISIBLE_CHARACTERS),
                row("\u200B " + TOKEN, Reason.INVISIBLE_CHARACTERS, Reason.WHITESPACE),
                row("\"" + TOKEN + "\"", Reason.QUOTED),
                row("'" + TOKEN + "'", Reason.QUOTED),
                row("`" + TOKEN + "`", Reason.QUOTED),
                row("\u201C" + TOKEN + "\u201D", Reason.QUOTED),
                row("\u201E" + TOKEN + "\u201C", Reason.QUOTED),
                row("\u00AB" + TOKEN + "\u00BB", Reason.QUOTED),
                row("<" + TOKEN + ">", Reason.QUOTED),
                row("[" + TOKEN + "]", Reason.QUOTED),
                row("\"" + TOKEN, Reason.QUOTED),
                row(TOKEN + "'", Reason.QUOTED),
                row("'\"" + TOKEN + "\"'", Reason.QUOTED),
                row("\"" + TOKEN + "\"\n", Reason.WHITESPACE, Reason.QUOTED),
                row("\" " + TOKEN + "\"", Reason.QUOTED, Reason.WHITESPACE),
                row("Bearer " + TOKEN, Reason.AUTHORIZATION_PREFIX),
                row("bearer  " + TOKEN, Reason.AUTHORIZATION_PREFIX),
                row("Basic " + TOKEN, Reason.AUTHORIZATION_PREFIX),
                row("Bearer: " + TOKEN, Reason.AUTHORIZATION_PREFIX),
                row("Bearer \"" + TOKEN + "\"", Reason.AUTHORIZATION_PREFIX, Reason.QUOTED),
                row("X-VTEX-API-AppToken: " + TOKEN, Reason.NAME_INCLUDED),
                row("x-app-token:" + TOKEN, Reason.NAME_INCLUDED),
                row("APP_TOKEN=" + TOKEN, Reason.NAME_INCLUDED),
                row("export ERP_TOKEN='" + TOKEN + "'", Reason.NAME_INCLUDED, Reason.QUOTED),
                row("\"appToken\": \"" + TOKEN + "\",", Reason.NAME_INCLUDED, Reason.QUOTED),
                row("-H 'X-App-Token: " + TOKEN + "'", Reason.NAME_INCLUDED, Reason.QUOTED),
                row("client_secret=" + TOKEN, Reason.NAME_INCLUDED),
                row("Authorization: Bearer " + TOKEN, Reason.NAME_INCLUDED, Reason.AUTHORIZATION_PREFIX),
                row(TOKEN.replace("_", "%5F"), Reason.URL_ENCODED),
                row(TOKEN.replace("_", "%5f"), Reason.URL_ENCODED),
                row(TOKEN + "%0A", Reason.URL_ENCODED, Reason.WHITESPACE),
                row("%22" + TOKEN + "%22", Reason.URL_ENCODED, Reason.QUOTED),
                row(base64(TOKEN), Reason.BASE64),
                row(base64(TOKEN + "\n"), Reason.BASE64, Reason.WHITESPACE),
                row(base64(PAIR), Reason.BASE64),
                row(base64(PAIR).replaceAll("=+$", ""), Reason.BASE64),
                row(base64(PAIR).replace('+', '-').replace('/', '_'), Reason.BASE64),
                row("Basic " + base64(PAIR), Reason.AUTHORIZATION_PREFIX, Reason.BASE64),
                row("Basic " + base64(PAIR).substring(0, 76) + "\n" + base64(PAIR).substring(76),
                        Reason.AUTHORIZATION_PREFIX, Reason.BASE64, Reason.WHITESPACE),
                row("Authorization: Basic " + base64(PAIR), Reason.NAME_INCLUDED, Reason.AUTHORIZATION_PREFIX,
                        Reason.BASE64),
                row(PAIR, Reason.BOTH_IN_ONE),
                row(KEY + ": " + TOKEN, Reason.BOTH_IN_ONE),
                row(KEY + ";" + TOKEN, Reason.BOTH_IN_ONE),
                row(KEY + " " + TOKEN, Reason.BOTH_IN_ONE),
                row(KEY + "\n" + TOKEN, Reason.BOTH_IN_ONE),
                row("\"" + PAIR + "\"", Reason.QUOTED, Reason.BOTH_IN_ONE),
                row(PAIR.replace(":", "%3A"), Reason.URL_ENCODED, Reason.BOTH_IN_ONE),
                row(TOKEN + "," + TOKEN, Reason.DUPLICATE_HEADER),
                row(TOKEN + ", " + TOKEN, Reason.DUPLICATE_HEADER));
    }

    @ParameterizedTest
    @MethodSource
    void seesThroughWhatGotAroundTheKey(String pasted, List<Reason> reasons) {
        PastedPair pair = new PastedPair(pasted, TOKEN);

        assertFound(pair, reasons);
        assertThat(pair.key()).contains(new AppKey(KEY));
        assertThat(pair.token()).isPresent();
    }

    static Stream<Arguments> seesThroughWhatGotAroundTheKey() {
        return Stream.of(
                row(KEY + "\n", Reason.WHITESPACE),
                row(KEY + "\u00A0", Reason.WHITESPACE),
                row("appkey-shop- 0123456789", Reason.WHITESPACE),
                row("\u200B" + KEY, Reason.INVISIBLE_CHARACTERS),
                row("\"" + KEY + "\"", Reason.QUOTED),
                row("<" + KEY + ">", Reason.QUOTED),
                row("Basic " + KEY, Reason.AUTHORIZATION_PREFIX),
                row("X-VTEX-API-AppKey: " + KEY, Reason.NAME_INCLUDED),
                row("APP_KEY=" + KEY, Reason.NAME_INCLUDED),
                row("client_id=" + KEY, Reason.NAME_INCLUDED),
                row(KEY.replace("-", "%2D"), Reason.URL_ENCODED),
                row(base64(KEY), Reason.BASE64),
                row(base64(PAIR), Reason.BASE64),
                row(PAIR, Reason.BOTH_IN_ONE),
                row(KEY + "," + KEY, Reason.DUPLICATE_HEADER));
    }

    @ParameterizedTest
    @MethodSource
    void findsBothHalvesInOne(String appKey, String appToken, List<Reason> reasons) {
        PastedPair pair = new PastedPair(appKey, appToken);

        assertFound(pair, reasons);
        assertThat(pair.key()).contains(new AppKey(KEY));
        assertThat(pair.token()).isPresent();
    }

    static Stream<Arguments> findsBothHalvesInOne() {
        return Stream.of(
                Arguments.of(PAIR, null, List.of(Reason.BOTH_IN_ONE)),
                Arguments.of(PAIR, "", List.of(Reason.BOTH_IN_ONE)),
                Arguments.of(null, PAIR, List.of(Reason.BOTH_IN_ONE)),
                Arguments.of("", PAIR, List.of(Reason.BOTH_IN_ONE)),
                Arguments.of(null, base64(PAIR), List.of(Reason.BASE64)),
                Arguments.of(null, "Basic " + base64(PAIR), List.of(Reason.AUTHORIZATION_PREFIX, Reason.BASE64)),
                Arguments.of(PAIR, PAIR, List.of(Reason.BOTH_IN_ONE, Reason.BOTH_IN_ONE)),
                Arguments.of(TOKEN, KEY, List.of(Reason.SWAPPED)),
                Arguments.of("\"" + TOKEN + "\"", KEY, List.of(Reason.QUOTED, Reason.SWAPPED)),
                Arguments.of(TOKEN + "\n", KEY + "\n", List.of(Reason.WHITESPACE, Reason.WHITESPACE, Reason.SWAPPED)));
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatCannotBeMended(String appKey, String appToken, List<Reason> reasons) {
        PastedPair pair = new PastedPair(appKey, appToken);

        assertFound(pair, reasons);
        assertThat(pair.key().isEmpty() || pair.token().isEmpty()).isTrue();
    }

    static Stream<Arguments> saysWhatCannotBeMended() {
        String typo = TOKEN.substring(0, 57) + (TOKEN.endsWith("x") ? "y" : "x");
        return Stream.of(
                wrong("", TOKEN, Reason.MISSING_HEADER),
                wrong(KEY, "", Reason.MISSING_HEADER),
                wrong(KEY, " \n", Reason.MISSING_HEADER),
                wrong("", "", Reason.MISSING_HEADER, Reason.MISSING_HEADER),
                wrong(KEY, typo, Reason.CHECKSUM),
                wrong(KEY, TOKEN.substring(0, 57), Reason.CHECKSUM),
                wrong(KEY, TOKEN + "x", Reason.CHECKSUM),
                wrong(KEY, TOKEN.substring(9), Reason.CHECKSUM),
                wrong(KEY, TOKEN.toUpperCase(), Reason.CHECKSUM),
                wrong(KEY, "a stock secret".replace(" ", "-"), Reason.CHECKSUM),
                wrong(KEY, KEY, Reason.CHECKSUM),
                wrong(KEY, "\"" + typo + "\"", Reason.QUOTED, Reason.CHECKSUM),
                wrong("k\u00E9y-of-erp", TOKEN, Reason.BAD_CHARACTERS),
                wrong("\u0430ppkey-shop", TOKEN, Reason.BAD_CHARACTERS),
                wrong("-x", TOKEN, Reason.BAD_CHARACTERS),
                wrong("ab", TOKEN, Reason.BAD_CHARACTERS),
                wrong("k".repeat(256), TOKEN, Reason.BAD_CHARACTERS),
                wrong(KEY, TOKEN + "\u2026", Reason.BAD_CHARACTERS),
                wrong(KEY, TOKEN + "\uD83D\uDE00", Reason.BAD_CHARACTERS),
                wrong("{{appKey}}", TOKEN, Reason.PLACEHOLDER),
                wrong(KEY, "{{appToken}}", Reason.PLACEHOLDER),
                wrong(KEY, "${APP_TOKEN}", Reason.PLACEHOLDER),
                wrong(KEY, "$APP_TOKEN", Reason.PLACEHOLDER),
                wrong(KEY, "$(APP_TOKEN)", Reason.PLACEHOLDER),
                wrong(KEY, "%APP_TOKEN%", Reason.PLACEHOLDER),
                wrong(KEY, "#{app.token}", Reason.PLACEHOLDER),
                wrong(KEY, "<your app token>", Reason.PLACEHOLDER),
                wrong(KEY, "<appToken>", Reason.PLACEHOLDER),
                wrong(KEY, "%7B%7BappToken%7D%7D", Reason.URL_ENCODED, Reason.PLACEHOLDER),
                wrong("{{appKey}}", "{{appToken}}", Reason.PLACEHOLDER, Reason.PLACEHOLDER),
                wrong(TOKEN, TOKEN, Reason.SWAPPED),
                wrong(TOKEN, null, Reason.SWAPPED),
                wrong(TOKEN, "", Reason.SWAPPED));
    }

    @Test
    void looksAtOneHalfAlone() {
        assertThat(new PastedPair(KEY, null).findings()).isEmpty();
        assertThat(new PastedPair(KEY, null).key()).contains(new AppKey(KEY));
        assertThat(new PastedPair(null, TOKEN).findings()).isEmpty();
        assertThat(new PastedPair(null, TOKEN).token()).isPresent();
    }

    @Test
    void namesWhereAndWhat() {
        assertSays("The appToken has white space in it: U+00A0 NO-BREAK SPACE, U+000A LINE FEED (LF)",
                KEY, TOKEN + "\u00A0\n");
        assertSays("The appKey has characters in it that cannot be seen: U+200B ZERO WIDTH SPACE",
                KEY + "\u200B", TOKEN);
        assertSays("The appKey has characters that do not belong there: U+00E9 LATIN SMALL LETTER E WITH ACUTE",
                "k\u00E9y", TOKEN);
        assertSays("The appToken starts with Bearer, which belongs to another header", KEY, "Bearer " + TOKEN);
        assertSays("The appToken has 57 characters instead of 58", KEY, TOKEN.substring(0, 57));
        assertSays("The appKey is not an appKey: one has 3 to 255 characters and starts with a letter or a digit",
                "-k", TOKEN);
    }

    @Test
    void neverRepeatsTheToken() {
        seesThroughWhatGotAroundTheToken().map(arguments -> new PastedPair(KEY, (String) arguments.get()[0]))
                .forEach(pair -> assertThat(pair.findings().toString() + pair).doesNotContain(TOKEN.substring(9, 30)));
    }

    @Test
    void objectsToFarTooMuch() {
        assertThatThrownBy(() -> new PastedPair(KEY, "x".repeat(PastedPair.MAX_LENGTH + 1)))
                .isInstanceOf(InvalidValueException.class).hasMessage("appToken has more than 4096 characters");
    }

    /** Whatever it is given, it answers, and quickly. */
    @Test
    @Tag("many")
    void survivesAnything() {
        Random random = new Random(6);
        String parts = "\"'<>{}%$#:=, \n\u00A0\u200B+/-_aZ09\uD83D\uDE00\uD83D";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n >= 0; n--) {
                String[] words = {TOKEN, KEY, "Bearer ", "X-App-Key:", "%41",
                    parts.charAt(random.nextInt(parts.length())) + ""};
                text.append(words[random.nextInt(words.length)]);
            }
            String pasted = text.length() > PastedPair.MAX_LENGTH
                    ? text.substring(0, PastedPair.MAX_LENGTH) : text.toString();
            PastedPair pair = new PastedPair(pasted, pasted);
            assertThat(pair.findings()).isNotEmpty();
        }
        for (String evil : List.of("%41", "\"", "a:", " ", "export ", "x-", "a_", "{{", "<a")) {
            assertThat(new PastedPair(evil.repeat(PastedPair.MAX_LENGTH / evil.length()), "").findings()).isNotEmpty();
        }
    }

    private static void assertSays(String expected, String appKey, String appToken) {
        assertThat(new PastedPair(appKey, appToken).findings())
                .extracting(finding -> finding.message(ReasonMessages.ENGLISH))
                .containsExactly(expected);
    }

    private static void assertMeant(String appKey, String appToken) {
        PastedPair pair = new PastedPair(appKey, appToken);

        assertThat(pair.findings()).isEmpty();
        assertThat(pair.key()).contains(new AppKey(appKey));
        assertThat(pair.token()).hasValueSatisfying(token -> assertThat(token.reveal()).isEqualTo(appToken));
    }

    private static void assertFound(PastedPair pair, List<Reason> reasons) {
        assertThat(pair.findings()).extracting(Finding::code).containsExactlyInAnyOrderElementsOf(reasons);
        assertThat(pair.findings()).extracting(Finding::severity).containsOnly(Severity.ERROR);
        for (ReasonMessages words : ReasonMessages.ALL) {
            assertThat(pair.findings()).allSatisfy(finding -> assertThat(finding.message(words) + finding.fix(words))
                    .isNotBlank().doesNotContain("{half}", "{characters}", "{prefix}"));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments row(String pasted, Reason... reasons) {
        return Arguments.of(pasted, Arrays.asList(reasons));
    }

    private static Arguments wrong(String appKey, String appToken, Reason... reasons) {
        return Arguments.of(appKey, appToken, Arrays.asList(reasons));
    }
}
