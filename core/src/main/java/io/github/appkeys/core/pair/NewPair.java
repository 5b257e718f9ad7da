package io.github.appkeys.core.pair;

import java.time.Instant;

/**
 * A pair to be made.
 *
 * @param appKey          the appKey that the key manager chose; null for a generated one
 * @param label           checked by {@link io.github.appkeys.core.pair.Label}
 * @param description     checked by {@link io.github.appkeys.core.pair.Label}; null for none
 * @param expiresAt       when its appToken ends; null for never, or for the realm's limit where it has one
 * @param allowedNetworks from where it may be used
 * @param contact         checked by {@link io.github.appkeys.core.pair.Contact}; null for none
 */
public record NewPair(AppKey appKey, String label, String description, Instant expiresAt,
        AllowedNetworks allowedNetworks, String contact) {
}
