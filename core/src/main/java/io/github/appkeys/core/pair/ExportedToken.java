package io.github.appkeys.core.pair;

import java.time.Instant;

/**
 * A token with all that it takes to have it work elsewhere: never to be logged or shown.
 *
 * @param token        the token
 * @param lastUsedAt   when it was last exchanged; null for never
 * @param lastUsedFrom from which address, at most 45 characters; null where that is not known
 * @param leakedAt     when it was first reported as leaked; null for never, and where only the hash was read
 */
public record ExportedToken(StoredToken token, Instant lastUsedAt, String lastUsedFrom, Instant leakedAt) {
}
