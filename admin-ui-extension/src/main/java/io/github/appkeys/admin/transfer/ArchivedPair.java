package io.github.appkeys.admin.transfer;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.core.pair.ExportedToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.RoleRef;

/**
 * A pair in an export. The ids of tokens are numbers that are unique inside the pair only.
 */
@JsonInclude
public record ArchivedPair(String appKey, String label, String description, boolean enabled, String createdAt,
        String createdBy, List<String> allowedNetworks, String contact, List<RoleRef> roles,
        List<Token> tokens, String currentToken, Renewal renewal, String lastUsedAt, String lastUsedFrom,
        boolean decoy) {

    /** An appToken, of which only the hash is known. */
    @JsonInclude
    public record Token(String id, String hint, String hashAlgorithm, String hash, String createdAt, String createdBy,
            String expiresAt, String lastUsedAt, String lastUsedFrom, String leakedAt) {

        static Token of(String id, ExportedToken kept, Instant leakedAt) {
            return new Token(id, kept.token().hint(), kept.token().hash().algorithm(),
                    kept.token().hash().hex(), text(kept.token().createdAt()), kept.token().createdBy(),
                    text(kept.token().expiresAt()), text(kept.lastUsedAt()), kept.lastUsedFrom(), text(leakedAt));
        }

        /** Hides the hash. */
        @Override
        public String toString() {
            return id;
        }
    }

    /** A running renewal; finishAt is null if it does not finish by itself, byHolder if the holder started it. */
    @JsonInclude
    public record Renewal(String startedAt, String finishAt, String oldToken, boolean byHolder) {

        static Renewal of(Pair.Renewal renewal, String oldToken) {
            return new Renewal(text(renewal.startedAt()), text(renewal.finishAt()), oldToken,
                    renewal.byHolder());
        }
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
