package io.github.appkeys.core.expiry;

import java.time.Duration;
import java.time.Instant;

/**
 * The notices that a pair expires soon, the most urgent first. Each is for a range of the time that is left: a pair
 * that is created with less time does not get the notices for more time.
 */
public enum ExpiryNotice {

    /** A day is left, or less. */
    EXPIRES_IN_1_DAY(0, 1),
    /** A week is left, or less. */
    EXPIRES_IN_7_DAYS(1, 7),
    /** Thirty days are left, or less. */
    EXPIRES_IN_30_DAYS(7, 30);

    private final int moreThanDays;
    private final int days;

    ExpiryNotice(int moreThanDays, int days) {
        this.moreThanDays = moreThanDays;
        this.days = days;
    }

    /** The most time that is left, in days of 24 hours. Stored, so it never changes. */
    public int days() {
        return days;
    }

    /** The moment after which a pair must expire to get this notice: the latest one of the more urgent notice. */
    public Instant after(Instant now) {
        return now.plus(Duration.ofDays(moreThanDays));
    }

    /** The latest moment at which a pair may expire to get this notice. */
    public Instant until(Instant now) {
        return now.plus(Duration.ofDays(days));
    }
}
