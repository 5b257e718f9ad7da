package io.github.appkeys.core.expiry;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Finds what somebody should know about, and keeps who was told. A pair expires when its current token does: one that
 * is being replaced in a renewal needs no notice, nor does a pair that is disabled. Lists come in the order of token
 * ids.
 */
public interface NoticeStore {

    /**
     * A token that somebody should know about.
     *
     * @param id        identifies the token
     * @param appKey    of its pair
     * @param label     of its pair; may be null
     * @param contact   who should know; may be null
     * @param expiresAt when it expires by itself; null for never
     */
    record Token(String id, String appKey, String label, String contact, Instant expiresAt) {
    }

    /** Ids of the realms in which a notice is due, or an e-mail about one. One query, on the index of expiries. */
    Set<String> realms(Instant now);

    /**
     * Tokens for which a notice is due.
     *
     * @param after only tokens with a greater id; empty for all
     */
    List<Token> unnoticed(String realmId, ExpiryNotice notice, Instant now, String after, int max);

    /**
     * Takes a notice upon the caller.
     *
     * @return false where it, or a more urgent one, was taken before, on whichever node
     */
    boolean reserveNotice(String tokenId, ExpiryNotice notice);

    /**
     * Tokens about whose notice nobody was sent an e-mail yet, although there is a contact.
     *
     * @param after only tokens with a greater id; empty for all
     */
    List<Token> unmailed(String realmId, ExpiryNotice notice, Instant now, String after, int max);

    /**
     * Takes the e-mail about a notice upon the caller.
     *
     * @return false where it was taken before, on whichever node
     */
    boolean reserveMail(String tokenId, ExpiryNotice notice);

    /** Gives an e-mail back that could not be sent, so that it is tried again. */
    void releaseMail(String tokenId, ExpiryNotice notice);

    /**
     * Tokens that live and that nobody used for long, of disabled pairs, too.
     *
     * @param since tokens that were made and last used before this moment
     * @param after only tokens with a greater id; empty for all
     */
    List<Token> idle(String realmId, Instant since, Instant now, String after, int max);

    /** How many pairs of all realms expire soon. One query. */
    ExpiringPairs countExpiring(Instant now);
}
