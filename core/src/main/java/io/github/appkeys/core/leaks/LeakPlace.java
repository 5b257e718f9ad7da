package io.github.appkeys.core.leaks;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import io.github.appkeys.core.pair.AppToken;

/** The place where an appToken was found, as a report names it: a text to be shown, never to be followed. */
public final class LeakPlace {

    /** The longest text. */
    public static final int MAX = 500;

    private static final String HIDDEN = "(an address that contains an appToken)";

    private LeakPlace() {
    }

    /**
     * A text as it may be kept: at most {@value #MAX} characters, without those that cannot be printed, and never with
     * an appToken in it.
     *
     * @param text what was sent; may be null
     * @return null where there is none
     */
    public static String of(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (AppToken.looksLikeOne(text) || AppToken.looksLikeOne(decoded(text))) {
            return HIDDEN;
        }
        String printable = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ").strip();
        return printable.substring(0, Math.min(MAX, printable.length()));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text.replaceAll("(?i)%5F", "_");
        }
    }
}
