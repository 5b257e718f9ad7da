package io.github.appkeys.core.jpa;

import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.exchange.CredentialsStore;
import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.jpa.session.AnswerTime;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppTokenHash;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.TypedQuery;

/**
 * What an exchange reads, in one query: a pair with the appToken that was presented, or with all of its appTokens. It
 * uses Keycloak's unique index on realm and clientId. It selects columns instead of entities, so that nothing is added
 * to the persistence context or checked for changes. It begins with the realm, so that there is one row as well where
 * the appKey is not known: the time does not tell an unknown appKey from a wrong appToken, however many a pair has had.
 */
final class JpaCredentialsStore implements CredentialsStore {

    private static final String PAIR = """
            select c.clientId, p.clientUuid, p.disabledAt, p.allowedNetworks,
                t.id, t.hashAlgorithm, t.hash, t.expiresAt,
                case when t.id = p.oldToken then p.renewalFinishAt end, t.endedAt, t.endCause,
                case when t.id = p.currentToken and t.id = p.awaitedToken then p.oldToken end, p.renewalFinishAt,
                case when exists (select a.id from AppKeyAlarmEntity a where a.id = concat(t.id, ':CLEARTEXT'))
                    then 1 else 0 end
            from RealmEntity r
            left join ClientEntity c on c.realmId = r.id and c.clientId = :appKey
            left join AppKeyPairEntity p on p.clientUuid = c.id
            left join AppKeyTokenEntity t on t.clientUuid = p.clientUuid%s
            where r.id = :realmId
            """;
    private static final String WITH_ALL = PAIR.formatted("");
    private static final String WITH_PRESENTED = PAIR.formatted(" and t.hash = :hash");

    /**
     * A pair with one of its tokens. The columns of the token are null if there is none, those of the pair as well if
     * the realm has no such pair.
     *
     * @param replacedAt when a renewal ends the token; null for never
     * @param oldToken   the token that ends at the first use of this one; null for none
     * @param finishAt   when the renewal of the pair ends; null for never
     * @param disclosed  1 where the token was sent without TLS before
     */
    record Row(String appKey, String clientUuid, Long disabledAt, String allowedNetworks, String tokenId,
            String hashAlgorithm, String hash, Long expiresAt, Long replacedAt, Long endedAt, TokenEnd.Cause endCause,
            String oldToken, Long finishAt, int disclosed) {

        PairCredentials.Token token() {
            return new PairCredentials.Token(tokenId, new AppTokenHash(hashAlgorithm, hash),
                    TokenEntity.end(expiresAt, Instants.ofMillis(replacedAt), endedAt, endCause),
                    oldToken == null ? null : new PairCredentials.FirstUse(oldToken, Instants.ofMillis(finishAt)),
                    disclosed == 1);
        }
    }

    private final EntityManager entities;

    JpaCredentialsStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<PairCredentials> find(String realmId, AppKey appKey) {
        return find(entities.createQuery(WITH_ALL, Row.class), realmId, appKey);
    }

    @Override
    public Optional<PairCredentials> find(String realmId, AppKey appKey, AppTokenHash presented) {
        return find(entities.createQuery(WITH_PRESENTED, Row.class).setParameter("hash", presented.hex()), realmId,
                appKey);
    }

    private Optional<PairCredentials> find(TypedQuery<Row> query, String realmId, AppKey appKey) {
        query.setParameter("realmId", realmId).setParameter("appKey", appKey.value())
                .setFlushMode(FlushModeType.COMMIT);
        List<Row> rows = AnswerTime.limited(entities, query::getResultList).stream()
                // MariaDB and MySQL compare case-insensitively
                .filter(row -> row.clientUuid() != null && appKey.value().equals(row.appKey()))
                .toList();
        return rows.stream().findFirst().map(pair -> new PairCredentials(pair.clientUuid(),
                Instants.ofMillis(pair.disabledAt()), pair.allowedNetworks(),
                rows.stream().filter(row -> row.tokenId() != null).map(Row::token).toList()));
    }
}
