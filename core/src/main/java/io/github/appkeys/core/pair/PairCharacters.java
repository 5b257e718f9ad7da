package io.github.appkeys.core.pair;

/** Which characters the halves of a pair may have, for the messages about those that they may not have. */
public final class PairCharacters {

    private static final String PUNCTUATION = "._-";

    private PairCharacters() {
    }

    /**
     * Whether an appKey or an appToken may have a character: {@code A-Z a-z 0-9 . _ -}.
     *
     * @param character a Unicode code point
     */
    public static boolean isAllowed(int character) {
        return Alphabet.BASE62.contains(character) || PUNCTUATION.indexOf(character) >= 0;
    }

    /**
     * Whether a character is white space of any kind, including no-break spaces.
     *
     * @param character a Unicode code point
     */
    public static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
