package io.github.appkeys.core.usage;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exchanges of one day.
 *
 * @param day      the day in UTC
 * @param accepted how many were accepted
 * @param refused  how many were refused, by the name of the {@link io.github.appkeys.core.reason.Reason}; without those
 *                 of which there were none
 */
public record UsageDay(LocalDate day, long accepted, SortedMap<String, Long> refused) {

    /** For how many days counts are kept, today included. */
    public static final int KEPT = 90;

    /** Copies the map. */
    public UsageDay {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }
}
