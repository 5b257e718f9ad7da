package io.github.appkeys.core.pair;

import java.util.Set;
import java.util.regex.Pattern;

import io.github.appkeys.core.InvalidValueException;

/**
 * The public half of a pair: the identifier of one integration, and the clientId of the Keycloak client made for it.
 * Case-sensitive.
 *
 * @param value 3 to {@value #MAX_LENGTH} of {@code A-Z a-z 0-9 . _ -}, starting with a letter or digit
 */
public record AppKey(String value) {

    /** What the id of a Keycloak client can hold. A chosen appKey is shorter: {@value #MAX_CHOSEN_LENGTH}. */
    public static final int MAX_LENGTH = 255;

    /** Leaves room for the name of the service account, {@code service-account-<appKey>}, in 255 characters. */
    public static final int MAX_CHOSEN_LENGTH = 200;

    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,254}");

    /** Segments of our own REST paths: an appKey with such a name could not be addressed. */
    private static final Set<String> RESERVED =
            Set.of("settings", "count", "export", "import", "diagnosis", "password-grants", "usage");

    /**
     * @throws InvalidValueException where the value breaks the rule of characters and length, or looks like an appToken
     */
    public AppKey {
        if (!isWellFormed(value)) {
            throw new InvalidValueException("An appKey has 3 to " + MAX_LENGTH + " of the characters A-Z a-z 0-9 . _ - "
                    + "and starts with a letter or a digit");
        }
        if (AppToken.looksLikeOne(value)) {
            throw new InvalidValueException("An appKey cannot contain \"" + AppToken.PREFIX
                    + "\", which marks an appToken");
        }
    }

    /**
     * An appKey that a key manager chose.
     *
     * @throws InvalidValueException where it breaks the rule, is longer than {@value #MAX_CHOSEN_LENGTH} characters or
     *                               is one of the reserved words
     */
    public static AppKey chosen(String value) {
        AppKey appKey = new AppKey(value);
        if (value.length() > MAX_CHOSEN_LENGTH) {
            throw new InvalidValueException("A chosen appKey has at most " + MAX_CHOSEN_LENGTH + " characters");
        }
        if (RESERVED.contains(value)) {
            throw new InvalidValueException("The appKey \"" + value + "\" is reserved");
        }
        return appKey;
    }

    /** Whether the characters and the length fit. Says nothing about whether such an appKey exists. */
    public static boolean isWellFormed(String value) {
        return value != null && CHARACTERS.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
