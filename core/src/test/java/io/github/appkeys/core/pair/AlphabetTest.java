package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlphabetTest {

    @Test
    void containsItsCharactersOnly() {
        assertThat(Alphabet.BASE62.containsAll("azAZ09")).isTrue();
        assertThat("-_ \u00E9\u0660").satisfies(text -> text.chars()
                .forEach(character -> assertThat(Alphabet.BASE62.contains(character)).isFalse()));
        assertThat(Alphabet.CROCKFORD32.containsAll("ABC123")).isTrue();
        assertThat("ILOUabc".chars()).noneMatch(Alphabet.CROCKFORD32::contains);
    }

    /** U+10030 would be the digit 0 if it was cut off to a {@code char}. */
    @Test
    void containsNoCharacterBeyondTheBasicPlane() {
        assertThat(Alphabet.BASE62.contains(0x10030)).isFalse();
        assertThat(Alphabet.BASE62.containsAll("\uD83D\uDE00")).isFalse();
    }

    @Test
    void writesNumbersWithLeadingZeros() {
        assertThat(Alphabet.BASE62.encode(0, 3)).isEqualTo("000");
        assertThat(Alphabet.BASE62.encode(61, 3)).isEqualTo("00z");
        assertThat(Alphabet.BASE62.encode(62 * 62, 3)).isEqualTo("100");
        assertThat(Alphabet.CROCKFORD32.encode(33, 2)).isEqualTo("11");
    }
}
