package io.github.appkeys.core.jpa.columns;

/**
 * Text from outside as our columns can keep it. A proxy may send any text as the address of a caller, and a storage
 * provider may have longer names than Keycloak. Such a text must not fail the transaction, or the batch, that it is in.
 */
public final class ColumnText {

    /** The length of columns for an address; the longest text of an IPv6 address fits. */
    public static final int MAX_ADDRESS = 45;
    /** The length of columns for a name. Keycloak's own names always fit. */
    public static final int MAX_NAME = 255;

    private ColumnText() {
    }

    /** At most {@value #MAX_ADDRESS} characters of ASCII, others replaced; null for null. */
    public static String address(String address) {
        return address == null ? null : cut(address, MAX_ADDRESS).replaceAll("[^\\x20-\\x7E]", "?");
    }

    /**
     * At most {@value #MAX_NAME} characters, with what some database rejects replaced; null for null. MariaDB's
     * {@code utf8mb3} has no characters outside the Basic Multilingual Plane.
     */
    public static String name(String name) {
        return text(name, MAX_NAME);
    }

    /** The same for a text of another length. */
    public static String text(String text, int max) {
        return text == null ? null : cut(text, max).replaceAll("[\\x{10000}-\\x{10FFFF}\\p{Cs}\\x00]", "\uFFFD");
    }

    /** Whether a text can be looked for: PostgreSQL takes no NUL, not even in a question. */
    public static boolean canBeFound(String text) {
        return text.indexOf('\0') < 0;
    }

    private static String cut(String text, int max) {
        return text.substring(0, Math.min(text.length(), max));
    }
}
