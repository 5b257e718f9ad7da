package io.github.appkeys.core.issuance;

import java.time.Instant;

/**
 * A renewal to be started.
 *
 * @param overlap   for how long the old appToken works on
 * @param expiresAt when the new appToken ends; null for never, or for the realm's limit where it has one
 */
public record NewRenewal(Overlap overlap, Instant expiresAt) {
}
