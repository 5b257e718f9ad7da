package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.github.appkeys.core.expiry.ExpiringPairs;
import io.github.appkeys.core.expiry.ExpiryNotice;
import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.jpa.session.CacheEvictions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/**
 * Stores the last notice in the columns NOTICED_DAYS and MAILED_DAYS. Conditional updates only make the numbers
 * smaller, so that each notice is reserved once.
 */
final class JpaNoticeStore implements NoticeStore {

    private static final String FROM = """
            from AppKeyTokenEntity t
            join AppKeyPairEntity p on p.clientUuid = t.clientUuid
            join ClientEntity c on c.id = p.clientUuid
            where t.endedAt is null
            """;
    private static final String EXPIRING = """
            and p.currentToken = t.id and t.expiresAt > :after and t.expiresAt <= :until and %s
            """.formatted(UsableClient.CONDITION);
    private static final String NOT_MAILED = """
            (p.contact is not null and (t.mailedDays is null or t.mailedDays > t.noticedDays))
            """;
    private static final String REALMS = """
            select distinct p.realmId
            """ + FROM + EXPIRING + """
            and (t.noticedDays is null
                or t.expiresAt <= :week and t.noticedDays > :weekDays
                or t.expiresAt <= :day and t.noticedDays > :dayDays
                or %s)
            """.formatted(NOT_MAILED);

    private static final String TOKENS = """
            select t.id, c.clientId, c.name, p.contact, t.expiresAt
            """ + FROM;
    private static final String PAGE = """
            and p.realmId = :realmId and t.id > :id
            order by t.id
            """;
    private static final String UNNOTICED = TOKENS + EXPIRING + """
            and (t.noticedDays is null or t.noticedDays > :days)
            """ + PAGE;
    private static final String UNMAILED = TOKENS + EXPIRING + """
            and t.noticedDays = :days and %s
            """.formatted(NOT_MAILED) + PAGE;

    private static final String RESERVE_NOTICE = """
            update AppKeyTokenEntity t set t.noticedDays = :days
            where t.id = :id and (t.noticedDays is null or t.noticedDays > :days)
            """;
    private static final String RESERVE_MAIL = """
            update AppKeyTokenEntity t set t.mailedDays = :days
            where t.id = :id and (t.mailedDays is null or t.mailedDays > :days)
            """;
    private static final String RELEASE_MAIL = """
            update AppKeyTokenEntity t set t.mailedDays = null
            where t.id = :id and t.mailedDays = :days
            """;

    /** The columns of a {@link NoticeStore.Token}. */
    record Row(String id, String appKey, String label, String contact, Long expiresAt) {

        Token toToken() {
            return new Token(id, appKey, label, contact, Instants.ofMillis(expiresAt));
        }
    }

    private final EntityManager entities;
    private final CacheEvictions evictions;

    JpaNoticeStore(EntityManager entities, CacheEvictions evictions) {
        this.entities = entities;
        this.evictions = evictions;
    }

    @Override
    public Set<String> realms(Instant now) {
        ExpiryNotice day = ExpiryNotice.EXPIRES_IN_1_DAY;
        ExpiryNotice week = ExpiryNotice.EXPIRES_IN_7_DAYS;
        return Set.copyOf(entities.createQuery(REALMS, String.class)
                .setParameter("after", now.toEpochMilli())
                .setParameter("until", ExpiryNotice.EXPIRES_IN_30_DAYS.until(now).toEpochMilli())
                .setParameter("week", week.until(now).toEpochMilli())
                .setParameter("weekDays", week.days())
                .setParameter("day", day.until(now).toEpochMilli())
                .setParameter("dayDays", day.days())
                .getResultList());
    }

    @Override
    public List<Token> unnoticed(String realmId, ExpiryNotice notice, Instant now, String after, int max) {
        return page(expiring(UNNOTICED, notice, now), realmId, after, max);
    }

    @Override
    public boolean reserveNotice(String tokenId, ExpiryNotice notice) {
        return update(RESERVE_NOTICE, tokenId, notice) == 1;
    }

    @Override
    public List<Token> unmailed(String realmId, ExpiryNotice notice, Instant now, String after, int max) {
        return page(expiring(UNMAILED, notice, now), realmId, after, max);
    }

    @Override
    public boolean reserveMail(String tokenId, ExpiryNotice notice) {
        return update(RESERVE_MAIL, tokenId, notice) == 1;
    }

    @Override
    public void releaseMail(String tokenId, ExpiryNotice notice) {
        update(RELEASE_MAIL, tokenId, notice);
    }

    @Override
    public ExpiringPairs countExpiring(Instant now) {
        return ExpiringQuery.count(entities, now);
    }

    private TypedQuery<Row> expiring(String query, ExpiryNotice notice, Instant now) {
        return entities.createQuery(query, Row.class)
                .setParameter("days", notice.days())
                .setParameter("after", notice.after(now).toEpochMilli())
                .setParameter("until", notice.until(now).toEpochMilli());
    }

    private int update(String query, String tokenId, ExpiryNotice notice) {
        evictions.changedToken(tokenId);
        return entities.createQuery(query)
                .setParameter("id", tokenId)
                .setParameter("days", notice.days())
                .executeUpdate();
    }

    private static List<Token> page(TypedQuery<Row> query, String realmId, String after, int max) {
        return query.setParameter("realmId", realmId)
                .setParameter("id", after)
                .setMaxResults(max)
                .getResultStream()
                .map(Row::toToken)
                .toList();
    }
}
