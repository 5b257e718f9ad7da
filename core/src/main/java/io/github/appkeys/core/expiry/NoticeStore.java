package io.github.appkeys.core.expiry;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Finds tokens about which a notice is due, and keeps which notices were sent. A pair expires when its current token
 * does: a token that is being replaced in a renewal needs no notice, nor does one of a disabled pair. Lists are ordered
 * by token id and read page by page (keyset pagination). Reservations are conditional updates, so that only one node
 * sends a notice.
 */
public interface NoticeStore {

    /**
     * A token that is the subject of a notice.
     *
     * @param id        identifies the token
     * @param appKey    of its pair
     * @param label     of its pair; may be null
     * @param contact   the e-mail address for notices; null for none
     * @param expiresAt when it expires by itself; null for never
     */
    record Token(String id, String appKey, String label, String contact, Instant expiresAt) {
    }

    /** Ids of the realms in which a notice or its e-mail is due. One query, on the index of expiries. */
    Set<String> realms(Instant now);

    /**
     * Tokens for which a notice is due.
     *
     * @param after only tokens with a greater id; empty for all
     * @param max   how many to return at most
     */
    List<Token> unnoticed(String realmId, ExpiryNotice notice, Instant now, String after, int max);

    /**
     * Reserves a notice, so that only one node sends it.
     *
     * @return false if this notice or a more urgent one has been reserved before, on this or another node
     */
    boolean reserveNotice(String tokenId, ExpiryNotice notice);

    /**
     * Tokens whose notice was sent, whose pair has a contact, and for which no e-mail has been sent yet.
     *
     * @param after only tokens with a greater id; empty for all
     * @param max   how many to return at most
     */
    List<Token> unmailed(String realmId, ExpiryNotice notice, Instant now, String after, int max);

    /**
     * Reserves the e-mail about a notice, so that only one node sends it.
     *
     * @return false if it has been reserved before, on this or another node
     */
    boolean reserveMail(String tokenId, ExpiryNotice notice);

    /** Releases an e-mail that could not be sent, so that it is tried again. */
    void releaseMail(String tokenId, ExpiryNotice notice);

    /** How many pairs of all realms expire soon; only pairs whose client can be used. One query. */
    ExpiringPairs countExpiring(Instant now);
}
