package io.github.appkeys.core.jpa;

import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

/** Reads the tokens of some pairs in one query, and has the condition that queries share. */
final class TokenQuery {

    /** Of a token {@code t}, which was not ended by hand, of a pair {@code p}: that it has not ended by itself. */
    static final String NOT_OVER = """
            (t.expiresAt is null or t.expiresAt > :now)
            and (p.oldToken is null or t.id <> p.oldToken or p.renewalFinishAt is null or p.renewalFinishAt > :now)
            """;

    private static final String OF_PAIRS = """
            select t from AppKeyTokenEntity t
            where t.clientUuid in :clientUuids
            order by t.createdAt desc, t.id
            """;

    private TokenQuery() {
    }

    /** Tokens, newest first. */
    static Stream<TokenEntity> ofPairs(EntityManager entities, List<String> clientUuids) {
        return entities.createQuery(OF_PAIRS, TokenEntity.class)
                .setParameter("clientUuids", clientUuids)
                .getResultStream();
    }
}
