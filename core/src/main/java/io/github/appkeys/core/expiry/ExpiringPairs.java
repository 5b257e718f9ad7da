package io.github.appkeys.core.expiry;

import java.util.List;

/**
 * The numbers of enabled pairs whose current token expires soon.
 *
 * @param withinDays the number for each of {@link #DAYS}; a pair that counts for a shorter time also counts for the
 *                   longer ones
 */
public record ExpiringPairs(List<Long> withinDays) {

    /** The times, in days, the longest first. */
    public static final List<Integer> DAYS = List.of(30, 7, 1);

    /** No pairs: the value before the first count. */
    public static final ExpiringPairs NONE = new ExpiringPairs(List.of(0L, 0L, 0L));

    /** @throws IllegalArgumentException if there is not exactly one number for each of {@link #DAYS} */
    public ExpiringPairs {
        if (withinDays.size() != DAYS.size()) {
            throw new IllegalArgumentException("One number for each of " + DAYS);
        }
        withinDays = List.copyOf(withinDays);
    }

    /**
     * The number of pairs that expire within some days.
     *
     * @param days one of {@link #DAYS}
     */
    public long within(int days) {
        return withinDays.get(DAYS.indexOf(days));
    }
}
