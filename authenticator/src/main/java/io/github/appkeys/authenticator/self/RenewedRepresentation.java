package io.github.appkeys.authenticator.self;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.authenticator.self.SelfRepresentation.Renewal;
import io.github.appkeys.authenticator.self.SelfRepresentation.Token;
import io.github.appkeys.core.issuance.CreatedPair;

/**
 * The one answer with a new appToken.
 *
 * @param token   the new one, without its secret
 * @param renewal until when the old one works, if the new one is not used
 */
@JsonInclude
record RenewedRepresentation(String appKey, String appToken, Token token, Renewal renewal) {

    static RenewedRepresentation of(CreatedPair renewed) {
        return new RenewedRepresentation(renewed.pair().appKey(), renewed.appToken().reveal(),
                Token.of(renewed.pair().token(renewed.pair().currentTokenId())),
                Renewal.of(renewed.pair().lastRenewal()));
    }

    /** Hides the appToken. */
    @Override
    public String toString() {
        return appKey;
    }
}
