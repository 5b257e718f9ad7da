package io.github.appkeys.core.expiry;

import java.time.Duration;
import java.time.Instant;

/** What state one appToken of a pair is in. */
public enum TokenStatus {

    /** Works, for longer than the warning time. */
    ACTIVE,
    /** Works, but ends within {@link #WARNING}. */
    EXPIRING,
    /** Works no more. */
    EXPIRED;

    /** From how long before its end a token counts as expiring. */
    public static final Duration WARNING = Duration.ofDays(30);

    /** @param end when the token ends or ended; null for never */
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
