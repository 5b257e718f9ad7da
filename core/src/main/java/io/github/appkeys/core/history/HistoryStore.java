package io.github.appkeys.core.history;

import java.util.List;

/** Stores what happened to pairs, in the transaction of the change. Of each pair, the newest entries are kept. */
public interface HistoryStore {

    /** How many entries of a pair are kept. */
    int KEPT = 500;

    /** Adds an entry, and removes the oldest one above {@link #KEPT}. */
    void add(String clientUuid, HistoryEntry entry);

    /**
     * The entries of a pair, newest first. One query.
     *
     * @param first how many to skip, 0 or more
     * @param max   how many to return at most, 0 or more
     */
    List<HistoryEntry> list(String clientUuid, int first, int max);
}
