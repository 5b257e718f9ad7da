package io.github.appkeys.core.exchange;

import java.time.Instant;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.reason.OAuthError;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.reason.ReasonMessages;

/**
 * The result of checking a pair: accepted, or refused for a reason.
 *
 * @param reason      null if accepted
 * @param error       null if accepted
 * @param description the {@code error_description} for the integrator; null if accepted. Never contains a value that
 *                    was sent
 * @param ended       the appToken that was sent, where the reason is {@link Reason#ENDED_TOKEN}; else null. For events
 */
public record Verdict(Reason reason, OAuthError error, String description, Ended ended) {

    /**
     * An appToken that has ended.
     *
     * @param tokenId the id of the token
     * @param at      since when
     */
    public record Ended(String tokenId, Instant at) {
    }

    /** Keycloak's own message for an unknown client, so that our responses do not differ from it. */
    public static final String INVALID_CREDENTIALS = "Invalid client or Invalid client credentials";

    private static final Verdict ACCEPTED = new Verdict(null, null, null, null);

    /** The pair passed the check. */
    public static Verdict accepted() {
        return ACCEPTED;
    }

    /**
     * Refused, with the catalogue's message, or with {@link #INVALID_CREDENTIALS} if the reason is silent.
     *
     * @throws IllegalStateException if an exchange cannot be refused for the reason, see {@link Reason#isRefusal()}
     */
    public static Verdict refused(Occurrence occurrence) {
        Reason reason = occurrence.reason();
        return new Verdict(reason, reason.error(),
                reason.isSilent() ? INVALID_CREDENTIALS : ReasonMessages.ENGLISH.says(occurrence), null);
    }

    /** Refused, because the appToken that was sent has ended. */
    public static Verdict refused(String tokenId, TokenEnd end) {
        Verdict verdict = refused(end.refusal());
        return verdict.reason == Reason.ENDED_TOKEN
                ? new Verdict(verdict.reason, verdict.error, verdict.description, new Ended(tokenId, end.at()))
                : verdict;
    }

    /**
     * Refused, without details.
     *
     * @throws IllegalStateException if an exchange cannot be refused for the reason
     */
    public static Verdict refused(Reason reason) {
        return refused(Occurrence.of(reason));
    }

    /** Refused because the client authenticates in two ways at once, which RFC 6749, section 2.3, forbids. */
    public static Verdict sentTwice(Occurrence occurrence) {
        return new Verdict(occurrence.reason(), OAuthError.INVALID_REQUEST, ReasonMessages.ENGLISH.says(occurrence),
                null);
    }

    /** Whether the pair passed the check. */
    public boolean isAccepted() {
        return reason == null;
    }
}
