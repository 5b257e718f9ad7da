package io.github.appkeys.core.expiry;

import java.time.Duration;
import java.time.Instant;

/**
 * When appTokens of a realm become idle. Their time counts from the last use, otherwise from the creation; but never
 * from before they were imported, nor from before the realm was set to switch idle ones off. A notice comes before.
 *
 * @param allowed how long an appToken may be unused; more than 0
 * @param since   when the realm was set so; {@link Instant#EPOCH} if that is not known
 * @param now     the moment at which the rule is applied
 */
public record IdleRule(Duration allowed, Instant since, Instant now) {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    /** An appToken that was active last before this moment is idle. */
    public Instant idleBefore() {
        return now.minus(allowed);
    }

    /**
     * A notice is due for an appToken that was active last before this moment: a week before it becomes idle, or half
     * of the allowed time where that is shorter.
     */
    public Instant dueBefore() {
        return idleBefore().plus(lead());
    }

    /** An idle appToken is switched off if its notice was sent before this moment: a day ago, or a shorter lead. */
    public Instant noticedBefore() {
        return now.minus(shorter(DAY, lead()));
    }

    /**
     * When an appToken becomes idle if it is not used.
     *
     * @param lastActive when it was used last, created or imported, whichever was last
     */
    public Instant end(Instant lastActive) {
        return (lastActive.isBefore(since) ? since : lastActive).plus(allowed);
    }

    private Duration lead() {
        return shorter(WEEK, allowed.dividedBy(2));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
