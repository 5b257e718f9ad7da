package io.github.appkeys.core.pair;

/** Digits, upper-case and lower-case letters of ASCII, in that order. */
public final class Base62 {

    public static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Base62() {
    }

    /** The number with its most significant digit first, filled up with zeros on the left. */
    static String encode(long number, int length) {
        char[] text = new char[length];
        long rest = number;
        for (int i = length - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(text);
    }

    public static boolean contains(char character) {
        return ALPHABET.indexOf(character) >= 0;
    }
}
