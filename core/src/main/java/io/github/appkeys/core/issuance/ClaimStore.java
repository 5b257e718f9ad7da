package io.github.appkeys.core.issuance;

import java.time.Instant;
import java.util.Optional;

import io.github.appkeys.core.pair.TokenStore;

/**
 * Stores the claim links of pairs, at most one for each pair: a new one replaces the one before. Each change is a
 * conditional update, as in {@link TokenStore}.
 */
public interface ClaimStore {

    /** The appKey of the pair that a link belongs to, whatever the state of the link. */
    Optional<String> appKey(String realmId, String codeHash);

    /**
     * Stores a link and replaces the one before.
     *
     * @param expectedToken the id of the current token that the caller has read; null for none
     * @param expectedClaim when the link before was created, as the caller has read it; null for none
     * @return false if another token or link has been added since, or a renewal runs; nothing is changed then
     */
    boolean put(String clientUuid, NewClaim claim, String expectedToken, Instant expectedClaim);

    /**
     * Marks a link as claimed. Call it after {@link TokenStore#add}: all changes of a pair take their locks in the same
     * order, so that they cannot deadlock.
     *
     * @param address the IP address of the client, at most 45 characters
     * @return false if it is not pending; nothing is changed then
     */
    boolean claim(String clientUuid, String codeHash, Instant at, String address);

    /**
     * Withdraws the link of a pair.
     *
     * @return false if none is pending; nothing is changed then
     */
    boolean withdraw(String clientUuid, Instant at);

    /**
     * Removes the link of a pair that has got an appToken by other means. Call it after {@link TokenStore#add}.
     *
     * @return false if it is pending; nothing is changed then
     */
    boolean forget(String clientUuid, Instant now);
}
