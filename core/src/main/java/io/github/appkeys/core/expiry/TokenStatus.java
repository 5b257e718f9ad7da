package io.github.appkeys.core.expiry;

import java.time.Duration;
import java.time.Instant;

/** The state of an appToken. */
public enum TokenStatus {

    /** Valid for longer than the warning time. */
    ACTIVE,
    /** Valid, but ends within {@link #WARNING}. */
    EXPIRING,
    /** No longer valid. */
    EXPIRED;

    /** The time before its end in which a token counts as expiring. */
    public static final Duration WARNING = Duration.ofDays(30);

    /**
     * The state of a token at a moment.
     *
     * @param end when the token ends or ended; null for never
     */
    public static TokenStatus of(TokenEnd end, Instant now) {
        if (end == null) {
            return ACTIVE;
        }
        if (end.isReached(now)) {
            return EXPIRED;
        }
        return end.at().minus(WARNING).isAfter(now) ? ACTIVE : EXPIRING;
    }
}
