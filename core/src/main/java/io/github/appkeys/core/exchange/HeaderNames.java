package io.github.appkeys.core.exchange;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.github.appkeys.core.InvalidValueException;

/**
 * The two request headers in which an integrator sends a pair.
 *
 * @param appKey   the name of the header with the appKey
 * @param appToken the name of the header with the appToken
 */
public record HeaderNames(String appKey, String appToken) {

    /** X- and a token of RFC 9110, section 5.6.2. Names without X- are the standards'. */
    private static final Pattern NAME = Pattern.compile("[Xx]-[A-Za-z0-9!#$%&'*+.^_`|~-]{1,98}");

    /** What browsers, proxies and gateways send by themselves: they overwrite it, and many write it to their logs. */
    private static final Pattern TAKEN = Pattern.compile(
            "x-(forwarded|original|envoy|amz|amzn|b3|datadog|ms|goog|cloud)-.*"
            + "|x-(real|client|cluster-client|true-client|remote)-(ip|addr|user)"
            + "|x-(request|correlation|trace|transaction)-id|x-(csrf|xsrf)-token"
            + "|x-(requested-with|scheme|host|http-method.*|forwarded|wap-profile|dns-prefetch-control)");

    /** As VTEX names them. */
    public static final HeaderNames VTEX = new HeaderNames("X-VTEX-API-AppKey", "X-VTEX-API-AppToken");

    /** Names that work beside whatever is configured. */
    public static final HeaderNames SHORT = new HeaderNames("X-App-Key", "X-App-Token");

    /** @throws InvalidValueException where a name is not one of ours to take, or both are the same */
    public HeaderNames {
        check(appKey);
        check(appToken);
        if (appKey.equalsIgnoreCase(appToken)) {
            throw new InvalidValueException("The headers of appKey and appToken must have different names");
        }
        if (appKey.equalsIgnoreCase("X-App-Token") || appToken.equalsIgnoreCase("X-App-Key")) {
            throw new InvalidValueException("X-App-Key is always the header of the appKey, and X-App-Token that of the "
                    + "appToken");
        }
    }

    /**
     * Holds for names that are chosen now; those that a realm has already are still read.
     *
     * @return these names
     * @throws InvalidValueException where a name has an underscore or a dot: nginx, for one, drops such headers
     */
    public HeaderNames requirePassable() {
        for (String name : List.of(appKey, appToken)) {
            if (name.indexOf('_') >= 0 || name.indexOf('.') >= 0) {
                throw new InvalidValueException("The header " + name + " has an underscore or a dot: some proxies drop "
                        + "such headers");
            }
        }
        return this;
    }

    private static void check(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new InvalidValueException("A header name starts with X- and has at most 100 of the characters that "
                    + "RFC 9110 allows");
        }
        if (TAKEN.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw new InvalidValueException("The header " + name + " has another meaning");
        }
    }
}
