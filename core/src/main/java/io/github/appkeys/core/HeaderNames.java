package io.github.appkeys.core;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The two request headers in which an integrator sends a pair.
 *
 * @param appKey   the name of the header with the appKey
 * @param appToken the name of the header with the appToken
 */
public record HeaderNames(String appKey, String appToken) {

    /** A token of RFC 9110, section 5.6.2. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    /** Headers with a meaning of their own that a pair must not take over. */
    private static final Set<String> TAKEN = Set.of("accept", "authorization", "connection", "content-length",
            "content-type", "cookie", "date", "dpop", "expect", "forwarded", "host", "origin", "te", "transfer-encoding",
            "upgrade", "user-agent", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto");

    /** As VTEX names them. */
    public static final HeaderNames VTEX = new HeaderNames("X-VTEX-API-AppKey", "X-VTEX-API-AppToken");

    /** Names that work beside whatever is configured. */
    public static final HeaderNames SHORT = new HeaderNames("X-App-Key", "X-App-Token");

    /** @throws InvalidValueException where a name is not one of a header, has another meaning, or both are the same */
    public HeaderNames {
        check(appKey);
        check(appToken);
        if (appKey.equalsIgnoreCase(appToken)) {
            throw new InvalidValueException("The headers of appKey and appToken must have different names");
        }
    }

    private static void check(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new InvalidValueException("A header name has 1 to 100 of the characters that RFC 9110 allows");
        }
        if (TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new InvalidValueException("The header " + name + " has another meaning");
        }
    }
}
