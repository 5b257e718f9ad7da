package io.github.appkeys.core.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppTokenHash;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/**
 * The data that verifies a presented pair.
 *
 * @param clientUuid      the id of the Keycloak client behind the appKey
 * @param disabledAt      when the pair was disabled; null if it is enabled or that is not known
 * @param allowedNetworks the networks from which it may be used, as {@link AllowedNetworks#toText()} writes them. They
 *                        are parsed for the holder of a right token only: a wrong one is answered in the same time for
 *                        pairs with and without networks
 * @param tokens          its appTokens, ended ones too; or the presented one alone, where only that was read
 */
public record PairCredentials(String clientUuid, Instant disabledAt, String allowedNetworks, List<Token> tokens) {

    /**
     * One appToken of the pair.
     *
     * @param id       unique among all tokens
     * @param hash     the stored hash
     * @param end      when it ends or ended; null for never
     * @param firstUse what its first use ends; null for nothing
     * @param disclosed whether it was sent without TLS before
     */
    public record Token(String id, AppTokenHash hash, TokenEnd end, FirstUse firstUse, boolean disclosed) {

        /** One whose first use ends nothing, and which was not disclosed. */
        public Token(String id, AppTokenHash hash, TokenEnd end) {
            this(id, hash, end, null, false);
        }
    }

    /**
     * What the first use of an appToken ends, which the holder of another one has renewed it with.
     *
     * @param oldTokenId the id of that other one
     * @param finishAt   when that ends without; null for never
     */
    public record FirstUse(String oldTokenId, Instant finishAt) {

        /** Whether the other one has not ended by itself. */
        public boolean isAwaited(Instant now) {
            return finishAt == null || now.isBefore(finishAt);
        }
    }

    /** Replaces a pair that does not exist, so that verifying takes the same time whether or not the pair exists. */
    public static final PairCredentials DECOY = new PairCredentials("", null, null,
            List.of(new Token("", new AppTokenHash("SHA-256", "00".repeat(32)), null)));

    /**
     * The token that was presented, if it belongs to this pair. Always compares all tokens.
     *
     * @param presented the hash of what was sent
     */
    public Optional<Token> find(AppTokenHash presented) {
        Token found = null;
        for (Token token : tokens) {
            if (token.hash().isSame(presented)) {
                found = token;
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * Checks whether the holder of a right token may exchange it now.
     *
     * @param token   one of this pair
     * @param enabled whether the client is enabled
     * @param now     the moment of the request
     * @param address the address from which the request comes
     */
    public Verdict verify(Token token, boolean enabled, Instant now, String address) {
        if (token.end() != null && token.end().cause() == TokenEnd.Cause.DECOY) {
            return Verdict.refused(Reason.DECOY);
        }
        Verdict ended = token.end() != null && token.end().isReached(now) ? Verdict.refused(token.id(), token.end())
                : Verdict.accepted();
        if (ended.ended() != null) {
            return ended;
        }
        if (!enabled) {
            Occurrence disabled = Occurrence.of(Reason.DISABLED);
            return Verdict.refused(disabledAt == null ? disabled : disabled.variant("since").with("since", disabledAt));
        }
        if (!ended.isAccepted()) {
            return ended;
        }
        if (!AllowedNetworks.fromText(allowedNetworks).allow(address)) {
            return Verdict.refused(Occurrence.of(Reason.ADDRESS_NOT_ALLOWED).with("address", address));
        }
        return Verdict.accepted();
    }
}
