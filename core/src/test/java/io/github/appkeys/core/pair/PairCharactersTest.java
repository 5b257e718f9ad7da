package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PairCharactersTest {

    @Test
    void areThoseOfBothHalves() {
        assertThat(("appkey-shop_1.x" + Samples.TOKEN).chars()).allMatch(PairCharacters::isAllowed);
    }

    @Test
    void areNoOthers() {
        assertThat("\u00E9\u0430\u0660\u200B\uFEFF\0\"<{$%+/=:, \n\uD83D\uDE00".codePoints())
                .noneMatch(PairCharacters::isAllowed);
        assertThat(PairCharacters.isAllowed(0x10030)).as("not cut off to the digit 0").isFalse();
    }

    @Test
    void includeNoWhiteSpaceOfAnyKind() {
        assertThat(" \t\r\n\u00A0\u2007\u202F\u3000\u2028".codePoints()).allMatch(PairCharacters::isSpace);
        assertThat("a0._-\u200B\uFEFF".codePoints()).noneMatch(PairCharacters::isSpace);
    }
}
