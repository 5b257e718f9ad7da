package io.github.appkeys.authenticator.self;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairStatus;
import io.github.appkeys.core.pair.RoleRef;

/**
 * What its holder is told of a pair. Networks, contact and who made it are the administrators' business.
 *
 * @param address from where the server sees the holder
 */
@JsonInclude
record SelfRepresentation(String appKey, String label, PairStatus status, List<Role> roles, Token token,
        Renewal renewal, String address) {

    /** A linked role; client is null for a role of the realm. */
    @JsonInclude
    record Role(String name, String client) {

        static Role of(RoleRef role) {
            return new Role(role.name(), role.client());
        }
    }

    /** The appToken of the request; expiresAt is the moment from which it is refused, null for none. */
    @JsonInclude
    record Token(String id, String hint, String createdAt, String expiresAt, String lastUsedAt) {

        static Token of(Pair.Token token) {
            return new Token(token.id(), token.hint(), text(token.createdAt()),
                    token.end() == null ? null : text(token.end().at()), text(token.lastUsedAt()));
        }
    }

    /** A running renewal; byHolder where the old appToken ends at the first use of the new one. */
    @JsonInclude
    record Renewal(String startedAt, String finishAt, boolean byHolder) {

        static Renewal of(Pair.Renewal renewal) {
            return new Renewal(text(renewal.startedAt()), text(renewal.finishAt()), renewal.byHolder());
        }
    }

    static SelfRepresentation of(Pair pair, String tokenId, String address, Instant now) {
        Pair.Token token = pair.token(tokenId);
        if (token == null) {
            throw new ConflictException("The appToken was ended at the same moment");
        }
        return new SelfRepresentation(pair.appKey(), pair.label(), pair.status(now),
                pair.roles().stream().map(Role::of).toList(), Token.of(token),
                pair.renewal(now).map(Renewal::of).orElse(null), address);
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
