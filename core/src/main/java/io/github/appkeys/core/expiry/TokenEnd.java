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
 * @param settled whether it has ended for good, even if the clock should be put back before that moment
 */
public record TokenEnd(Instant at, Cause cause, boolean settled) {

    /** Why an appToken ends. The name is stored, so it never changes. */
    public enum Cause {

        /** Its own expiry. */
        EXPIRED,
        /** A renewal put another one in its place. */
        REPLACED,
        /** It came with a renewal that was undone. */
        UNDONE,
        /** Somebody revoked it. */
        REVOKED,
        /** Nobody used it for as long as the realm allows. */
        IDLE
    }

    /** @throws NullPointerException where one is null */
    public TokenEnd {
        Objects.requireNonNull(at);
        Objects.requireNonNull(cause);
    }

    /**
     * The end of a token for which nobody has done anything yet.
     *
     * @param expiresAt  its own expiry; null for none
     * @param replacedAt when a renewal ends it; null for never
     * @return null where it never ends
     */
    public static TokenEnd planned(Instant expiresAt, Instant replacedAt) {
        if (expiresAt == null && replacedAt == null) {
            return null;
        }
        boolean expires = replacedAt == null || expiresAt != null && !expiresAt.isAfter(replacedAt);
        return expires ? new TokenEnd(expiresAt, Cause.EXPIRED, false)
                : new TokenEnd(replacedAt, Cause.REPLACED, false);
    }

    /** An end that an act puts to a token. */
    public static TokenEnd settled(Instant at, Cause cause) {
        return new TokenEnd(at, cause, true);
    }

    /**
     * What its holder is told after an act: that it had ended before, where it had.
     *
     * @param planned what would have ended it; null for nothing
     */
    public TokenEnd orBefore(TokenEnd planned) {
        return planned == null || planned.at.isAfter(at) ? this : new TokenEnd(planned.at, planned.cause, settled);
    }

    /** Whether a token with this end is refused. */
    public boolean isReached(Instant now) {
        return settled || !now.isBefore(at);
    }

    /** What its holder reads. */
    public Occurrence occurrence() {
        return Occurrence.of(Reason.EXPIRED).variant(cause == Cause.EXPIRED ? "" : cause.name()).with("at", at);
    }
}
