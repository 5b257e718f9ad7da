package io.github.appkeys.authenticator;

import java.time.Instant;

import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.reason.Reason;
import org.keycloak.models.ClientModel;

/**
 * The result of verifying a pair.
 *
 * @param verdict accepted, or why not
 * @param client  the API client, where the appToken is right, also if the pair is refused for another reason; else null
 * @param token   the appToken that was presented, where it is right; else null
 * @param at      the moment of the request, where the appToken is right; else null
 */
public record VerifiedPair(Verdict verdict, ClientModel client, PairCredentials.Token token, Instant at) {

    static VerifiedPair refused(Reason reason) {
        return refused(Verdict.refused(reason));
    }

    static VerifiedPair refused(Verdict verdict) {
        return new VerifiedPair(verdict, null, null, null);
    }

    /** The same pair with a further verdict. */
    VerifiedPair with(Verdict further) {
        return new VerifiedPair(further, client, token, at);
    }

    /** Whether the pair was accepted. */
    public boolean isAccepted() {
        return verdict.isAccepted();
    }
}
