package io.github.appkeys.core.pair;

import java.security.SecureRandom;

/** The characters of a text format, in the order of their values: each character is a digit of that base. */
public final class Alphabet {

    /** The digits, upper-case and lower-case letters of ASCII, in that order. */
    public static final Alphabet BASE62 =
            new Alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /** Douglas Crockford's base 32 in upper case: without I, L, O and U, so that it can be read out and typed. */
    public static final Alphabet CROCKFORD32 = new Alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

    private final String characters;

    private Alphabet(String characters) {
        this.characters = characters;
    }

    /** @param character a Unicode code point */
    public boolean contains(int character) {
        return characters.indexOf(character) >= 0;
    }

    /** Whether all characters of a text are in this alphabet. */
    public boolean containsAll(String text) {
        return text.codePoints().allMatch(this::contains);
    }

    /**
     * A text of characters that are chosen independently and evenly.
     *
     * @param random must be cryptographically strong where the text is a secret
     */
    public String random(int length, SecureRandom random) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    /**
     * A number in this base, its most significant digit first, padded with zeros on the left.
     *
     * @param number not negative; digits that do not fit into the length are left out
     */
    String encode(long number, int length) {
        char[] text = new char[length];
        long rest = number;
        for (int i = length - 1; i >= 0; i--) {
            text[i] = characters.charAt((int) (rest % characters.length()));
            rest /= characters.length();
        }
        return new String(text);
    }

    /**
     * The check character of a text: Luhn's algorithm modulo the size of this alphabet, which finds every single wrong
     * character.
     *
     * @param text all of its characters are in this alphabet
     */
    char checkCharacter(String text) {
        int base = characters.length();
        int sum = 0;
        int factor = 2;
        for (int i = text.length() - 1; i >= 0; i--) {
            int product = factor * characters.indexOf(text.charAt(i));
            sum += product / base + product % base;
            factor = 3 - factor;
        }
        return characters.charAt((base - sum % base) % base);
    }
}
