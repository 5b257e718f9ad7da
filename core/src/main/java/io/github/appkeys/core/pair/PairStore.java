package io.github.appkeys.core.pair;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores what Keycloak has no place for: when and by whom a pair was created, its networks, its contact. Works in the
 * transaction of the session. Changes identify a pair by the id of its client ({@code clientUuid}), queries by realm
 * and appKey.
 */
public interface PairStore {

    /**
     * A pair to be stored, without tokens, for a client that exists already.
     *
     * @param clientUuid the id of its client
     * @param createdAt  when it was created
     * @param createdBy  the name of the user who created it; null if unknown
     * @param networks   the networks from which it may be used
     * @param contact    the e-mail address for notices that it expires; null for none
     * @param account    the id of its service account; null where there is none yet
     * @param lastUse    when it was last exchanged; null for never
     */
    record Row(String clientUuid, Instant createdAt, String createdBy, AllowedNetworks networks, String contact,
            String account, Pair.Use lastUse) {
    }

    /**
     * Everything about one pair, except secrets.
     *
     * @param appKey the clientId, case-sensitive; an administrator may have changed it to one that is no {@link AppKey}
     */
    Optional<Pair> find(String realmId, String appKey);

    /**
     * Pairs in an order. The number of queries does not depend on the number of pairs.
     *
     * @param first how many to skip, 0 or more
     * @param max   how many to return at most, 0 or more
     */
    List<Pair> list(String realmId, PairFilter filter, PairOrder order, int first, int max);

    /**
     * The cursors of the same pairs, newest first, for reading all of them page by page (keyset pagination). Pairs
     * added or removed in the meantime do not make it skip or repeat others. One query.
     *
     * @param after the last cursor of the page before; null for the first page
     * @param max   how many to return at most, 0 or more
     */
    List<PairCursor> cursorsAfter(String realmId, PairFilter filter, PairCursor after, int max);

    /**
     * The pairs at some cursors, in their order. Leaves out pairs that have been deleted.
     *
     * @param cursors at most as many as a page of {@link #list}
     */
    List<Pair> listByCursors(String realmId, List<PairCursor> cursors);

    /** The number of pairs that {@link #list} can return. One query. */
    long count(String realmId, PairFilter filter);

    /** Adds a pair without tokens. */
    void add(String realmId, Row pair);

    /**
     * Whether a client has a pair, whatever its client authenticator is now. One query, unless the pair is in the
     * persistence context.
     */
    boolean hasPair(String clientUuid);

    /**
     * The appKeys of orphans: API clients of the realm that have no pair, as after a restore of Keycloak's data alone.
     * They cannot be exchanged. In alphabetical order. One query, which reads the clients of the realm.
     *
     * @param max how many to return at most, 0 or more
     */
    List<String> orphans(String realmId, int max);

    /** The number of all orphans of a realm, see {@link #orphans}. One query, which reads the clients of the realm. */
    long countOrphans(String realmId);

    /** Whether the appKey is that of an orphan, see {@link #orphans}. One query, which uses an index. */
    boolean isOrphan(String realmId, String appKey);

    /**
     * Replaces the e-mail address for notices that the pair expires. Does nothing if there is no such pair.
     *
     * @param contact null for none
     */
    void setContact(String clientUuid, String contact);

    /** Replaces the allowed networks of a pair. Does nothing if there is no such pair. */
    void setAllowedNetworks(String clientUuid, AllowedNetworks networks);

    /**
     * Sets or clears since when a pair is disabled. Does nothing if there is no such pair.
     *
     * @param disabledAt null for an enabled pair; if the pair is disabled already, the earlier moment is kept
     * @return whether this disabled or enabled it
     */
    boolean setDisabledAt(String clientUuid, Instant disabledAt);

    /** Notes which service account a pair has. Does nothing if there is no such pair. */
    void setAccount(String clientUuid, String account);

    /**
     * Completes the rows of all realms, where something else than our services changed what they are about: which
     * service account each pair has, and its last use in rows of version 0.1.0.
     */
    void complete();

    /** Removes all rows of a pair, with its tokens, claim link, counts, history and alarms, if there are any. */
    void remove(String clientUuid);

    /** Removes all rows of a realm, if there are any. */
    void removeRealm(String realmId);
}
