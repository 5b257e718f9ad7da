package io.github.appkeys.authenticator;

import io.github.appkeys.core.PresentedPair;
import io.github.appkeys.core.Verdict;

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
            return Verdict.sentTwice("The request authenticates the client in more than one way: send appKey and "
                    + "appToken in two headers, or with HTTP Basic, or as client_id and client_secret");
        }
        Verdict form = pair.checkForm();
        if (form.isAccepted() && clientId != null && !clientId.equals(pair.key().value())) {
            return Verdict.sentTwice("The form parameter client_id names another client than the " + pair.appKey());
        }
        return form;
    }
}
