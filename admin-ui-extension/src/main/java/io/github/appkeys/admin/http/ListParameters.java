package io.github.appkeys.admin.http;

import java.util.Arrays;

import io.github.appkeys.core.passwordgrants.PasswordGrantOrder;

/** Reads query parameters. They are declared as texts, since JAX-RS answers 404 to an invalid number. */
public final class ListParameters {

    /** The number of rows of a page if the caller gives none. */
    public static final int DEFAULT_MAX = 100;
    /** The largest number of rows of a page. */
    public static final int MAX = 1000;
    /** How many rows can be skipped, more than any realm has. */
    public static final int MAX_FIRST = 10_000_000;

    /** The characters of a text to search for. */
    public static final int MAX_SEARCH_LENGTH = 255;

    private ListParameters() {
    }

    /** Stripped of surrounding white space; null if absent. */
    public static String search(String search) {
        if (search != null
                && (search.length() > MAX_SEARCH_LENGTH || search.chars().anyMatch(Character::isISOControl))) {
            throw ErrorResponses.badRequest(
                    "search must be a printable text of at most " + MAX_SEARCH_LENGTH + " characters");
        }
        return search == null ? null : search.strip();
    }

    public static int first(String first) {
        return numberOr(0, "first", first, MAX_FIRST);
    }

    public static int max(String max) {
        return numberOr(DEFAULT_MAX, "max", max, MAX);
    }

    /** Absent or empty is the most recent first. */
    public static PasswordGrantOrder order(String sort) {
        if (sort == null || sort.isEmpty()) {
            return PasswordGrantOrder.LAST_AT;
        }
        return Arrays.stream(PasswordGrantOrder.values())
                .filter(order -> order.field().equals(sort))
                .findFirst()
                .orElseThrow(() -> ErrorResponses.badRequest("sort must be one of "
                        + Arrays.stream(PasswordGrantOrder.values()).map(PasswordGrantOrder::field).toList()));
    }

    /** Absent or empty is {@code false}. */
    public static boolean flag(String name, String value) {
        if (value == null || value.isEmpty() || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw ErrorResponses.badRequest(name + " must be true or false");
    }

    /**
     * What separates the values of a CSV file: a comma by default, or a semicolon.
     *
     * @throws org.keycloak.services.ErrorResponseException 400, for anything else
     */
    public static char separator(String value) {
        if (value == null || value.equals(",")) {
            return ',';
        }
        if (value.equals(";")) {
            return ';';
        }
        throw ErrorResponses.badRequest("separator must be a comma or a semicolon (%3B)");
    }

    /**
     * A whole number.
     *
     * @throws org.keycloak.services.ErrorResponseException 400, for anything else, and out of these bounds
     */
    public static int number(String name, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // same answer as for a number out of bounds
        }
        throw ErrorResponses.badRequest(name + " must be a whole number from " + min + " to " + max);
    }

    private static int numberOr(int none, String name, String value, int max) {
        return value == null || value.isEmpty() ? none : number(name, value, 0, max);
    }
}
