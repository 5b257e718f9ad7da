package io.github.appkeys.core;

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

    /** @param expiresAt the moment from which the token is refused; null for never */
    public static TokenStatus of(Instant expiresAt, Instant now) {
        if (expiresAt == null) {
            return ACTIVE;
        }
        if (!now.isBefore(expiresAt)) {
            return EXPIRED;
        }
        return expiresAt.minus(WARNING).isAfter(now) ? ACTIVE : EXPIRING;
    }
}
