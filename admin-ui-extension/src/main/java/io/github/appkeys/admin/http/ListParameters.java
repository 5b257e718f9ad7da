package io.github.appkeys.admin.http;

import java.util.Arrays;

import io.github.appkeys.core.pair.PairFilter;
import io.github.appkeys.core.pair.PairStatus;
import io.github.appkeys.core.passwordgrants.PasswordGrantOrder;
import io.github.appkeys.core.store.KeycloakClock;

/** Reads query parameters. They are declared as texts, since JAX-RS answers 404 to an invalid number. */
public final class ListParameters {

    /** The number of rows of a page if the caller gives none. */
    public static final int DEFAULT_MAX = 100;
    /** The largest number of rows of a page. */
    public static final int MAX = 1000;
    /** How many rows can be skipped, more than any realm has. */
    public static final int MAX_FIRST = 10_000_000;

    private static final int MAX_SEARCH_LENGTH = 255;

    private ListParameters() {
    }

    public static PairFilter filter(String search, String status) {
        return new PairFilter(search(search), status(status), KeycloakClock.now());
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
        return number("first", first, 0, MAX_FIRST);
    }

    public static int max(String max) {
        return number("max", max, DEFAULT_MAX, MAX);
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

    private static PairStatus status(String status) {
        if (status == null || status.isEmpty()) {
            return null;
        }
        return Arrays.stream(PairStatus.values())
                .filter(value -> value.name().equals(status))
                .findFirst()
                .orElseThrow(() -> ErrorResponses.badRequest("status must be one of "
                        + Arrays.toString(PairStatus.values())));
    }

    private static int number(String name, String value, int none, int max) {
        if (value == null || value.isEmpty()) {
            return none;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // same answer as for a number out of bounds
        }
        throw ErrorResponses.badRequest(name + " must be a whole number from 0 to " + max);
    }
}
