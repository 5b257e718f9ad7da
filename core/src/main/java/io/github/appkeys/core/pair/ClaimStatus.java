package io.github.appkeys.core.pair;

import java.time.Instant;

/** What state a claim link is in. */
public enum ClaimStatus {

    /** It can be used. */
    PENDING,
    /** It was used. */
    CLAIMED,
    /** It was not used in time. */
    EXPIRED,
    /** A key manager took it back before anybody used it. */
    WITHDRAWN;

    /**
     * @param claimedAt   when it was used; null where it was not
     * @param withdrawnAt when it was withdrawn; null where it was not
     * @param expiresAt   from when on it cannot be used
     */
    public static ClaimStatus of(Instant claimedAt, Instant withdrawnAt, Instant expiresAt, Instant now) {
        if (claimedAt != null) {
            return CLAIMED;
        }
        if (withdrawnAt != null) {
            return WITHDRAWN;
        }
        return now.isBefore(expiresAt) ? PENDING : EXPIRED;
    }
}
