package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.jpa.columns.ColumnText;
import io.github.appkeys.core.jpa.session.AnswerTime;
import io.github.appkeys.core.jpa.session.CacheEvictions;
import io.github.appkeys.core.jpa.session.ConditionalUpdate;
import io.github.appkeys.core.pair.ExportedToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.StoredToken;
import io.github.appkeys.core.pair.TokenStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** Changes tokens, with one conditional update for each change. */
final class JpaTokenStore implements TokenStore {

    /** How many ended tokens of a pair are kept, so that their holders can be given the reason. */
    private static final int KEPT = 5;

    private static final String SET_TOKENS = """
            update AppKeyPairEntity p
            set p.currentToken = :current, p.oldToken = :old, p.renewalStartedAt = :startedAt,
                p.renewalFinishAt = :finishAt, p.awaitedToken = :awaited
            where
            """ + UnchangedPair.CONDITION;
    /** Of a pair {@code p}: that its holder renewed it, and the new token is unused. */
    private static final String AWAITED = """
            p.clientUuid = :clientUuid and p.oldToken = :old and p.currentToken = :unused
            and p.awaitedToken = p.currentToken and (p.renewalFinishAt is null or p.renewalFinishAt > :now)
            """;
    private static final String END_RENEWAL_BY_USE = """
            update AppKeyPairEntity p
            set p.oldToken = null, p.renewalStartedAt = null, p.renewalFinishAt = null, p.awaitedToken = null
            where
            """ + AWAITED;
    private static final String REPLACE_UNUSED = """
            update AppKeyPairEntity p
            set p.currentToken = :current, p.awaitedToken = :current, p.renewalStartedAt = :now
            where
            """ + AWAITED;
    private static final String HOLD = """
            update AppKeyTokenEntity t
            set t.createdAt = t.createdAt
            where t.id = :id and t.clientUuid = :clientUuid and t.endedAt is null
            """;
    private static final String END_RENEWAL = """
            update AppKeyPairEntity p
            set p.currentToken = :current, p.oldToken = null, p.renewalStartedAt = null, p.renewalFinishAt = null
            where p.clientUuid = :clientUuid and p.oldToken = :old
            and (p.renewalFinishAt is null or p.renewalFinishAt > :now)
            """;
    private static final String END = """
            update AppKeyTokenEntity t
            set t.endedAt = :at, t.endCause = :cause, t.endedBy = :by
            where t.id = :id and t.clientUuid = :clientUuid and t.endedAt is null
            """;
    private static final String ENDED = """
            select t.id from AppKeyTokenEntity t
            where t.clientUuid = :clientUuid and t.endedAt is not null
            order by t.endedAt desc, t.id
            """;

    private final EntityManager entities;
    private final CacheEvictions evictions;

    JpaTokenStore(EntityManager entities, CacheEvictions evictions) {
        this.entities = entities;
        this.evictions = evictions;
    }

    @Override
    public boolean add(String clientUuid, StoredToken token, String expected, Pair.Renewal renewal) {
        Query update = UnchangedPair.with(entities.createQuery(SET_TOKENS), clientUuid, expected, token.createdAt())
                .setParameter("current", token.id())
                .setParameter("old", renewal == null ? null : renewal.oldTokenId())
                .setParameter("startedAt", renewal == null ? null : Instants.toMillis(renewal.startedAt()))
                .setParameter("finishAt", renewal == null ? null : Instants.toMillis(renewal.finishAt()))
                .setParameter("awaited", renewal != null && renewal.byHolder() ? token.id() : null);
        if (!run(update, PairEntity.class, clientUuid, clientUuid)) {
            return false;
        }
        entities.persist(new TokenEntity(clientUuid, token));
        return true;
    }

    @Override
    public boolean endRenewal(String clientUuid, String oldTokenId, String current, Instant now) {
        Query update = entities.createQuery(END_RENEWAL)
                .setParameter("clientUuid", clientUuid)
                .setParameter("old", oldTokenId)
                .setParameter("current", current)
                .setParameter("now", now.toEpochMilli());
        return run(update, PairEntity.class, clientUuid, clientUuid);
    }

    @Override
    public boolean endRenewalByUse(String clientUuid, String oldTokenId, String current, Instant now) {
        Query update = awaited(END_RENEWAL_BY_USE, clientUuid, oldTokenId, current, now);
        return AnswerTime.limited(entities, () -> run(update, PairEntity.class, clientUuid, clientUuid));
    }

    @Override
    public boolean replaceUnused(String clientUuid, StoredToken token, String unused, Pair.Renewal renewal) {
        Query update = awaited(REPLACE_UNUSED, clientUuid, renewal.oldTokenId(), unused, renewal.startedAt())
                .setParameter("current", token.id());
        if (!run(update, PairEntity.class, clientUuid, clientUuid)) {
            return false;
        }
        entities.persist(new TokenEntity(clientUuid, token));
        return true;
    }

    @Override
    public boolean hold(String clientUuid, String tokenId) {
        Query update = entities.createQuery(HOLD)
                .setParameter("clientUuid", clientUuid)
                .setParameter("id", tokenId);
        return run(update, TokenEntity.class, tokenId, clientUuid);
    }

    @Override
    public boolean end(String clientUuid, String tokenId, TokenEnd end, String by) {
        Query update = entities.createQuery(END)
                .setParameter("clientUuid", clientUuid)
                .setParameter("id", tokenId)
                .setParameter("at", end.at().toEpochMilli())
                .setParameter("cause", end.cause())
                .setParameter("by", ColumnText.name(by));
        boolean ended = run(update, TokenEntity.class, tokenId, clientUuid);
        if (ended) {
            forgetOldest(clientUuid);
        }
        return ended;
    }

    @Override
    public void restore(String clientUuid, List<ExportedToken> tokens, String current, Pair.Renewal renewal,
            Instant now) {
        entities.find(PairEntity.class, clientUuid).setTokens(current, renewal);
        tokens.forEach(token -> entities.persist(new TokenEntity(clientUuid, token, now)));
        evictions.changed(clientUuid);
    }

    @Override
    public Map<String, ExportedToken> kept(List<String> clientUuids) {
        return TokenQuery.ofPairs(entities, clientUuids)
                .collect(Collectors.toMap(TokenEntity::id, TokenEntity::toKept));
    }

    private Query awaited(String update, String clientUuid, String oldTokenId, String unused, Instant now) {
        return entities.createQuery(update)
                .setParameter("clientUuid", clientUuid)
                .setParameter("old", oldTokenId)
                .setParameter("unused", unused)
                .setParameter("now", now.toEpochMilli());
    }

    private boolean run(Query update, Class<?> entity, String id, String clientUuid) {
        evictions.changed(clientUuid);
        return ConditionalUpdate.run(entities, update, entity, id);
    }

    private void forgetOldest(String clientUuid) {
        List<String> oldest = entities.createQuery(ENDED, String.class)
                .setParameter("clientUuid", clientUuid)
                .setFirstResult(KEPT)
                .getResultList();
        oldest.forEach(id -> {
            TokenEntity entity = entities.find(TokenEntity.class, id);
            if (entity != null) {
                entities.remove(entity);
            }
        });
    }
}
