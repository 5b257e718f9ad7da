package io.github.appkeys.core.passwordgrants;

/**
 * The decision about one password grant.
 *
 * @param outcome          whether it is allowed
 * @param end              when password grants end, or ended, for this client; null if they do not end or were never
 *                         allowed
 * @param documentationUrl the page that the integrator should read; null for none
 */
public record GrantRuling(Outcome outcome, Cutoff end, String documentationUrl) {

    /** Whether a password grant is allowed. */
    public enum Outcome {

        /** It is allowed. */
        ALLOWED,
        /** It is allowed until the end. */
        DEPRECATED,
        /** It is refused, because the end is reached. */
        ENDED,
        /** It is refused, because the client is an API client. */
        API_CLIENT
    }

    private static final GrantRuling ALLOWED = new GrantRuling(Outcome.ALLOWED, null, null);

    /** Allowed without an end. */
    static GrantRuling allowed() {
        return ALLOWED;
    }

    /** Refused, because the client is an API client. */
    static GrantRuling apiClient() {
        return new GrantRuling(Outcome.API_CLIENT, null, null);
    }

    /** The {@code error_description} after the end, in the characters that RFC 6749, section 5.2, allows. */
    public String description() {
        return "Password grants ended on " + end + ". Use an appKey and appToken"
                + (documentationUrl == null ? "" : ": " + documentationUrl);
    }
}
