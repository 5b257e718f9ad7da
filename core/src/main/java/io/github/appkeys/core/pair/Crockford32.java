package io.github.appkeys.core.pair;

/**
 * Douglas Crockford's base 32 in upper case: no I, L, O or U, so that it can be read out and typed. The check character
 * is Luhn's algorithm modulo 32, which finds every single wrong character.
 */
final class Crockford32 {

    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford32() {
    }

    static char checkCharacter(String text) {
        int base = ALPHABET.length();
        int sum = 0;
        int factor = 2;
        for (int i = text.length() - 1; i >= 0; i--) {
            int product = factor * ALPHABET.indexOf(text.charAt(i));
            sum += product / base + product % base;
            factor = 3 - factor;
        }
        return ALPHABET.charAt((base - sum % base) % base);
    }
}
