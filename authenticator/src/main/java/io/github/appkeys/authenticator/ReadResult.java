package io.github.appkeys.authenticator;

import io.github.appkeys.core.exchange.PresentedPair;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/** What {@link CredentialsReader} found in a request. */
sealed interface ReadResult {

    /**
     * A pair of appKey and appToken.
     *
     * @param pair     both halves as they were sent
     * @param clientId the form parameter {@code client_id}; null where there is none
     * @param isOneWay whether the request has no client credentials beside the pair, or only the same once more
     */
    record PairFound(PresentedPair pair, String clientId, boolean isOneWay) implements ReadResult {

        /** Checks the request alone: one way to authenticate, one appKey, and the form of the pair. */
        Verdict check() {
            if (!isOneWay) {
                return Verdict.sentTwice(Occurrence.of(Reason.DUPLICATE_HEADER).variant("twoWays"));
            }
            if (pair.appToken().values().stream().anyMatch(MisplacedToken::hasPrefix)) {
                return Verdict.refused(Occurrence.of(Reason.MISPLACED).variant("prefix").with("half", pair.appToken()));
            }
            Verdict form = pair.checkForm();
            if (form.isAccepted() && clientId != null && !clientId.equals(pair.key().value())) {
                return Verdict.sentTwice(Occurrence.of(Reason.DUPLICATE_HEADER).variant("otherClient")
                        .with("half", pair.appKey()));
            }
            return form;
        }

        /** Hides the client_id: an appToken may have been sent in its place. */
        @Override
        public String toString() {
            return pair.toString();
        }
    }

    /**
     * A clientId and a client secret, and no other client credentials. They may belong to an adopted client, whose
     * client secret stays valid for a while.
     *
     * @param credentials the clientId in the place of the appKey, the client secret in that of the appToken; each was
     *                    sent once and is not empty
     */
    record ClientSecretFound(PresentedPair credentials) implements ReadResult {
    }

    /**
     * An appToken in a place where no client authenticates, and nothing that names a client.
     *
     * @param occurrence says where
     */
    record Misplaced(Occurrence occurrence) implements ReadResult {
    }

    /** Nothing that this authenticator handles. */
    record NothingFound() implements ReadResult {
    }
}
