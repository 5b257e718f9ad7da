package io.github.appkeys.core;

/**
 * What the administrator calls an integration, and the longer text beside it: any printable text, in any script.
 */
public final class Label {

    /** In UTF-16 units, as Keycloak's columns for a client's name and description count on H2. */
    public static final int MAX_LENGTH = 255;

    private Label() {
    }

    /**
     * @param text a label; white space around it is left out
     * @throws InvalidValueException where nothing is left, or it is too long or not printable
     */
    public static String label(String text) {
        String label = text == null ? "" : text.strip();
        if (label.isEmpty()) {
            throw new InvalidValueException("label is missing or empty");
        }
        return checked("label", label, false);
    }

    /**
     * @param text a description, which may have several lines; null for none
     * @throws InvalidValueException where it is too long or not printable
     */
    public static String description(String text) {
        return text == null || text.isBlank() ? null : checked("description", text.strip(), true);
    }

    private static String checked(String name, String text, boolean lines) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidValueException(name + " has more than " + MAX_LENGTH + " characters");
        }
        if (!text.codePoints().allMatch(c -> isPrintable(c) || lines && (c == '\n' || c == '\t' || c == '\r'))) {
            throw new InvalidValueException(name + " has characters that cannot be printed");
        }
        return text;
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
                 Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> !changesDirectionOfOthers(character);
        };
    }

    /** Embeddings, overrides and isolates (UAX #9) could make one integration read like another. */
    private static boolean changesDirectionOfOthers(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }
}
