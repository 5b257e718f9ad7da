package io.github.appkeys.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;

import io.github.appkeys.core.pair.Samples;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PastedHalfTest {

    private static final String KEY = "appkey-shop-0123456789";
    private static final int LONG = 1_000_000;

    @Test
    void thatWasNotSentHasNoText() {
        PastedHalf half = PastedHalf.of(Half.APP_KEY, null);

        assertThat(half.text()).isNull();
        assertThat(half.otherHalf()).isNull();
        assertThat(half.found()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPartOfAWholePairAndHandsOutTheOther(Half half) {
        PastedHalf pasted = PastedHalf.of(half, KEY + ":" + Samples.TOKEN);

        assertThat(pasted.text()).isEqualTo(half == Half.APP_KEY ? KEY : Samples.TOKEN);
        assertThat(pasted.otherHalf()).isEqualTo(half == Half.APP_KEY ? Samples.TOKEN : KEY);
        assertThat(pasted.found())
                .containsExactly(Occurrence.of(Reason.BOTH_IN_ONE).with("half", half.toString()));
    }

    @Test
    void namesAReasonOnceAndInTheOrderOfFinding() {
        PastedHalf pasted = PastedHalf.of(Half.APP_KEY, " \"'" + KEY + "'\" ");

        assertThat(pasted.text()).isEqualTo(KEY);
        assertThat(pasted.found()).extracting(Occurrence::reason).containsExactly(Reason.WHITESPACE, Reason.QUOTED);
    }

    @Test
    void takesOffTwelveWrappingsAtMost() {
        assertThat(PastedHalf.of(Half.APP_KEY, "'".repeat(12) + KEY + "'".repeat(12)).text()).isEqualTo(KEY);
        assertThat(PastedHalf.of(Half.APP_KEY, "'".repeat(13) + KEY + "'".repeat(13)).text())
                .isEqualTo("'" + KEY + "'");
    }

    /** U+0130 becomes two characters in lower case, which once moved the mark of the appToken beyond the end. */
    @Test
    void findsTheTokenBehindCharactersThatGrowInLowerCase() {
        PastedHalf pasted = PastedHalf.of(Half.APP_TOKEN, "\u0130".repeat(80) + ":" + Samples.TOKEN);

        assertThat(pasted.text()).isEqualTo(Samples.TOKEN);
        assertThat(pasted.otherHalf()).isEqualTo("\u0130".repeat(80));
    }

    /** A quadratic step would take hours for one of these. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "%41 ~ `` ~ ``",
        "`\"` ~ `` ~ ``",
        "a: ~ `` ~ ``",
        "a_key ~ `` ~ ``",
        "apptoken_ ~ : ~ ``",
        "QUFB ~ Bearer ~ ``",
        "`a ` ~ < ~ ``",
        "` ` ~ a ~ b",
        "` ` ~ a ~ `,b`",
        "` ` ~ export ~ x",
        "` ,` ~ APP_KEY=a ~ b",
        "\u0130 ~ `` ~ ``",
        "\u200B ~ a ~ b"})
    @Tag("many")
    void takesTimeLinearInTheLength(String part, String start, String end) {
        String pasted = start + part.repeat(LONG / part.length()) + end;

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> PastedHalf.of(Half.APP_KEY, pasted));
    }
}
