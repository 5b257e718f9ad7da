package io.github.appkeys.core.issuance;

import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;

/**
 * A new pair, or one with a new appToken, in the one moment in which its secret is known: the appToken, or the code of
 * the link with which the integrator gets it.
 *
 * @param pair      the pair
 * @param appToken  its secret half; null where it is handed over by a link
 * @param claimCode what the link ends with; null where there is none
 */
public record CreatedPair(Pair pair, AppToken appToken, ClaimCode claimCode) {

    public CreatedPair(Pair pair, AppToken appToken) {
        this(pair, appToken, null);
    }

    static CreatedPair byLink(Pair pair, ClaimCode code) {
        return new CreatedPair(pair, null, code);
    }
}
