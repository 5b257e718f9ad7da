package io.github.appkeys.core.jpa.columns;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text to search for in names, in any case. Databases agree on the case of ASCII only: with the locale C, PostgreSQL
 * leaves all other characters as they are, and none regards two ways to write the same character as equal. So the
 * database finds the names that may contain the text, and {@link #isIn} decides.
 */
public final class SearchText {

    /** A character that a database may compare differently, with the ASCII character that it may be composed with. */
    private static final String UNSURE = "(?:\\p{ASCII}?\\p{M}+|\\P{ASCII})+";
    /** In no text, since PostgreSQL could not store it. */
    private static final String MARK = "\0";

    private final String pattern;
    private final String folded;
    private final boolean ascii;

    private SearchText(String text) {
        this.folded = folded(text);
        this.ascii = text.chars().allMatch(c -> c < 0x80);
        this.pattern = "%" + Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll(UNSURE, MARK).replaceAll("[!%_]", "!$0").replace(MARK, "%") + "%";
    }

    /** @return null if there is nothing to search for */
    public static SearchText of(String text) {
        return text == null || text.isEmpty() ? null : new SearchText(text);
    }

    /** For {@code lower(name) like … escape '!'}: all names that contain the text, and maybe others. */
    public String pattern() {
        return pattern;
    }

    /** Whether the pattern finds others, so that {@link #isIn} has to decide. */
    public boolean isUnsure() {
        return !ascii;
    }

    /** @param name may be null */
    public boolean isIn(String name) {
        return name != null && folded(name).contains(folded);
    }

    /** In upper case, since several small letters may have the same capital one, as the Greek sigma. */
    private static String folded(String text) {
        return Normalizer.normalize(Normalizer.normalize(text, Normalizer.Form.NFC).toUpperCase(Locale.ROOT),
                Normalizer.Form.NFC);
    }
}
