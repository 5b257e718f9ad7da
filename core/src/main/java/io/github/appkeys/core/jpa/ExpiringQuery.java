package io.github.appkeys.core.jpa;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.appkeys.core.expiry.ExpiringPairs;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Counts the pairs whose current token expires soon and whose client can be used. */
final class ExpiringQuery {

    private static final String QUERY = """
            select sum(case when t.expiresAt <= :within30 then 1 else 0 end),
                sum(case when t.expiresAt <= :within7 then 1 else 0 end),
                sum(case when t.expiresAt <= :within1 then 1 else 0 end)
            from AppKeyTokenEntity t
            join AppKeyPairEntity p on p.currentToken = t.id and p.clientUuid = t.clientUuid
            join ClientEntity c on c.id = p.clientUuid
            where t.expiresAt > :now and t.expiresAt <= :within30 and t.endedAt is null and
            """ + UsableClient.CONDITION;

    /** How many pairs expire within each of {@link ExpiringPairs#DAYS}. The sum of no row is null. */
    record Row(Long within30, Long within7, Long within1) {

        List<Long> sums() {
            return Stream.of(within30, within7, within1).map(sum -> Objects.requireNonNullElse(sum, 0L)).toList();
        }
    }

    private ExpiringQuery() {
    }

    static ExpiringPairs count(EntityManager entities, Instant now) {
        TypedQuery<Row> query = entities.createQuery(QUERY, Row.class)
                .setParameter("now", now.toEpochMilli());
        ExpiringPairs.DAYS.forEach(days -> query.setParameter("within" + days,
                now.plus(Duration.ofDays(days)).toEpochMilli()));
        return new ExpiringPairs(query.getSingleResult().sums());
    }
}
