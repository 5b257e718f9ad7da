package io.github.appkeys.core.pair;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.appkeys.core.expiry.TokenEnd;

/**
 * Changes the tokens of a pair. Each change is a conditional update, so that of two concurrent requests, on the same or
 * different nodes, only one succeeds.
 */
public interface TokenStore {

    /**
     * Adds a token and makes it the current one. During the renewal, if there is one, the old token stays valid.
     *
     * @param expected the id of the current token that the caller has read; null for none
     * @param renewal  the renewal with which the old token ends; null for none
     * @return false if another token has been added since, or a renewal runs; nothing is changed then
     */
    boolean add(String clientUuid, StoredToken token, String expected, Pair.Renewal renewal);

    /**
     * Ends the renewal in which a token is the old one.
     *
     * @param current the id of the token that is the current one from now on
     * @return false if that renewal does not run; nothing is changed then
     */
    boolean endRenewal(String clientUuid, String oldTokenId, String current, Instant now);

    /**
     * Ends the renewal that the holder of a token started, since the new one is used for the first time.
     *
     * @param current the id of the new token
     * @return false if that renewal does not run, or the new token was replaced; nothing is changed then
     */
    boolean endRenewalByUse(String clientUuid, String oldTokenId, String current, Instant now);

    /**
     * Puts a token in the place of the new one of a renewal by its holder, which was not used yet.
     *
     * @param unused  the id of the new token that the caller has read
     * @param renewal that renewal, with its new start
     * @return false if it does not run, or that token was used or replaced; nothing is changed then
     */
    boolean replaceUnused(String clientUuid, StoredToken token, String unused, Pair.Renewal renewal);

    /**
     * Lets no other transaction end a token until this one ends.
     *
     * @return false if it has been ended by an act, or does not exist
     */
    boolean hold(String clientUuid, String tokenId);

    /**
     * Ends a token. The last few ended tokens of each pair are kept, so that their holders can be given the reason.
     *
     * @param by the name of the user who ends it; null where it ends by itself
     * @return false if it has been ended before or does not exist; nothing is changed then
     */
    boolean end(String clientUuid, String tokenId, TokenEnd end, String by);

    /**
     * Imports the tokens of a pair that has no tokens yet.
     *
     * @param current the id of the current one among them; null for none
     * @param renewal the renewal with which another one of them ends; null for none
     * @param now     from when on they can become idle
     */
    void restore(String clientUuid, List<ExportedToken> tokens, String current, Pair.Renewal renewal, Instant now);

    /** What {@link #restore} needs of all tokens of some pairs, by token id. One query. */
    Map<String, ExportedToken> kept(List<String> clientUuids);
}
