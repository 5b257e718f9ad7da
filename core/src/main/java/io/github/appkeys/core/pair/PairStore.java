package io.github.appkeys.core.pair;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores what Keycloak has no place for: when and by whom a pair was made, its networks, its contact. Works in the
 * transaction of the session. A pair is addressed by the id of its client ({@code clientUuid}) for changes, and by
 * realm and appKey for reading.
 */
public interface PairStore {

    /**
     * A pair to be stored, without tokens, for a client that exists already.
     *
     * @param clientUuid the id of its client
     * @param createdAt  when it was made
     * @param createdBy  the name of the user who made it; null where that is not known
     * @param networks   from where it may be used
     * @param contact    who is told before it expires; null for none
     */
    record Row(String clientUuid, Instant createdAt, String createdBy, AllowedNetworks networks, String contact) {
    }

    /** Everything about one pair, except secrets. Its client may have been given an id that is no {@link AppKey}. */
    Optional<Pair> find(String realmId, String appKey);

    /**
     * Pairs, newest first, in a number of queries that does not depend on how many there are.
     *
     * @param first how many to skip, from 0
     * @param max   how many to return at most, from 0
     */
    List<Pair> list(String realmId, PairFilter filter, int first, int max);

    /**
     * The cursors of the same pairs in the same order, to go through all of them: pairs that are added or removed
     * meanwhile change nothing for the others (keyset pagination).
     *
     * @param after the last cursor that the caller has; null for the beginning
     * @param max   how many to return at most, from 0
     */
    List<PairCursor> cursorsAfter(String realmId, PairFilter filter, PairCursor after, int max);

    /**
     * The pairs at some cursors, newest first. Those that were deleted are left out.
     *
     * @param cursors as many as a page of a list has, at most
     */
    List<Pair> listByCursors(String realmId, List<PairCursor> cursors);

    /** How many pairs {@link #list} would find. One query. */
    long count(String realmId, PairFilter filter);

    /** Adds a pair without tokens. */
    void add(String realmId, Row pair);

    /**
     * Whether a client is one with a pair, however it authenticates now. One query, unless the session knows already.
     */
    boolean hasPair(String clientUuid);

    /**
     * Replaces the address that is told before the pair expires. Does nothing where there is no such pair.
     *
     * @param contact null for none
     */
    void setContact(String clientUuid, String contact);

    /** Replaces the allowed networks of a pair. Does nothing where there is no such pair. */
    void setAllowedNetworks(String clientUuid, AllowedNetworks networks);

    /**
     * Keeps since when a pair is disabled, or forgets it. Does nothing where there is no such pair.
     *
     * @param disabledAt null for an enabled pair; a moment that is already kept stays
     */
    void setDisabledAt(String clientUuid, Instant disabledAt);

    /** Removes all rows of a pair, its tokens and claim link too, if there are any. */
    void remove(String clientUuid);

    /** Removes all rows of a realm, if there are any. */
    void removeRealm(String realmId);
}
