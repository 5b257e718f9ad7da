package io.github.appkeys.core.service;

import io.github.appkeys.core.AppToken;
import io.github.appkeys.core.store.Pair;

/**
 * A new pair and its appToken, in the one moment in which it is known.
 *
 * @param pair     the pair
 * @param appToken its secret half
 */
public record CreatedPair(Pair pair, AppToken appToken) {
}
