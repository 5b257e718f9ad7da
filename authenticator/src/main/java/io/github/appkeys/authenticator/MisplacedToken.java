package io.github.appkeys.authenticator;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import jakarta.ws.rs.core.HttpHeaders;

/** Finds an appToken in a place where no client authenticates, to tell the integrator where it belongs. */
final class MisplacedToken {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +" + AppToken.PREFIX + ".*", Pattern.DOTALL);
    private static final Pattern IN_QUERY = Pattern.compile("(^|[=&])" + AppToken.PREFIX, Pattern.CASE_INSENSITIVE);

    private MisplacedToken() {
    }

    /** @param query the query of the address; null where there is none */
    static Optional<Occurrence> in(HttpHeaders headers, String query) {
        if (query != null && IN_QUERY.matcher(query).find()) {
            return Optional.of(Occurrence.of(Reason.MISPLACED).variant("address"));
        }
        List<String> authorization = headers.getRequestHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.stream().anyMatch(value -> BEARER.matcher(value).matches())
                ? Optional.of(Occurrence.of(Reason.MISPLACED)) : Optional.empty();
    }

    /** Whether a half begins with the word that belongs before an access token. */
    static boolean hasPrefix(String value) {
        return BEARER.matcher(value).matches();
    }
}
