package io.github.appkeys.core.jpa;

import java.util.List;
import java.util.regex.Pattern;

import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.PairFilter;
import jakarta.persistence.EntityManager;

/** Finds pairs by the end of one of their tokens, ended ones included. A query of its own, which uses an index. */
final class HintQuery {

    /** More than can be by chance; an import may bring more. */
    private static final int MAX = 1000;

    private static final Pattern HINT = Pattern.compile("[0-9A-Za-z]{" + AppToken.HINT_LENGTH + "}");

    private static final String QUERY = """
            select t.clientUuid, t.hint
            from AppKeyTokenEntity t
            join AppKeyPairEntity p on p.clientUuid = t.clientUuid
            where t.hint = :hint and p.realmId = :realmId
            """;

    /** The end of a token. */
    record Row(String clientUuid, String hint) {
    }

    private HintQuery() {
    }

    /** The ids of the pairs; empty where the search cannot be the end of a token. */
    static List<String> pairs(EntityManager entities, String realmId, PairFilter filter) {
        if (!filter.hasSearch() || !HINT.matcher(filter.search()).matches()) {
            return List.of();
        }
        return entities.createQuery(QUERY, Row.class)
                .setParameter("hint", filter.search())
                .setParameter("realmId", realmId)
                .setMaxResults(MAX)
                .getResultStream()
                // MariaDB and MySQL compare case-insensitively
                .filter(row -> filter.search().equals(row.hint()))
                .map(Row::clientUuid)
                .distinct()
                .toList();
    }
}
