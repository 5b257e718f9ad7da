package io.github.appkeys.authenticator;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import jakarta.ws.rs.core.HttpHeaders;

/** Finds an appToken in a place where no client authenticates, to tell the integrator where it belongs. */
final class MisplacedToken {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +" + AppToken.PREFIX + ".*", Pattern.DOTALL);
    /** With any scheme or none, also as HTTP Basic that is not encoded. */
    private static final Pattern IN_AUTHORIZATION = Pattern.compile("(?i)([a-z]+ +)?([^ ]*:)?" + AppToken.PREFIX
            + ".*", Pattern.DOTALL);
    private static final Pattern IN_QUERY = Pattern.compile("(?i)(^|[=&])apptoken(_|%5F)");

    /** Names that integrators know, also where the realm has others. */
    private static final List<HeaderNames> KNOWN = List.of(HeaderNames.VTEX, HeaderNames.SHORT);

    private MisplacedToken() {
    }

    /**
     * @param query the query of the address; null where there is none
     * @param names the headers that the realm has
     */
    static Optional<Occurrence> in(HttpHeaders headers, String query, HeaderNames names) {
        if (query != null && IN_QUERY.matcher(query).find()) {
            return Optional.of(Occurrence.of(Reason.MISPLACED).variant("address"));
        }
        if (values(headers, HttpHeaders.AUTHORIZATION).stream()
                .anyMatch(value -> IN_AUTHORIZATION.matcher(value).matches())) {
            return Optional.of(Occurrence.of(Reason.MISPLACED));
        }
        return KNOWN.stream()
                .filter(known -> values(headers, known.appToken()).stream().anyMatch(AppToken::looksLikeOne))
                .findFirst()
                .map(known -> Occurrence.of(Reason.MISPLACED).variant("names").with("sent", known.appToken())
                        .with("appKeyHeader", names.appKey()).with("appTokenHeader", names.appToken()));
    }

    private static List<String> values(HttpHeaders headers, String name) {
        List<String> values = headers.getRequestHeader(name);
        return values == null ? List.of() : values;
    }

    /** Whether a half begins with the word that belongs before an access token. */
    static boolean hasPrefix(String value) {
        return BEARER.matcher(value).matches();
    }
}
