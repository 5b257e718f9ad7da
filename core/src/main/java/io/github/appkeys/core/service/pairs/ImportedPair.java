package io.github.appkeys.core.service.pairs;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.ExportedToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.pair.StoredToken;

/**
 * A pair of another realm or server, to be created in this realm.
 *
 * @param appKey          its public half
 * @param label           checked by {@link io.github.appkeys.core.pair.Label}
 * @param description     checked by {@link io.github.appkeys.core.pair.Label}; null for none
 * @param enabled         whether it may be used
 * @param allowedNetworks from where it may be used
 * @param contact         checked by {@link io.github.appkeys.core.pair.Contact}; null for none
 * @param createdAt       when it was originally created
 * @param createdBy       the name of the user who created it; null if unknown
 * @param tokens          its tokens
 * @param roles           the roles to link, by name
 * @param lastUse         when it was last exchanged; null for never
 * @param decoy           whether it is a decoy, which has no roles and exactly one token
 */
public record ImportedPair(AppKey appKey, String label, String description, boolean enabled,
        AllowedNetworks allowedNetworks, String contact, Instant createdAt, String createdBy, Tokens tokens,
        List<RoleRef> roles, Pair.Use lastUse, boolean decoy) {

    /** @throws InvalidValueException if a decoy has roles, a renewal, or another number of tokens than one */
    public ImportedPair {
        Tokens.require(!decoy || roles.isEmpty() && tokens.renewal() == null && tokens.tokens().size() == 1,
                "a decoy has exactly one token, no renewal and no roles");
    }

    /**
     * The tokens of an imported pair. Their ids are unique inside the pair only.
     *
     * @param tokens       at most {@value #MAX}
     * @param currentToken the id of the newest token; null if it is not among them
     * @param renewal      the running renewal, in which an older token works too; null if there is none
     */
    public record Tokens(List<ExportedToken> tokens, String currentToken, Pair.Renewal renewal) {

        /** The most tokens of one pair; no export has that many. */
        public static final int MAX = 10;

        /** How much the clocks of two servers may differ. */
        private static final Duration CLOCKS = Duration.ofMinutes(5);

        /** @throws InvalidValueException if there are too many, or they contradict each other */
        public Tokens {
            tokens = List.copyOf(tokens);
            require(tokens.size() <= MAX, "tokens has more than " + MAX + " entries");
            require(ids(tokens).distinct().count() == tokens.size(), "two tokens have the same id");
            require(currentToken == null || ids(tokens).anyMatch(currentToken::equals),
                    "currentToken is not the id of one of the tokens");
            if (renewal != null) {
                require(ids(tokens).anyMatch(renewal.oldTokenId()::equals),
                        "oldToken of the renewal is not the id of one of the tokens");
                require(currentToken != null && !currentToken.equals(renewal.oldTokenId()),
                        "oldToken of the renewal must be another one than currentToken");
                require(renewal.finishAt() == null || renewal.finishAt().isAfter(renewal.startedAt()),
                        "finishAt of the renewal is not after startedAt");
            }
        }

        /** @throws InvalidValueException if a moment is in the future or a live token is neither current nor old */
        void check(Instant now) {
            for (ExportedToken kept : tokens) {
                StoredToken token = kept.token();
                requirePast(token.createdAt(), "createdAt of a token", now);
                requirePast(kept.lastUsedAt(), "lastUsedAt of a token", now);
                requirePast(kept.leakedAt(), "leakedAt of a token", now);
                require(token.expiresAt() == null || token.expiresAt().isAfter(token.createdAt()),
                        "expiresAt of a token is not after its createdAt");
                boolean known = token.id().equals(currentToken)
                        || renewal != null && token.id().equals(renewal.oldTokenId());
                require(known || token.expiresAt() != null && !token.expiresAt().isAfter(now),
                        "a token that has not expired must be currentToken or oldToken of the renewal");
            }
            if (renewal != null) {
                requirePast(renewal.startedAt(), "startedAt of the renewal", now);
            }
        }

        /** @throws InvalidValueException if a moment is in the future by more than clocks of two servers may differ */
        static void requirePast(Instant moment, String name, Instant now) {
            require(moment == null || !moment.isAfter(now.plus(CLOCKS)), name + " is in the future");
        }

        /** The same tokens with new ids, since the database needs ids that are unique on the server. */
        Tokens withIds(Supplier<String> generator) {
            Map<String, String> ids = new HashMap<>();
            tokens.forEach(kept -> ids.put(kept.token().id(), generator.get()));
            return new Tokens(tokens.stream().map(kept -> withId(kept, ids.get(kept.token().id()))).toList(),
                    currentToken == null ? null : ids.get(currentToken),
                    renewal == null ? null
                            : new Pair.Renewal(renewal.startedAt(), renewal.finishAt(), ids.get(renewal.oldTokenId()),
                                    renewal.byHolder()));
        }

        private static ExportedToken withId(ExportedToken kept, String id) {
            StoredToken token = kept.token();
            return new ExportedToken(new StoredToken(id, token.hash(), token.hint(), token.createdAt(),
                    token.createdBy(), token.expiresAt()), kept.lastUsedAt(), kept.lastUsedFrom(), kept.leakedAt());
        }

        private static Stream<String> ids(List<ExportedToken> tokens) {
            return tokens.stream().map(kept -> kept.token().id());
        }

        private static void require(boolean condition, String message) {
            if (!condition) {
                throw new InvalidValueException(message);
            }
        }
    }
}
