package io.github.appkeys.core.expiry;

import java.util.List;

/**
 * How many enabled pairs have a current token that expires soon.
 *
 * @param withinDays for each of {@link #DAYS} how many; those of a shorter time count in the longer ones, too
 */
public record ExpiringPairs(List<Long> withinDays) {

    /** The times that are looked at, the longest first. */
    public static final List<Integer> DAYS = List.of(30, 7, 1);

    /** What is known before anybody looked. */
    public static final ExpiringPairs NONE = new ExpiringPairs(List.of(0L, 0L, 0L));

    /** @throws IllegalArgumentException where there is not one number for each of the times */
    public ExpiringPairs {
        if (withinDays.size() != DAYS.size()) {
            throw new IllegalArgumentException("One number for each of " + DAYS);
        }
        withinDays = List.copyOf(withinDays);
    }

    /** @param days one of {@link #DAYS} */
    public long within(int days) {
        return withinDays.get(DAYS.indexOf(days));
    }
}
