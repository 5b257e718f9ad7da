package io.github.appkeys.core.pair;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.appkeys.core.expiry.TokenEnd;

/**
 * Changes the tokens of a pair. Each change is conditional in the database itself, so that of two requests that want
 * the same at the same moment, on whichever nodes, one succeeds.
 */
public interface TokenStore {

    /**
     * Adds a token, makes it the current one, and lets the one before it live on as the renewal says.
     *
     * @param expected what was the current token when the caller looked; null where there was none
     * @param renewal  in which the old token lives on; null where none does
     * @return false where another token came since, or a renewal runs: nothing is changed then
     */
    boolean add(String clientUuid, StoredToken token, String expected, Pair.Renewal renewal);

    /**
     * Ends the renewal in which a token is the old one.
     *
     * @param current what is the current token from now on
     * @return false where that renewal runs no more: nothing is changed then
     */
    boolean endRenewal(String clientUuid, String oldTokenId, String current, Instant now);

    /**
     * Ends a token. Ended tokens are kept for a while, the last few of each pair.
     *
     * @return false where it has ended before or is gone: nothing is changed then
     */
    boolean end(String clientUuid, String tokenId, TokenEnd end);

    /**
     * Gives a pair that has no token yet those that it had elsewhere.
     *
     * @param current which of them is the current one; null for none
     * @param renewal in which another one of them lives on; null where none does
     */
    void restore(String clientUuid, List<ExportedToken> tokens, String current, Pair.Renewal renewal);

    /** What {@link #restore} needs of all tokens of some pairs, by the ids of the tokens. One query. */
    Map<String, ExportedToken> kept(List<String> clientUuids);

    /**
     * Notes that a token was used. Kept in memory, and written within a minute, off the thread of the request.
     *
     * @param address the client's address, at most 45 characters
     */
    void used(String tokenId, Instant at, String address);
}
