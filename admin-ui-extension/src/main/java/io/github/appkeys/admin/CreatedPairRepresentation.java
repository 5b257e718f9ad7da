package io.github.appkeys.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.appkeys.core.AppToken;

/**
 * The answer to creating a pair: the one place where an appToken leaves the server. Never pass it to an event or a log.
 */
record CreatedPairRepresentation(@JsonUnwrapped PairRepresentation pair, String appToken) {

    static CreatedPairRepresentation of(PairRepresentation pair, AppToken token) {
        return new CreatedPairRepresentation(pair, token.reveal());
    }

    @Override
    public String toString() {
        return pair.appKey();
    }
}
