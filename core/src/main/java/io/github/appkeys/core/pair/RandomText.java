package io.github.appkeys.core.pair;

import java.security.SecureRandom;

/** Texts of characters that are chosen independently and evenly from an alphabet. */
public final class RandomText {

    private RandomText() {
    }

    public static String of(String alphabet, int length, SecureRandom random) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
