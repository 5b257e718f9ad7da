package io.github.appkeys.core.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.AppTokenHash;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/**
 * What is needed to verify a presented pair, read in one query.
 *
 * @param clientUuid      the id of the Keycloak client behind the appKey
 * @param disabledAt      when the pair was disabled; null where that is not known or it is enabled
 * @param allowedNetworks from where it may be used
 * @param tokens          its appTokens, and the last of those that have ended
 */
public record PairCredentials(String clientUuid, Instant disabledAt, AllowedNetworks allowedNetworks,
        List<Token> tokens) {

    /**
     * One appToken of the pair.
     *
     * @param id   identifies it among all tokens
     * @param hash what is stored of it
     * @param end  when it ends or ended; null for never
     */
    public record Token(String id, AppTokenHash hash, TokenEnd end) {
    }

    /** Stands in for a pair that does not exist, so that looking at it takes as long as looking at one that does. */
    public static final PairCredentials DECOY = new PairCredentials("", null, AllowedNetworks.ANY,
            List.of(new Token("", new AppTokenHash("SHA-256", "00".repeat(32)), null)));

    /** The token that was presented, if it is one of this pair. Looks at every token, whichever matches. */
    public Optional<Token> find(AppToken presented) {
        return find(token -> token.hash().matches(presented));
    }

    /** The client secret that was presented, where it is that of an adopted client and still kept. */
    public Optional<Token> findClientSecret(String presented) {
        return find(token -> token.hash().matchesClientSecret(presented));
    }

    private Optional<Token> find(Predicate<Token> matching) {
        Token found = null;
        for (Token token : tokens) {
            if (matching.test(token)) {
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
    public Verdict verify(Token token, boolean enabled, Instant now, String address) {
        if (!enabled) {
            Occurrence disabled = Occurrence.of(Reason.DISABLED);
            return Verdict.refused(disabledAt == null ? disabled : disabled.variant("since").with("since", disabledAt));
        }
        if (token.end() != null && token.end().isReached(now)) {
            return Verdict.refused(token.end().occurrence());
        }
        if (!allowedNetworks.allow(address)) {
            return Verdict.refused(Occurrence.of(Reason.ADDRESS_NOT_ALLOWED).with("address", address));
        }
        return Verdict.accepted();
    }
}
