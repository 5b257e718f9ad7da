package io.github.appkeys.core.passwordgrants;

/**
 * What becomes of one password grant.
 *
 * @param outcome          whether it may go on
 * @param end              when it ends, or ended, for this client; null where it does not, or never was allowed
 * @param documentationUrl what the integrator should read; null for none
 */
public record GrantRuling(Outcome outcome, Cutoff end, String documentationUrl) {

    /** Whether a password grant may go on. */
    public enum Outcome {

        /** Nothing to say. */
        ALLOWED,
        /** It works, but not for ever. */
        DEPRECATED,
        /** It works no more. */
        ENDED,
        /** It never works for API clients. */
        API_CLIENT
    }

    private static final GrantRuling ALLOWED = new GrantRuling(Outcome.ALLOWED, null, null);

    /** Nothing ends. */
    static GrantRuling allowed() {
        return ALLOWED;
    }

    /** The client is an API client. */
    static GrantRuling apiClient() {
        return new GrantRuling(Outcome.API_CLIENT, null, null);
    }

    /** What integrators read once it has ended, in the characters of RFC 6749, section 5.2. */
    public String description() {
        return "Password grants ended on " + end + ". Use an appKey and appToken"
                + (documentationUrl == null ? "" : ": " + documentationUrl);
    }
}
