package io.github.appkeys.core.pair;

import java.time.Instant;

/**
 * The claim link of a pair that came last, without its code. The appToken comes into being when it is claimed.
 *
 * @param createdAt      when the link was made
 * @param createdBy      the name of the user who made it
 * @param expiresAt      the moment from which it cannot be used
 * @param claimedAt      when it was used; null where it was not
 * @param claimedFrom    from which address; null where it was not
 * @param withdrawnAt    when it was withdrawn; null where it was not
 * @param tokenExpiresAt when the appToken is to end; null for never, or for the realm's limit where it has one
 * @param overlapSeconds for how long after the claim an appToken that lives then works on; null until somebody finishes
 *                       the renewal
 */
public record Claim(Instant createdAt, String createdBy, Instant expiresAt, Instant claimedAt, String claimedFrom,
        Instant withdrawnAt, Instant tokenExpiresAt, Long overlapSeconds) {

    /** The state of the link at a moment. */
    public ClaimStatus status(Instant now) {
        return ClaimStatus.of(claimedAt, withdrawnAt, expiresAt, now);
    }
}
