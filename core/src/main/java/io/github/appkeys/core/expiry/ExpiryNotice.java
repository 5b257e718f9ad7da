package io.github.appkeys.core.expiry;

import java.time.Duration;
import java.time.Instant;

/**
 * Tells that a pair expires soon. There is one for each time that is left, the most urgent first; a pair that comes
 * into the world with less time gets those that fit, not the earlier ones as well.
 */
public enum ExpiryNotice {

    /** A day is left, or less. */
    EXPIRES_IN_1_DAY(1),
    /** A week is left, or less. */
    EXPIRES_IN_7_DAYS(7),
    /** Thirty days are left, or less. */
    EXPIRES_IN_30_DAYS(30);

    private final int days;

    ExpiryNotice(int days) {
        this.days = days;
    }

    /** How much time is left at most, in days of 24 hours. Stored, so it never changes. */
    public int days() {
        return days;
    }

    /** After which moment a pair must expire to get this notice and not a more urgent one. */
    public Instant after(Instant now) {
        return ordinal() == 0 ? now : values()[ordinal() - 1].until(now);
    }

    /** Until which moment a pair must expire to get this notice. */
    public Instant until(Instant now) {
        return now.plus(Duration.ofDays(days));
    }
}
