package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppTokenTest {

    private static final Pattern FORM = Pattern.compile("^apptoken_[0-9A-Za-z]{43}[0-9A-Za-z]{6}$");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int CHECKSUM_AT = 52;

    private final SecureRandom random = new RepeatableRandom(1);

    @Test
    void hasTheFormThatSecretScannersLookFor() {
        assertThat(generate(1_000)).allSatisfy(token -> assertThat(token).matches(FORM));
    }

    @Test
    void endsWithTheCrcOfAllBeforeIt() {
        assertThat(generate(1_000)).allSatisfy(token -> assertThat(number(token.substring(CHECKSUM_AT)))
                .isEqualTo(BigInteger.valueOf(crc32(token.substring(0, CHECKSUM_AT)))));
    }

    @Test
    @Tag("many")
    void isDifferentEachTimeAndPrefersNoCharacter() {
        List<String> tokens = generate(10_000);
        Map<Integer, Long> occurrences = tokens.stream().map(token -> token.substring(9, CHECKSUM_AT))
                .flatMap(secret -> secret.chars().boxed())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(tokens).doesNotHaveDuplicates();
        assertThat(occurrences).containsOnlyKeys(DIGITS.chars().boxed().toList());
        // a byte taken modulo 62 would prefer eight of them by a quarter
        long even = 10_000L * 43 / DIGITS.length();
        assertThat(occurrences.values()).allSatisfy(count -> assertThat(count).isBetween(even * 95 / 100,
                even * 105 / 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {Samples.TOKEN, Samples.OTHER_TOKEN, Samples.TOKEN_OF_ZEROS})
    void readsWhatAnotherProgramMade(String value) {
        assertThat(AppToken.parse(value).reveal()).isEqualTo(value);
    }

    @Test
    void readsWhatItMade() {
        assertThat(generate(1_000)).allSatisfy(token -> assertThat(AppToken.parse(token).reveal()).isEqualTo(token));
    }

    @Test
    @Tag("many")
    void refusesEverySingleWrongCharacter() {
        for (String token : generate(20)) {
            for (int i = 0; i < token.length(); i++) {
                for (char other : (DIGITS + "_-. é").replace(token.substring(i, i + 1), "").toCharArray()) {
                    StringBuilder wrong = new StringBuilder(token);
                    wrong.setCharAt(i, other);
                    assertRefused(wrong.toString());
                }
            }
        }
    }

    @Test
    @Tag("many")
    void refusesEveryPairOfNeighboursInTheWrongOrder() {
        for (String token : generate(500)) {
            for (int i = 1; i < token.length(); i++) {
                String wrong = token.substring(0, i - 1) + token.charAt(i) + token.charAt(i - 1)
                        + token.substring(i + 1);
                if (!wrong.equals(token)) {
                    assertRefused(wrong);
                }
            }
        }
    }

    @ParameterizedTest
    @NullSource
    @MethodSource
    void refusesAnotherLengthOrForm(String value) {
        assertRefused(value);
    }

    static Stream<String> refusesAnotherLengthOrForm() {
        String token = Samples.TOKEN;
        return Stream.of("", "apptoken_", token.substring(1), token.substring(0, token.length() - 1), token + "0",
                " " + token, token + "\n", token.toUpperCase(), token.toLowerCase(),
                "APPTOKEN_" + token.substring(9), token.substring(9), token + token,
                withChecksum("apptoken_" + "-".repeat(43)), withChecksum("apptoken_" + " ".repeat(43)),
                withChecksum("appsecret" + "0".repeat(43)));
    }

    @Test
    void hintsAtItsEndAsItsHolderSeesIt() {
        assertThat(AppToken.parse(Samples.TOKEN).hint()).isEqualTo("CQwk");
    }

    @Test
    void hidesTheSecretFromLogs() {
        AppToken token = AppToken.parse(Samples.TOKEN);

        assertThat(token.toString()).isEqualTo("apptoken_…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apptoken_", "APPTOKEN_", "xAppToken_y", " apptoken_1", Samples.TOKEN})
    void marksWhatLooksLikeOne(String text) {
        assertThat(AppToken.looksLikeOne(text)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "apptoken", "apptoken-1", "appkey-shop-0123456789"})
    void marksNothingElse(String text) {
        assertThat(AppToken.looksLikeOne(text)).isFalse();
    }

    private List<String> generate(int count) {
        return Stream.generate(() -> AppToken.generate(random).reveal()).limit(count).toList();
    }

    private static void assertRefused(String value) {
        assertThatExceptionOfType(InvalidValueException.class).as(value).isThrownBy(() -> AppToken.parse(value))
                .satisfies(e -> assertThat(e.getMessage()).isIn("An appToken has 58 characters and starts with "
                        + "apptoken_", "The checksum of the appToken is wrong"));
    }

    private static String withChecksum(String body) {
        long crc = crc32(body);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            text.insert(0, DIGITS.charAt((int) (crc % 62)));
            crc /= 62;
        }
        return body + text;
    }

    private static BigInteger number(String base62) {
        return base62.chars().mapToObj(c -> BigInteger.valueOf(DIGITS.indexOf(c)))
                .reduce(BigInteger.ZERO, (sum, digit) -> sum.multiply(BigInteger.valueOf(62)).add(digit));
    }

    /** CRC-32 of ISO 3309 bit by bit: not the JDK's, which the code under test uses. */
    private static long crc32(String text) {
        int crc = 0xFFFFFFFF;
        for (char c : text.toCharArray()) {
            crc ^= c;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0xEDB88320;
            }
        }
        return ~crc & 0xFFFFFFFFL;
    }
}
