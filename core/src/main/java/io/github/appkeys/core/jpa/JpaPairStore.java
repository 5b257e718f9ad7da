package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.appkeys.core.jpa.columns.ColumnText;
import io.github.appkeys.core.jpa.columns.SearchText;
import io.github.appkeys.core.jpa.session.CacheEvictions;
import io.github.appkeys.core.jpa.usage.UsageEntity;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairCursor;
import io.github.appkeys.core.pair.PairFilter;
import io.github.appkeys.core.pair.PairOrder;
import io.github.appkeys.core.pair.PairStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Stores pairs with the entity manager of the session. */
final class JpaPairStore implements PairStore {

    /** The pair first, as in all changes of more than one of the tables: locks are always taken in this order. */
    private static final List<String> REMOVE = Stream.of(
            "AppKeyPairEntity", "AppKeyTokenEntity", "AppKeyClaimEntity", "AppKeyAttemptEntity", "AppKeyUsageEntity",
            "AppKeyHistoryEntity", "AppKeyAlarmEntity").map("""
            delete from %s e
            where e.clientUuid = :clientUuid
            """::formatted).toList();

    private static final List<String> REMOVE_PARTS_OF_REALM = Stream.of(
            "AppKeyAttemptEntity", "AppKeyTokenEntity", "AppKeyClaimEntity", "AppKeyUsageEntity",
            "AppKeyHistoryEntity", "AppKeyAlarmEntity").map("""
            delete from %s e
            where e.clientUuid in (select p.clientUuid from AppKeyPairEntity p where p.realmId = :realmId)
            """::formatted).toList();
    private static final String REMOVE_PAIRS_OF_REALM = """
            delete from AppKeyPairEntity p
            where p.realmId = :realmId
            """;

    private static final String REMOVE_USAGE_OF_REALM = """
            delete from AppKeyUsageEntity u
            where u.clientUuid = '%s' and u.realmId = :realmId
            """.formatted(UsageEntity.REALM);

    /** A service account may be deleted and made anew by others than our services. */
    private static final List<String> COMPLETE = List.of("""
            update AppKeyPairEntity p set p.serviceAccount = (
                select min(u.id) from UserEntity u
                where u.realmId = p.realmId and u.serviceAccountClientLink = p.clientUuid)
            where p.serviceAccount is null or not exists (
                select u.id from UserEntity u
                where u.id = p.serviceAccount and u.serviceAccountClientLink = p.clientUuid)
            """, """
            update AppKeyPairEntity p set p.lastUsedAt = (
                select max(t.lastUsedAt) from AppKeyTokenEntity t where t.clientUuid = p.clientUuid)
            where p.lastUsedAt is null and exists (
                select t.id from AppKeyTokenEntity t where t.clientUuid = p.clientUuid and t.lastUsedAt is not null)
            """, """
            update AppKeyPairEntity p set p.lastUsedFrom = (
                select max(t.lastUsedFrom) from AppKeyTokenEntity t
                where t.clientUuid = p.clientUuid and t.lastUsedAt = p.lastUsedAt)
            where p.lastUsedFrom is null and exists (
                select t.id from AppKeyTokenEntity t
                where t.clientUuid = p.clientUuid and t.lastUsedAt = p.lastUsedAt and t.lastUsedFrom is not null)
            """);

    /** API clients of a realm that have no pair. */
    private static final String ORPHANS = """
            from ClientEntity c
            where c.realmId = :realmId and c.clientAuthenticatorType = '%s'
            and not exists (select 1 from AppKeyPairEntity p where p.clientUuid = c.id)
            """.formatted(ApiClient.AUTHENTICATOR);
    private static final String LIST_ORPHANS = """
            select c.clientId
            """ + ORPHANS + """
            order by c.clientId
            """;
    private static final String FIND_ORPHAN = """
            select c.clientId
            """ + ORPHANS + """
            and c.clientId = :appKey
            """;
    private static final String COUNT_ORPHANS = """
            select count(c)
            """ + ORPHANS;

    private final EntityManager entities;
    private final CacheEvictions evictions;

    JpaPairStore(EntityManager entities, CacheEvictions evictions) {
        this.entities = entities;
        this.evictions = evictions;
    }

    @Override
    public Optional<Pair> find(String realmId, String appKey) {
        if (!ColumnText.canBeFound(appKey)) {
            return Optional.empty();
        }
        return new PairAssembler(entities)
                .assemble(PairQuery.byAppKey(realmId, appKey).rows(entities).getResultList()).stream()
                .filter(pair -> pair.appKey().equals(appKey))
                .findFirst();
    }

