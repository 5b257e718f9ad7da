package io.github.appkeys.core.pair;

import io.github.appkeys.core.InvalidValueException;

/**
 * What the administrator calls an integration, and the longer text beside it: any printable text, in any script.
 */
public final class Label {

    /** In UTF-16 units, as Keycloak's columns for a client's name and description count on H2. */
    public static final int MAX_LENGTH = 255;

    /** Letters and symbols that look like nothing: Braille blank and the Hangul fillers. */
    private static final String BLANKS = "\u2800\u3164\uFFA0\u115F\u1160";

    private Label() {
    }

    /**
     * @param text a label; white space around it is left out
     * @throws InvalidValueException where nothing is left, or it is too long or not printable
     */
    public static String label(String text) {
        return text("label", text);
    }

    /**
     * @param name what the text is called where it is refused
     * @param text a text of one line; white space around it is left out
     * @throws InvalidValueException where nothing is left, or it is too long or not printable; begins with the name
     */
    public static String text(String name, String text) {
        String stripped = text == null ? "" : text.strip();
        if (isEmpty(stripped)) {
            throw new InvalidValueException(name + " is missing or empty");
        }
        return checked(name, stripped, false);
    }

    /**
     * @param text a description, which may have several lines; null for none
     * @throws InvalidValueException where it is too long or not printable
     */
    public static String description(String text) {
        String description = text == null ? "" : text.strip();
        String checked = checked("description", description, true);
        return isEmpty(checked) ? null : checked;
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
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.LINE_SEPARATOR,
                 Character.PARAGRAPH_SEPARATOR -> false;
            // an emoji that is younger than the JDK; a noncharacter never becomes one
            case Character.UNASSIGNED -> (character & 0xFFFE) != 0xFFFE && (character < 0xFDD0 || character > 0xFDEF);
            default -> !changesDirectionOfOthers(character);
        };
    }

    private static boolean isEmpty(String text) {
        return text.codePoints().noneMatch(Label::isVisible);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.FORMAT -> false;
            default -> BLANKS.indexOf(character) < 0;
        };
    }

    /** Embeddings, overrides and isolates (UAX #9) could make one integration read like another. */
    private static boolean changesDirectionOfOthers(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }
}
