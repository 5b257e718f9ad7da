package io.github.appkeys.core.expiry;

import java.time.Instant;
import java.util.Objects;

import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/**
 * When and why an appToken ends, or ended.
 *
 * @param at      the moment from which it is refused
 * @param cause   why
 * @param settled whether it has ended by an act and stays ended, even if the clock is set back before that moment
 */
public record TokenEnd(Instant at, Cause cause, boolean settled) {

    /** Why an appToken ends. The name is stored, so it never changes. */
    public enum Cause {

        /** Its own expiry. */
        EXPIRED,
        /** It was replaced in a renewal. */
        REPLACED,
        /** It was issued by a renewal that was undone. */
        UNDONE,
        /** It was revoked. */
        REVOKED,
        /** It was not used for longer than the realm allows. */
        IDLE,
        /** It was reported as leaked. */
        LEAKED,
        /** It was sent without TLS. */
        DISCLOSED,
        /** It is the appToken of a decoy, which never works. */
        DECOY
    }

    /** @throws NullPointerException if the moment or the cause is null */
    public TokenEnd {
        Objects.requireNonNull(at);
        Objects.requireNonNull(cause);
    }

    /**
     * The end of a token that comes by itself.
     *
     * @param expiresAt  its own expiry; null for none
     * @param replacedAt when a renewal ends it; null for never
     * @return the earlier of both; null if there is none
     */
    public static TokenEnd planned(Instant expiresAt, Instant replacedAt) {
        if (expiresAt == null && replacedAt == null) {
            return null;
        }
        boolean expires = replacedAt == null || expiresAt != null && !expiresAt.isAfter(replacedAt);
        return expires ? new TokenEnd(expiresAt, Cause.EXPIRED, false)
                : new TokenEnd(replacedAt, Cause.REPLACED, false);
    }

    /** The end of a token by an act, such as a revocation. */
    public static TokenEnd settled(Instant at, Cause cause) {
        return new TokenEnd(at, cause, true);
    }

    /**
     * The earlier of this end and the planned one, since that is what the token's holder must be told.
     *
     * @param planned the end that was planned before; null for none
     */
    public TokenEnd orBefore(TokenEnd planned) {
        return planned == null || planned.at.isAfter(at) ? this : new TokenEnd(planned.at, planned.cause, settled);
    }

    /** Whether a token with this end is refused. */
    public boolean isReached(Instant now) {
        return settled || !now.isBefore(at);
    }

    /** Why a pair of which this was the last token has none that works. */
    public Occurrence occurrence() {
        return Occurrence.of(Reason.EXPIRED).variant(cause == Cause.EXPIRED ? "" : cause.name()).with("at", at);
    }

    /** Why the token is refused when it is sent. */
    public Occurrence refusal() {
        return switch (cause) {
            case REPLACED, UNDONE, REVOKED, LEAKED, DISCLOSED ->
                    Occurrence.of(Reason.ENDED_TOKEN).variant(cause.name()).with("at", at);
            case EXPIRED, IDLE, DECOY -> occurrence();
        };
    }
}
