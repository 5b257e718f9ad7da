package io.github.appkeys.core.diagnosis;

import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.appkeys.core.pair.PairCharacters;

/** Finds, removes and names characters that a pair must not have. */
final class Characters {

    private static final int MAX_NAMED = 5;

    private Characters() {
    }

    /** Whether a character has no glyph: zero-width and other format characters, control characters. No white space. */
    static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return (type == Character.FORMAT || type == Character.CONTROL || character == 0x034F
                || character >= 0xFE00 && character <= 0xFE0F) && !PairCharacters.isSpace(character);
    }

    /** A text without the unwanted code points. */
    static String without(String text, Predicate<Integer> unwanted) {
        return text.codePoints().filter(character -> !unwanted.test(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** The Unicode names of the first {@value #MAX_NAMED} different ones. */
    static String names(String text, Predicate<Integer> unwanted) {
        return text.codePoints().boxed().filter(unwanted).distinct().limit(MAX_NAMED).map(Characters::name)
                .collect(Collectors.joining(", "));
    }

    private static String name(int character) {
        String name = Character.getName(character);
        return String.format("U+%04X", character) + (name == null ? "" : " " + name);
    }
}
