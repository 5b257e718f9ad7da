package io.github.appkeys.core.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.appkeys.core.InvalidValueException;

/**
 * What a gateway asks for beside a right pair, in the query of its address. What is not understood is an error: a
 * typing error must not switch a check off.
 *
 * @param roles     roles that the pair needs, all of them
 * @param scopes    names of client scopes, requested for the access token and needed; without doubles, in order
 * @param token     whether an access token is wanted
 * @param preflight whether a preflight request of a browser (CORS) passes without a pair
 */
public record GatewayQuery(Set<RoleName> roles, List<String> scopes, boolean token, boolean preflight) {

    /** Nothing but a right pair. */
    public static final GatewayQuery NONE = new GatewayQuery(Set.of(), List.of(), true, false);

    /** The most characters of a query. */
    public static final int MAX_LENGTH = 8192;
    private static final int MAX_NAMES = 50;
    /** A scope-token of RFC 6749, section 3.3. */
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255}");

    /**
     * Reads a query.
     *
     * @param raw as it was sent; null for none
     * @throws InvalidValueException where it is too long, or has an unknown parameter or value
     */
    public static GatewayQuery parse(String raw) {
        if (raw == null || raw.isEmpty()) {
            return NONE;
        }
        if (raw.length() > MAX_LENGTH) {
            throw new InvalidValueException("The query has at most " + MAX_LENGTH + " characters");
        }
        Set<RoleName> roles = new TreeSet<>();
        Set<String> scopes = new TreeSet<>();
        boolean token = true;
        boolean preflight = false;
        for (String parameter : raw.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            switch (equals < 0 ? parameter : parameter.substring(0, equals)) {
                case "role" -> roles.add(RoleName.parse(value).orElseThrow(() -> new InvalidValueException(
                        "role must be the name of a realm role, or client:role, each name percent-encoded")));
                case "scope" -> scopes.addAll(scopes(value));
                case "token" -> token = choice("token", value, "true", "false");
                case "preflight" -> preflight = !choice("preflight", value, "deny", "allow");
                default -> throw new InvalidValueException("The query may have role, scope, token and preflight");
            }
        }
        if (roles.size() > MAX_NAMES || scopes.size() > MAX_NAMES) {
            throw new InvalidValueException("At most " + MAX_NAMES + " roles and scopes can be needed");
        }
        return new GatewayQuery(Set.copyOf(roles), List.copyOf(scopes), token, preflight);
    }

    /** The scopes as one text, as a token request has them; null for none. */
    public String scope() {
        return scopes.isEmpty() ? null : String.join(" ", scopes);
    }

    private static List<String> scopes(String value) {
        List<String> names = List.of(decoded(value).split(" "));
        if (names.isEmpty() || !names.stream().allMatch(name -> SCOPE.matcher(name).matches())) {
            throw new InvalidValueException("scope must be names of client scopes, separated by spaces");
        }
        return names;
    }

    private static boolean choice(String name, String value, String yes, String no) {
        if (!value.equals(yes) && !value.equals(no)) {
            throw new InvalidValueException(name + " must be " + yes + " or " + no);
        }
        return value.equals(yes);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("scope is not percent-encoded rightly");
        }
    }
}
