package io.github.appkeys.core.diagnosis;

import java.time.Instant;

import io.github.appkeys.core.reason.Reason;

/**
 * The failed attempts with a pair for one reason.
 *
 * @param reason   why they failed
 * @param count    the number of attempts so far
 * @param lastAt   the time of the last one
 * @param lastFrom the address of the last one; may be null
 */
public record Attempts(Reason reason, long count, Instant lastAt, String lastFrom) {

    /** The sum of these and other attempts for the same reason. */
    public Attempts plus(Attempts other) {
        Attempts last = lastAt.isBefore(other.lastAt) ? other : this;
        return new Attempts(reason, count + other.count, last.lastAt, last.lastFrom);
    }
}
