package io.github.appkeys.authenticator;

import io.github.appkeys.core.exchange.PresentedPair;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/**
 * The pair that a request brings, and whether it brings it as it should.
 *
 * @param pair     what was sent
 * @param clientId the form parameter {@code client_id}; null where there is none
 * @param isAlone  whether the request has no other client credentials beside the pair
 */
record PresentedCredentials(PresentedPair pair, String clientId, boolean isAlone) {

    /** What can be said without looking anything up. */
    Verdict check() {
        if (!isAlone) {
            return Verdict.sentTwice(Occurrence.of(Reason.DUPLICATE_HEADER).variant("twoWays"));
        }
        Verdict form = pair.checkForm();
        if (form.isAccepted() && clientId != null && !clientId.equals(pair.key().value())) {
            return Verdict.sentTwice(Occurrence.of(Reason.DUPLICATE_HEADER).variant("otherClient")
                    .with("half", pair.appKey()));
        }
        return form;
    }
}
