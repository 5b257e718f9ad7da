package io.github.appkeys.core.jpa;

import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.jpa.session.AnswerTime;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppTokenHash;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;

/**
 * The one query of an exchange. It uses Keycloak's unique index on realm and clientId. It selects columns instead of
 * entities, so that nothing is added to the persistence context or checked for changes.
 */
final class CredentialsQuery {

    private static final String QUERY = """
            select c.clientId, p.clientUuid, p.disabledAt, p.allowedNetworks,
                t.id, t.hashAlgorithm, t.hash, t.expiresAt,
                case when t.id = p.oldToken then p.renewalFinishAt end, t.endedAt, t.endCause,
                case when t.id = p.currentToken and t.id = p.awaitedToken then p.oldToken end, p.renewalFinishAt
            from ClientEntity c
            join AppKeyPairEntity p on p.clientUuid = c.id
            left join AppKeyTokenEntity t on t.clientUuid = p.clientUuid
            where c.realmId = :realmId and c.clientId = :appKey
            """;

    /**
     * A pair with one of its tokens. The columns of the token are null if the pair has none.
     *
     * @param replacedAt when a renewal ends the token; null for never
     * @param oldToken   the token that ends at the first use of this one; null for none
     * @param finishAt   when the renewal of the pair ends; null for never
     */
    record Row(String appKey, String clientUuid, Long disabledAt, String allowedNetworks, String tokenId,
            String hashAlgorithm, String hash, Long expiresAt, Long replacedAt, Long endedAt, TokenEnd.Cause endCause,
            String oldToken, Long finishAt) {

        PairCredentials.Token token() {
            return new PairCredentials.Token(tokenId, new AppTokenHash(hashAlgorithm, hash),
                    TokenEntity.end(expiresAt, Instants.ofMillis(replacedAt), endedAt, endCause),
                    oldToken == null ? null : new PairCredentials.FirstUse(oldToken, Instants.ofMillis(finishAt)));
        }
    }

    private CredentialsQuery() {
    }

    static Optional<PairCredentials> find(EntityManager entities, String realmId, AppKey appKey) {
        return AnswerTime.limited(entities, () -> query(entities, realmId, appKey));
    }

    private static Optional<PairCredentials> query(EntityManager entities, String realmId, AppKey appKey) {
        List<Row> rows = entities.createQuery(QUERY, Row.class)
                .setParameter("realmId", realmId)
                .setParameter("appKey", appKey.value())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .stream()
                // MariaDB and MySQL compare case-insensitively
                .filter(row -> appKey.value().equals(row.appKey()))
                .toList();
        return rows.stream().findFirst().map(pair -> new PairCredentials(pair.clientUuid(),
                Instants.ofMillis(pair.disabledAt()), pair.allowedNetworks(),
                rows.stream().filter(row -> row.tokenId() != null).map(Row::token).toList()));
    }
}
