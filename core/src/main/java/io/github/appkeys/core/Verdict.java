package io.github.appkeys.core;

import java.util.Objects;

/**
 * The outcome of one look at a pair: accepted, or refused for a reason.
 *
 * @param reason      null where accepted
 * @param error       null where accepted
 * @param description what the integrator reads ({@code error_description}); null where accepted. Never holds what was
 *                    sent
 */
public record Verdict(Reason reason, OAuthError error, String description) {

    /** Stock Keycloak's words for a client it does not know, so that ours can't be told from them. */
    public static final String INVALID_CREDENTIALS = "Invalid client or Invalid client credentials";

    private static final Verdict ACCEPTED = new Verdict(null, null, null);

    /** The pair may go on. */
    public static Verdict accepted() {
        return ACCEPTED;
    }

    /** @param description see {@link #description()} */
    public static Verdict refused(Reason reason, String description) {
        return new Verdict(Objects.requireNonNull(reason), reason.error(), description);
    }

    /** Refused without telling why: for whoever has not shown the right credentials. */
    public static Verdict refusedSilently(Reason reason) {
        return refused(reason, INVALID_CREDENTIALS);
    }

    /** The pair was sent in two ways at once, which RFC 6749, section 2.3, forbids. */
    public static Verdict sentTwice(String description) {
        return new Verdict(Reason.DUPLICATE_HEADER, OAuthError.INVALID_REQUEST, description);
    }

    /** Whether the pair may go on. */
    public boolean isAccepted() {
        return reason == null;
    }
}
