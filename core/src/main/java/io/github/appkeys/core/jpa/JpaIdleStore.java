package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.appkeys.core.expiry.IdleRule;
import io.github.appkeys.core.expiry.IdleStore;
import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.jpa.session.CacheEvictions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Stores notices of idle tokens in the columns IDLE_NOTICED_AT and IDLE_MAILED_AT. */
final class JpaIdleStore implements IdleStore {

    private static final String FROM = """
            from AppKeyTokenEntity t
            join AppKeyPairEntity p on p.clientUuid = t.clientUuid
            join ClientEntity c on c.id = p.clientUuid
            where p.realmId = :realmId and t.endedAt is null
            and t.createdAt < :before and (t.lastUsedAt is null or t.lastUsedAt < :before)
            and (t.importedAt is null or t.importedAt < :before)
            and\s""" + TokenQuery.NOT_OVER;
    private static final String TOKENS = """
            select t.id, c.clientId, c.name, p.contact, t.createdAt, t.lastUsedAt, t.importedAt
            """ + FROM;
    private static final String PAGE = """
            and t.id > :id
            order by t.id
            """;
    /** True or false, never unknown, so that it can be negated. */
    private static final String NOTICED = """
            (coalesce(t.idleNoticedAt, 0) > coalesce(t.lastUsedAt, 0)
            and coalesce(t.idleNoticedAt, 0) > coalesce(t.importedAt, 0)
            and coalesce(t.idleNoticedAt, 0) > :since)
            """;
    private static final String IDLE = TOKENS + """
            and t.idleNoticedAt <= :noticedBefore and %s
            """.formatted(NOTICED) + PAGE;
    private static final String UNNOTICED = TOKENS + """
            and not %s
            """.formatted(NOTICED) + PAGE;
    private static final String UNMAILED = TOKENS + """
            and p.contact is not null and (t.idleMailedAt is null or t.idleMailedAt < t.idleNoticedAt) and %s
            """.formatted(NOTICED) + PAGE;
    private static final String COUNT = """
            select count(t)
            """ + FROM;

    private static final String RESERVE_NOTICE = """
            update AppKeyTokenEntity t set t.idleNoticedAt = :now
            where t.id = :id and not %s
            """.formatted(NOTICED);
    private static final String RESERVE_MAIL = """
            update AppKeyTokenEntity t set t.idleMailedAt = :now
            where t.id = :id and (t.idleMailedAt is null or t.idleMailedAt < t.idleNoticedAt)
            """;
    private static final String RELEASE_MAIL = """
            update AppKeyTokenEntity t set t.idleMailedAt = null
            where t.id = :id
            """;

    /** A token, with all that tells since when it is unused. */
    record Row(String id, String appKey, String label, String contact, long createdAt, Long lastUsedAt,
            Long importedAt) {

        NoticeStore.Token toToken(IdleRule rule) {
            long active = Stream.of(createdAt, lastUsedAt, importedAt).filter(Objects::nonNull)
                    .mapToLong(Long::longValue).max().orElseThrow();
            return new NoticeStore.Token(id, appKey, label, contact, rule.end(Instant.ofEpochMilli(active)));
        }
    }

    private final EntityManager entities;
    private final CacheEvictions evictions;

    JpaIdleStore(EntityManager entities, CacheEvictions evictions) {
        this.entities = entities;
        this.evictions = evictions;
    }

    @Override
    public List<NoticeStore.Token> idle(String realmId, IdleRule rule, String after, int max) {
        if (!rule.since().isBefore(rule.idleBefore())) {
            return List.of();
        }
        return page(query(IDLE, realmId, rule.idleBefore(), rule)
                .setParameter("noticedBefore", rule.noticedBefore().toEpochMilli()), rule, after, max);
    }

    @Override
    public List<NoticeStore.Token> unnoticed(String realmId, IdleRule rule, String after, int max) {
        return due(UNNOTICED, realmId, rule, after, max);
    }

    @Override
    public boolean reserveNotice(String tokenId, IdleRule rule) {
        evictions.changedToken(tokenId);
        return entities.createQuery(RESERVE_NOTICE)
                .setParameter("id", tokenId)
                .setParameter("since", rule.since().toEpochMilli())
                .setParameter("now", rule.now().toEpochMilli())
                .executeUpdate() == 1;
    }

    @Override
    public List<NoticeStore.Token> unmailed(String realmId, IdleRule rule, String after, int max) {
        return due(UNMAILED, realmId, rule, after, max);
    }

    @Override
    public boolean reserveMail(String tokenId, Instant now) {
        evictions.changedToken(tokenId);
        return entities.createQuery(RESERVE_MAIL)
                .setParameter("id", tokenId)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate() == 1;
    }

    @Override
    public void releaseMail(String tokenId) {
        evictions.changedToken(tokenId);
        entities.createQuery(RELEASE_MAIL).setParameter("id", tokenId).executeUpdate();
    }

    @Override
    public long countUnused(String realmId, Instant before, Instant now) {
        return entities.createQuery(COUNT, Long.class)
                .setParameter("realmId", realmId)
                .setParameter("before", before.toEpochMilli())
                .setParameter("now", now.toEpochMilli())
                .getSingleResult();
    }

    private List<NoticeStore.Token> due(String text, String realmId, IdleRule rule, String after, int max) {
        if (!rule.since().isBefore(rule.dueBefore())) {
            return List.of();
        }
        return page(query(text, realmId, rule.dueBefore(), rule), rule, after, max);
    }

    private TypedQuery<Row> query(String text, String realmId, Instant before, IdleRule rule) {
        return entities.createQuery(text, Row.class)
                .setParameter("realmId", realmId)
                .setParameter("before", before.toEpochMilli())
                .setParameter("since", rule.since().toEpochMilli())
                .setParameter("now", rule.now().toEpochMilli());
    }

    private static List<NoticeStore.Token> page(TypedQuery<Row> query, IdleRule rule, String after, int max) {
        return query.setParameter("id", after)
                .setMaxResults(max)
                .getResultStream()
                .map(row -> row.toToken(rule))
                .toList();
    }
}
