package io.github.appkeys.core.usage;

import java.time.LocalDate;
import java.util.List;

import io.github.appkeys.core.pair.Pair;

/**
 * Reads the counts of exchanges, completed with what this node has not written yet. Those of other nodes are up to a
 * quarter of an hour behind.
 */
public interface UsageStore {

    /**
     * The exchanges of a realm, those with appKeys that do not exist included. One query.
     *
     * @param from the first day
     * @param to   the last day, not before the first one
     * @return an entry for each day, in their order
     */
    List<UsageDay> ofRealm(String realmId, LocalDate from, LocalDate to);

    /** The same of one pair. */
    List<UsageDay> ofPair(String realmId, Pair pair, LocalDate from, LocalDate to);

    /** Removes all counts of earlier days. */
    void prune(LocalDate before);
}
