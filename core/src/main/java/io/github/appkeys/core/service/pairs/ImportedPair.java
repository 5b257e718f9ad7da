package io.github.appkeys.core.service.pairs;

import java.time.Instant;
import java.util.List;

import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.RoleRef;

/**
 * A pair as it was elsewhere, to be made here.
 *
 * @param appKey          its public half
 * @param label           checked by {@link io.github.appkeys.core.pair.Label}
 * @param description     checked by {@link io.github.appkeys.core.pair.Label}; null for none
 * @param enabled         whether it may be used
 * @param allowedNetworks from where it may be used
 * @param contact         checked by {@link io.github.appkeys.core.pair.Contact}; null for none
 * @param createdAt       when it was made, elsewhere
 * @param createdBy       the name of the user who made it there; null where that is not known
 * @param tokens          its tokens
 * @param roles           the roles to link, by name
 */
public record ImportedPair(AppKey appKey, String label, String description, boolean enabled,
        AllowedNetworks allowedNetworks, String contact, Instant createdAt, String createdBy, ImportedTokens tokens,
        List<RoleRef> roles) {
}
