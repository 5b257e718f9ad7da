package io.github.appkeys.authenticator.leaks;

import java.util.function.LongSupplier;

/** A token bucket: so many calls at once, and so many in a second on the long run. Safe for use by many threads. */
final class RateLimit {

    private static final double NANOS = 1e9;

    private final int burst;
    private final double perSecond;
    private final LongSupplier clock;
    private double left;
    private long filledAt;

    /** @param clock in nanoseconds, such as {@link System#nanoTime} */
    RateLimit(int burst, double perSecond, LongSupplier clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.clock = clock;
        this.left = burst;
        this.filledAt = clock.getAsLong();
    }

    /** Takes one call; false where none is left. */
    synchronized boolean take() {
        long now = clock.getAsLong();
        left = Math.min(burst, left + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
        boolean any = left >= 1;
        if (any) {
            left--;
        }
        return any;
    }
}
