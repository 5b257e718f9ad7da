package io.github.appkeys.core.pair;

import java.time.Instant;

/**
 * A token to be kept.
 *
 * @param id        unique among all tokens, at most 36 characters
 * @param hash      stands for the secret, which is not kept
 * @param hint      the last characters of the secret; null where they were not kept, empty for the client secret of an
 *                  adopted client
 * @param createdAt when it was made
 * @param createdBy the name of the user who made it
 * @param expiresAt the moment from which it is refused; null for never
 */
public record StoredToken(String id, AppTokenHash hash, String hint, Instant createdAt, String createdBy,
        Instant expiresAt) {
}
