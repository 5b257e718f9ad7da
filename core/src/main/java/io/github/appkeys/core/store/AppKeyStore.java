package io.github.appkeys.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.AllowedNetworks;
import io.github.appkeys.core.AppKey;
import io.github.appkeys.core.PairCredentials;
import org.keycloak.provider.Provider;

/**
 * Keeps what Keycloak has no place for: when and by whom a pair was made, its tokens' hashes, its networks. Works in the
 * transaction of the session. A pair is addressed by the id of its client ({@code clientUuid}) for changes, and by realm
 * and appKey for reading.
 */
public interface AppKeyStore extends Provider {

    /**
     * What the exchange needs to know. One query, the same for appKeys that exist and that don't.
     *
     * @return empty where the realm has no such appKey
     */
    Optional<PairCredentials> credentials(String realmId, AppKey appKey);

    /** Everything about one pair, except secrets. Its client may have been given an id that is no {@link AppKey}. */
    Optional<Pair> find(String realmId, String appKey);

    /**
     * Pairs, newest first, in a number of queries that does not depend on how many there are.
     *
     * @param first how many to skip, from 0
     * @param max   how many to return at most, from 0
     */
    List<Pair> list(String realmId, PairFilter filter, int first, int max);

    /** How many pairs {@link #list} would find. One query. */
    long count(String realmId, PairFilter filter);

    /** Adds a pair without tokens for a client that is there already. */
    void addPair(String realmId, String clientUuid, Instant createdAt, String createdBy, AllowedNetworks networks);

    /** Adds a token to a pair. */
    void addToken(String clientUuid, NewToken token);

    /** Replaces the allowed networks of a pair. Does nothing where there is no such pair. */
    void setAllowedNetworks(String clientUuid, AllowedNetworks networks);

    /**
     * Keeps since when a pair is disabled, or forgets it. Does nothing where there is no such pair.
     *
     * @param disabledAt null for an enabled pair; a moment that is already kept stays
     */
    void setDisabledAt(String clientUuid, Instant disabledAt);

    /** Removes all rows of a pair, if there are any. */
    void removePair(String clientUuid);

    /** Removes all rows of a realm, if there are any. */
    void removeRealm(String realmId);
}
