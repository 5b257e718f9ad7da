package io.github.appkeys.core.expiry;

import java.time.Instant;
import java.util.List;

/**
 * Finds appTokens that are idle or will be soon, and keeps which notices were sent about it. Those of disabled pairs
 * count, too; those that have ended do not. A notice holds until its appToken is used again, or the realm's setting
 * becomes stricter. Lists are ordered by token id and read page by page (keyset pagination). Reservations are
 * conditional updates, so that only one node sends a notice.
 */
public interface IdleStore {

    /**
     * Tokens that are idle, and about which a notice was sent in time. Their {@code expiresAt} is when they became
     * idle.
     *
     * @param after only tokens with a greater id; empty for all
     * @param max   how many to return at most
     */
    List<NoticeStore.Token> idle(String realmId, IdleRule rule, String after, int max);

    /** Tokens for which a notice is due. Their {@code expiresAt} is when they become idle. */
    List<NoticeStore.Token> unnoticed(String realmId, IdleRule rule, String after, int max);

    /**
     * Reserves a notice.
     *
     * @return false if it has been reserved before, on this or another node
     */
    boolean reserveNotice(String tokenId, IdleRule rule);

    /** Tokens with a notice and a contact, to which no e-mail has been sent yet. */
    List<NoticeStore.Token> unmailed(String realmId, IdleRule rule, String after, int max);

    /**
     * Reserves the e-mail about a notice.
     *
     * @return false if it has been reserved before, on this or another node
     */
    boolean reserveMail(String tokenId, Instant now);

    /** Releases an e-mail that could not be sent, so that it is tried again. */
    void releaseMail(String tokenId);

    /**
     * How many tokens of a realm have not been used since a moment. One query.
     *
     * @param before only tokens that were last used, created and imported before this moment
     */
    long countUnused(String realmId, Instant before, Instant now);
}
