package io.github.appkeys.core.store;

import java.time.Instant;
import java.util.List;

import io.github.appkeys.core.AllowedNetworks;
import io.github.appkeys.core.PairStatus;
import io.github.appkeys.core.TokenStatus;

/**
 * Everything that can be told about a pair.
 *
 * @param appKey               the public half
 * @param label                the client's name
 * @param description          the client's description; may be null
 * @param enabled              whether the client is enabled
 * @param apiClient            whether the client still authenticates with its pair; somebody may have changed that
 * @param createdAt            when the pair was made
 * @param createdBy            the name of the user who made it
 * @param clientUuid           the id of the client
 * @param serviceAccountUserId the id of the service account; null where somebody removed it
 * @param allowedNetworks      from where it may be used
 * @param tokens               its tokens, newest first
 * @param roles                the linked roles, by name
 */
public record Pair(String appKey, String label, String description, boolean enabled, boolean apiClient,
        Instant createdAt, String createdBy, String clientUuid, String serviceAccountUserId, AllowedNetworks allowedNetworks,
        List<Token> tokens, List<LinkedRole> roles) {

    /**
     * A token of the pair.
     *
     * @param id           identifies the token
     * @param hint         its last characters before the checksum
     * @param createdAt    when it was made
     * @param createdBy    the name of the user who made it
     * @param expiresAt    the moment from which it is refused; null for never
     */
    public record Token(String id, String hint, Instant createdAt, String createdBy, Instant expiresAt) {

        /** The state of the token at a moment. */
        public TokenStatus status(Instant now) {
            return TokenStatus.of(expiresAt, now);
        }
    }

    /**
     * A role that is mapped to the service account.
     *
     * @param name   the role's name
     * @param client the clientId of the client it belongs to; null for a realm role
     */
    public record LinkedRole(String name, String client) {
    }

    /** The state of the pair at a moment. */
    public PairStatus status(Instant now) {
        boolean live = tokens.stream().anyMatch(token -> token.status(now) != TokenStatus.EXPIRED);
        return PairStatus.of(enabled && apiClient, live, !roles.isEmpty());
    }
}
