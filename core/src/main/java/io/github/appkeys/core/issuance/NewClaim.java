package io.github.appkeys.core.issuance;

import java.time.Instant;

import io.github.appkeys.core.pair.Maker;
import io.github.appkeys.core.pair.Pair.Claim;

/**
 * A claim link to be kept.
 *
 * @param codeHash       stands for its code, which is not kept; unique among all links
 * @param createdAt      when it was made
 * @param maker          the user who made it
 * @param expiresAt      the moment from which it cannot be used
 * @param tokenExpiresAt see {@link Claim#tokenExpiresAt()}
 * @param overlapSeconds see {@link Claim#overlapSeconds()}
 */
public record NewClaim(String codeHash, Instant createdAt, Maker maker, Instant expiresAt, Instant tokenExpiresAt,
        Long overlapSeconds) {
}
