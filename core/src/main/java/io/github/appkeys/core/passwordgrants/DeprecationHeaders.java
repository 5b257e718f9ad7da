package io.github.appkeys.core.passwordgrants;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Response headers that announce the end of password grants while they still succeed. */
public final class DeprecationHeaders {

    /** IMF-fixdate of RFC 9110, section 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private DeprecationHeaders() {
    }

    /**
     * The headers by name: {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594) and, if there is a
     * documentation page, {@code Link} (RFC 8288).
     *
     * @param ruling    a ruling with an end
     * @param announced when the end was announced; null if it was not. A moment after the end counts as the end
     */
    public static Map<String, String> of(GrantRuling ruling, Instant announced) {
        Instant end = ruling.end().at();
        // RFC 9745, section 4: the sunset is never before the deprecation
        Instant deprecated = announced == null || announced.isAfter(end) ? end : announced;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Deprecation", "@" + deprecated.getEpochSecond());
        headers.put("Sunset", HTTP_DATE.format(end));
        String url = ruling.documentationUrl();
        if (url != null) {
            headers.put("Link", "<" + url + ">; rel=\"deprecation\", <" + url + ">; rel=\"sunset\"");
        }
        return headers;
    }
}
