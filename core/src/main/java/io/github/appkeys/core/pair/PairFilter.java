package io.github.appkeys.core.pair;

import java.time.Instant;

/**
 * Which pairs to list or count.
 *
 * @param search text in the appKey or the label, in any case; null or empty for all
 * @param status only pairs in this state; null for all
 * @param now    the moment for which the state is meant
 */
public record PairFilter(String search, PairStatus status, Instant now) {

    /** Whether there is a text to search for. */
    public boolean hasSearch() {
        return search != null && !search.isEmpty();
    }
}