    @Override
    public List<Pair> list(String realmId, PairFilter filter, PairOrder order, int first, int max) {
        return listByCursors(realmId, needsSearch(filter) ? search(realmId, filter).page(order, first, max)
                : cursors(query(realmId, filter).ordered(order), first, max));
    }

    @Override
    public List<PairCursor> cursorsAfter(String realmId, PairFilter filter, PairCursor after, int max) {
        return needsSearch(filter) ? search(realmId, filter).cursors(after, max)
                : cursors(query(realmId, filter).after(after), 0, max);
    }

    @Override
    public List<Pair> listByCursors(String realmId, List<PairCursor> cursors) {
        if (cursors.isEmpty()) {
            return List.of();
        }
        List<String> clientUuids = cursors.stream().map(PairCursor::clientUuid).toList();
        Map<String, PairQuery.Row> rows = PairQuery.byIds(realmId, clientUuids).rows(entities).getResultStream()
                .collect(Collectors.toMap(row -> row.pair().clientUuid(), row -> row));
        return new PairAssembler(entities)
                .assemble(clientUuids.stream().map(rows::get).filter(Objects::nonNull).toList());
    }

    @Override
    public long count(String realmId, PairFilter filter) {
        return needsSearch(filter) ? search(realmId, filter).count()
                : query(realmId, filter).count(entities).getSingleResult();
    }

    @Override
    public void add(String realmId, Row pair) {
        entities.persist(new PairEntity(realmId, pair));
        evictions.added(pair.clientUuid());
    }

    @Override
    public boolean hasPair(String clientUuid) {
        return entities.find(PairEntity.class, clientUuid) != null;
    }

    @Override
    public List<String> orphans(String realmId, int max) {
        return orphans(LIST_ORPHANS, String.class, realmId).setMaxResults(max).getResultList();
    }

    @Override
    public long countOrphans(String realmId) {
        return orphans(COUNT_ORPHANS, Long.class, realmId).getSingleResult();
    }

    @Override
    public boolean isOrphan(String realmId, String appKey) {
        // some databases compare without regard to case
        return orphans(FIND_ORPHAN, String.class, realmId).setParameter("appKey", appKey).getResultList()
                .contains(appKey);
    }

    @Override
    public void setContact(String clientUuid, String contact) {
        change(clientUuid, pair -> pair.setContact(contact));
    }

    @Override
    public void setAllowedNetworks(String clientUuid, AllowedNetworks networks) {
        change(clientUuid, pair -> pair.setAllowedNetworks(networks));
    }

    @Override
    public boolean setDisabledAt(String clientUuid, Instant disabledAt) {
        AtomicBoolean changed = new AtomicBoolean();
        change(clientUuid, pair -> changed.set(pair.setDisabledAt(disabledAt)));
        return changed.get();
    }

    @Override
    public void setAccount(String clientUuid, String account) {
        change(clientUuid, pair -> pair.setServiceAccount(account));
    }

    @Override
    public void complete() {
        COMPLETE.forEach(query -> entities.createQuery(query).executeUpdate());
    }

    @Override
    public void remove(String clientUuid) {
        REMOVE.forEach(query -> entities.createQuery(query).setParameter("clientUuid", clientUuid).executeUpdate());
        evictions.changed(clientUuid);
    }

    @Override
    public void removeRealm(String realmId) {
        removeRealm(REMOVE_USAGE_OF_REALM, realmId);
        // the pairs last, since the other rows are found through them
        REMOVE_PARTS_OF_REALM.forEach(query -> removeRealm(query, realmId));
        removeRealm(REMOVE_PAIRS_OF_REALM, realmId);
    }

    private static boolean needsSearch(PairFilter filter) {
        return filter.hasSearch() && SearchText.of(filter.search()).isUnsure();
    }

    private PairQuery query(String realmId, PairFilter filter) {
        return FilterCondition.query(realmId, filter, HintQuery.pairs(entities, realmId, filter));
    }

    private List<PairCursor> cursors(PairQuery query, int first, int max) {
        return query.cursors(entities).setFirstResult(first).setMaxResults(max).getResultStream()
                .map(PairQuery.CursorRow::toCursor)
                .toList();
    }

    private PairSearch search(String realmId, PairFilter filter) {
        return new PairSearch(entities, realmId, filter);
    }

    private <T> TypedQuery<T> orphans(String text, Class<T> type, String realmId) {
        return entities.createQuery(text, type).setParameter("realmId", realmId);
    }

    private void removeRealm(String query, String realmId) {
        entities.createQuery(query).setParameter("realmId", realmId).executeUpdate();
    }

    private void change(String clientUuid, Consumer<PairEntity> change) {
        PairEntity pair = entities.find(PairEntity.class, clientUuid);
        if (pair != null) {
            change.accept(pair);
            evictions.changed(clientUuid);
        }
    }
}
