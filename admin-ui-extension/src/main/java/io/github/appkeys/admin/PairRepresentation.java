package io.github.appkeys.admin;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.core.PairStatus;
import io.github.appkeys.core.TokenStatus;
import io.github.appkeys.core.store.Pair;

/** A pair as JSON. Moments are ISO 8601 texts in UTC. Holds no secret. */
@JsonInclude
record PairRepresentation(String appKey, String label, String description, boolean enabled, PairStatus status,
        String createdAt, String createdBy, String clientUuid, String serviceAccountUserId,
        List<String> allowedNetworks, List<Token> tokens, Object renewal, List<Role> roles) {

    /** An appToken without its secret. */
    @JsonInclude
    record Token(String id, String hint, String createdAt, String createdBy, String expiresAt, String lastUsedAt,
            String lastUsedFrom, TokenStatus status) {
    }

    /** A linked role; the client is null for a realm role. */
    @JsonInclude
    record Role(String name, String client) {
    }

    static PairRepresentation of(Pair pair, Instant now) {
        return new PairRepresentation(pair.appKey(), pair.label(), pair.description(), pair.enabled(), pair.status(now),
                text(pair.createdAt()), pair.createdBy(), pair.clientUuid(), pair.serviceAccountUserId(),
                pair.allowedNetworks().blocks(), pair.tokens().stream().map(token -> token(token, now)).toList(), null,
                roles(pair));
    }

    static List<Role> roles(Pair pair) {
        return pair.roles().stream().map(role -> new Role(role.name(), role.client())).toList();
    }

    private static Token token(Pair.Token token, Instant now) {
        return new Token(token.id(), token.hint(), text(token.createdAt()), token.createdBy(), text(token.expiresAt()),
                null, null, token.status(now));
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
