package io.github.appkeys.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.diagnosis.DiagnosisStore;
import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.expiry.ExpiringPairs;
import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.issuance.ClaimStore;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairCursor;
import io.github.appkeys.core.pair.PairFilter;
import io.github.appkeys.core.pair.TokenStore;
import io.github.appkeys.core.passwordgrants.PasswordGrantStore;
import io.github.appkeys.core.settings.SettingsStore;
import org.keycloak.provider.Provider;

/**
 * Keeps what Keycloak has no place for: when and by whom a pair was made, its tokens' hashes, its networks. Works in
 * the transaction of the session. A pair is addressed by the id of its client ({@code clientUuid}) for changes, and by
 * realm and appKey for reading.
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

    /**
     * Where the same pairs are in the same order, for going through all of them: those that come or go meanwhile change
     * nothing for the others.
     *
     * @param after the last place that the caller has; null for the beginning
     * @param max   how many to return at most, from 0
     */
    List<PairCursor> cursorsAfter(String realmId, PairFilter filter, PairCursor after, int max);

    /**
     * The pairs at some places, newest first. Those that are gone are left out.
     *
     * @param places as many as a page of a list has, at most
     */
    List<Pair> listByCursors(String realmId, List<PairCursor> places);

    /** How many pairs {@link #list} would find. One query. */
    long count(String realmId, PairFilter filter);

    /** Adds a pair without tokens for a client that is there already. */
    void addPair(String realmId, String clientUuid, Instant createdAt, String createdBy, AllowedNetworks networks);

    /** How many pairs of all realms expire soon. One query. */
    ExpiringPairs countExpiring(Instant now);

    /** Prepares the transaction for adding very many pairs, which would become slower and slower otherwise. */
    void prepareBulkInsert();

    /**
     * Writes all changes of the session to the database, without ending the transaction, and forgets the rows. For
     * those who add many pairs in one transaction.
     */
    void flushAndClear();

    /** The tokens of the pairs. */
    TokenStore tokens();

    /** The claim links of the pairs. */
    ClaimStore claims();

    /** What somebody should know about the tokens. */
    NoticeStore notices();

    /** What diagnoses ask. */
    DiagnosisStore diagnosis();

    /** Who still uses password grants. */
    PasswordGrantStore passwordGrants();

    /** What a realm's settings are kept in. */
    SettingsStore settings();

    /**
     * Whether a client is one with a pair, however it authenticates now. One query, unless the session knows already.
     */
    boolean hasPair(String clientUuid);

    /**
     * Replaces the address of whoever should know when the pair expires. Does nothing where there is no such pair.
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

    /** Removes all rows of a pair, if there are any. */
    void removePair(String clientUuid);

    /** Removes all rows of a realm, if there are any. */
    void removeRealm(String realmId);
}
