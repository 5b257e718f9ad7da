package io.github.appkeys.core.pair;

import java.time.Instant;

/**
 * The place of a pair in the list of pairs, newest first.
 *
 * @param createdAt  when the pair was made
 * @param clientUuid the id of its client
 */
public record PairCursor(Instant createdAt, String clientUuid) {
}
