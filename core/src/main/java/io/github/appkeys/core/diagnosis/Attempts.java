package io.github.appkeys.core.diagnosis;

import java.time.Instant;

import io.github.appkeys.core.reason.Reason;

/**
 * Attempts with a pair that failed for one reason.
 *
 * @param reason   why
 * @param count    how many there were so far
 * @param lastAt   when the last one was
 * @param lastFrom from which address; may be null
 */
public record Attempts(Reason reason, long count, Instant lastAt, String lastFrom) {

    /** These and others for the same reason. */
    public Attempts plus(Attempts other) {
        Attempts last = lastAt.isBefore(other.lastAt) ? other : this;
        return new Attempts(reason, count + other.count, last.lastAt, last.lastFrom);
    }
}
