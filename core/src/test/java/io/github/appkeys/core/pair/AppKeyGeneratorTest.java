package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class AppKeyGeneratorTest {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int UNIQUE_LENGTH = 10;

    private final SecureRandom random = new RepeatableRandom(1);
    private final AppKeyGenerator generator = new AppKeyGenerator(AppKeyGenerator.DEFAULT_PREFIX, random);

    @Test
    void hasPrefixSlugAndTenCharactersThatCanBeReadOut() {
        assertThat(generator.generate("My Shop").value()).matches("appkey-my-shop-[0-9A-HJKMNP-TV-Z]{10}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            master                    | master
            MASTER                    | master
            São Paulo                 | sao-paulo
            Ação & Reação             | acao-reacao
            España, S.A.              | espana-s-a
            İzmir                     | izmir
            Straße                    | stra-e
            ' a  b '                  | a-b
            --a__b--                  | a-b
            a.b_c/d                   | a-b-c-d
            42                        | 42
            Магазин                   | realm
            東京 shop 2               | shop-2
            '😀😀'                    | realm
            ---                       | realm
            ''                        | realm
            """)
    void keepsOfTheRealmsNameWhatFits(String realmName, String slug) {
        assertThat(AppKeyGenerator.slug(realmName)).isEqualTo(slug);
        assertThat(generator.generate(realmName).value()).startsWith("appkey-" + slug + "-");
    }

    @ParameterizedTest
    @MethodSource
    void cutsALongNameWithoutLeavingAHyphen(String realmName, String slug) {
        assertThat(AppKeyGenerator.slug(realmName)).isEqualTo(slug);
    }

    static Stream<Arguments> cutsALongNameWithoutLeavingAHyphen() {
        return Stream.of(
                Arguments.of("r".repeat(64), "r".repeat(64)),
                Arguments.of("r".repeat(65), "r".repeat(64)),
                Arguments.of("r".repeat(255), "r".repeat(64)),
                Arguments.of("é".repeat(255), "e".repeat(64)),
                Arguments.of("r".repeat(63) + " shop", "r".repeat(63)),
                Arguments.of("\uD83D\uDE00".repeat(127) + "x", "x"));
    }

    @Test
    void isNeverLongerThanAChosenOne() {
        String longest = new AppKeyGenerator("p".repeat(32), random).generate("r".repeat(255)).value();

        assertThat(longest).hasSize(32 + 1 + 64 + 1 + UNIQUE_LENGTH).hasSizeLessThanOrEqualTo(AppKey.MAX_CHOSEN_LENGTH);
        assertThat(AppKey.chosen(longest)).isNotNull();
    }

    @Test
    @Tag("many")
    void endsWithACheckCharacterThatFindsEverySingleWrongCharacter() {
        for (int i = 0; i < 200; i++) {
            String appKey = generator.generate("shop").value();
            String unique = appKey.substring(appKey.length() - UNIQUE_LENGTH);
            assertThat(checks(unique)).as(unique).isTrue();
            for (int position = 0; position < UNIQUE_LENGTH; position++) {
                for (char other : CROCKFORD.replace(unique.substring(position, position + 1), "").toCharArray()) {
                    StringBuilder wrong = new StringBuilder(unique);
                    wrong.setCharAt(position, other);
                    assertThat(checks(wrong.toString())).as("%s for %s", wrong, unique).isFalse();
                }
            }
        }
    }

    @Test
    @Tag("many")
    void isDifferentEachTimeAndUsesTheWholeAlphabet() {
        var unique = Stream.generate(() -> generator.generate("shop").value().substring("appkey-shop-".length()))
                .limit(10_000).toList();

        assertThat(unique).doesNotHaveDuplicates();
        assertThat(String.join("", unique).chars().distinct().sorted()).containsExactlyElementsOf(
                CROCKFORD.chars().boxed().toList());
    }

    @ParameterizedTest
    @MethodSource
    void takesAPrefix(String prefix) {
        assertThat(new AppKeyGenerator(prefix, random).generate("shop").value()).startsWith(prefix + "-shop-");
    }

    static Stream<String> takesAPrefix() {
        return Stream.of("a", "9", "vtexappkey", "My.Key_1-", "apptoken", "p".repeat(32));
    }

    @ParameterizedTest
    @NullSource
    @MethodSource
    void refusesAPrefix(String prefix) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new AppKeyGenerator(prefix, random))
                .withMessageStartingWith("The prefix of appKeys has 1 to 32 of the characters");
    }

    static Stream<String> refusesAPrefix() {
        return Stream.of("", " ", "-a", ".a", "_a", "a b", "a/b", "é", "a\n", "p".repeat(33), "apptoken_",
                "AppToken_x", "x-apptoken_");
    }

    /** Luhn modulo 32 over all characters, the last one too, from its definition. */
    private static boolean checks(String text) {
        int sum = 0;
        boolean doubled = false;
        for (int i = text.length() - 1; i >= 0; i--) {
            int value = CROCKFORD.indexOf(text.charAt(i)) * (doubled ? 2 : 1);
            sum += value < 32 ? value : value - 31;
            doubled = !doubled;
        }
        return sum % 32 == 0;
    }
}
