package io.github.appkeys.core.jpa;

import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppTokenHash;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;

/**
 * The one query of an exchange. It starts at Keycloak's unique index on realm and clientId and reads columns, not
 * entities, so nothing is kept in the persistence context or written back.
 */
final class CredentialsQuery {

    private static final String QUERY = """
            select c.clientId, p.clientUuid, p.disabledAt, p.allowedNetworks, t.id, t.hashAlgorithm, t.hash, \
            t.expiresAt,
                case when t.id = p.oldToken then p.renewalFinishAt end, t.endedAt, t.endCause
            from ClientEntity c
            join AppKeyPairEntity p on p.clientUuid = c.id
            left join AppKeyTokenEntity t on t.clientUuid = p.clientUuid
            where c.realmId = :realmId and c.clientId = :appKey""";

    private CredentialsQuery() {
    }

    static Optional<PairCredentials> find(EntityManager entities, String realmId, AppKey appKey) {
        List<Object[]> rows = entities.createQuery(QUERY, Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("appKey", appKey.value())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .stream()
                // MariaDB and MySQL compare without regard to case
                .filter(row -> appKey.value().equals(row[0]))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] pair = rows.get(0);
        return Optional.of(new PairCredentials((String) pair[1], Instants.ofMillis((Long) pair[2]),
                AllowedNetworks.fromText((String) pair[3]),
                rows.stream().filter(row -> row[4] != null).map(CredentialsQuery::token).toList()));
    }

    private static PairCredentials.Token token(Object[] row) {
        return new PairCredentials.Token((String) row[4], new AppTokenHash((String) row[5], (String) row[6]),
                TokenEntity.end((Long) row[7], Instants.ofMillis((Long) row[8]), (Long) row[9],
                        (TokenEnd.Cause) row[10]));
    }
}
