package io.github.appkeys.core.service.pairs;

import java.time.Instant;
import java.util.Optional;

import io.github.appkeys.core.pair.AllowedNetworks;

/**
 * An existing client to be made an API client.
 *
 * @param label           what it is called from now on; empty for its name, or its clientId where it has none
 * @param description     its new description; empty for the one it has
 * @param expiresAt       when its appToken ends; null for never, or for the realm's limit where it has one
 * @param allowedNetworks from where it may be used
 * @param contact         the e-mail address that is told before it expires; null for none
 * @param finishAt        until when its client secret works on; null where that ends at once
 */
public record NewAdoption(Optional<String> label, Optional<String> description, Instant expiresAt,
        AllowedNetworks allowedNetworks, String contact, Instant finishAt) {
}
