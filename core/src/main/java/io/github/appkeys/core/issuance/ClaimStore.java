package io.github.appkeys.core.issuance;

import java.time.Instant;
import java.util.Optional;

import io.github.appkeys.core.pair.TokenStore;

/**
 * Keeps the claim link of each pair, one at most: a new one takes the place of the one before. Each change is
 * conditional in the database itself, as in {@link TokenStore}.
 */
public interface ClaimStore {

    /** The appKey of the pair that a link is for. */
    Optional<String> appKey(String realmId, String codeHash);

    /**
     * Keeps a link, in the place of the one before.
     *
     * @param expectedToken what was the current token when the caller looked; null where there was none
     * @param expectedClaim when the link before was made, as the caller saw it; null where there was none
     * @return false where another token or link came since, or a renewal runs: nothing is changed then
     */
    boolean put(String clientUuid, NewClaim claim, String expectedToken, Instant expectedClaim);

    /**
     * Uses a link up. Call it after {@link TokenStore#add}, so that all who change a pair wait for each other in the
     * same order.
     *
     * @param address from where, at most 45 characters
     * @return false where it is not or no more pending: nothing is changed then
     */
    boolean claim(String clientUuid, String codeHash, Instant at, String address);

    /**
     * Takes the link of a pair back.
     *
     * @return false where none is pending: nothing is changed then
     */
    boolean withdraw(String clientUuid, Instant at);

    /**
     * Forgets the link of a pair, since an appToken came by another way. Call it after {@link TokenStore#add}.
     *
     * @return false where it is pending: nothing is changed then
     */
    boolean forget(String clientUuid, Instant now);
}
