package io.github.appkeys.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is needed to judge a presented pair, read in one query.
 *
 * @param clientUuid      the id of the Keycloak client behind the appKey
 * @param disabledAt      when the pair was disabled; null where that is not known or it is enabled
 * @param allowedNetworks from where it may be used
 * @param tokens          its appTokens, expired ones too
 */
public record PairCredentials(String clientUuid, Instant disabledAt, AllowedNetworks allowedNetworks,
        List<Token> tokens) {

    /**
     * One appToken of the pair.
     *
     * @param id        identifies it among all tokens
     * @param hash      what is stored of it
     * @param expiresAt the moment from which it is refused; null for never
     */
    public record Token(String id, AppTokenHash hash, Instant expiresAt) {
    }

    /** Stands in for a pair that does not exist, so that looking at it takes as long as looking at one that does. */
    public static final PairCredentials DECOY = new PairCredentials("", null, AllowedNetworks.ANY,
            List.of(new Token("", new AppTokenHash("SHA-256", "00".repeat(32)), null)));

    /** The token that was presented, if it is one of this pair. Looks at every token, whichever matches. */
    public Optional<Token> find(AppToken presented) {
        Token found = null;
        for (Token token : tokens) {
            if (token.hash().matches(presented)) {
                found = token;
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * What hinders the holder of the right token.
     *
     * @param token   one of this pair
     * @param enabled whether the client is enabled
     * @param now     the moment of the request
     * @param address where the request comes from
     */
    public Verdict judge(Token token, boolean enabled, Instant now, String address) {
        if (!enabled) {
            return Verdict.refused(Reason.DISABLED, "This pair is disabled"
                    + (disabledAt == null ? "" : " since " + disabledAt));
        }
        if (token.expiresAt() != null && !now.isBefore(token.expiresAt())) {
            return Verdict.refused(Reason.EXPIRED, "This appToken expired at " + token.expiresAt());
        }
        if (!allowedNetworks.allow(address)) {
            return Verdict.refused(Reason.ADDRESS_NOT_ALLOWED, "This pair may not be used from the address " + address);
        }
        return Verdict.accepted();
    }
}
