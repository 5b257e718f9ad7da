package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.appkeys.core.jpa.columns.SearchText;
import io.github.appkeys.core.jpa.columns.ColumnText;
import io.github.appkeys.core.passwordgrants.PasswordGrantOrder;
import io.github.appkeys.core.passwordgrants.PasswordGrantStore;
import io.github.appkeys.core.passwordgrants.PasswordGrantUse;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Reads and removes password grants with the entity manager of the session. */
final class JpaPasswordGrantStore implements PasswordGrantStore {

    /** One row more than is shown, which tells whether there are more. */
    private static final int KEPT = LIMIT + 1;
    private static final int BATCH = 1000;

    private static final String COUNT_ALL = """
            select count(g) from AppKeyPasswordGrantEntity g
            where g.realmId = :realmId
            """;
    private static final String ALLOWED_TO = """
            select count(c) from ClientEntity c
            where c.realmId = :realmId and c.enabled = true and c.directAccessGrantsEnabled = true
            """;
    private static final String REALMS = """
            select distinct g.realmId from AppKeyPasswordGrantEntity g
            """;
    private static final String LEAST_RECENT = """
            select g.clientUuid, g.userId, g.lastAt
            from AppKeyPasswordGrantEntity g
            where g.realmId = :realmId
            order by g.lastAt desc, g.clientUuid, g.userId
            """;
    private static final String REMOVE_UNUSED = """
            delete from AppKeyPasswordGrantEntity g
            where g.clientUuid = :clientUuid and g.userId = :userId and g.lastAt = :lastAt
            """;
    private static final String REMOVE_BEFORE = """
            delete from AppKeyPasswordGrantEntity g
            where g.realmId = :realmId and g.lastAt < :before
            """;
    private static final String REMOVE_ORPHANS = """
            delete from AppKeyPasswordGrantEntity g
            where g.realmId = :realmId
            and (g.userId not like 'f:%' and not exists (select u.id from UserEntity u where u.id = g.userId)
            or g.clientUuid not like 'f:%' and not exists (select c.id from ClientEntity c where c.id = g.clientUuid))
            """;
    private static final String REMOVE_CLIENT = """
            delete from AppKeyPasswordGrantEntity g
            where g.clientUuid = :id
            """;
    private static final String REMOVE_USER = """
            delete from AppKeyPasswordGrantEntity g
            where g.userId = :id
            """;
    private static final String REMOVE_REALM = """
            delete from AppKeyPasswordGrantEntity g
            where g.realmId = :id
            """;

    /** When the last grant of a client and user was, in milliseconds since the epoch. */
    record LastGrant(String clientUuid, String userId, long lastAt) {
    }

    private final EntityManager entities;

    JpaPasswordGrantStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<PasswordGrantUse> list(String realmId, String search, PasswordGrantOrder order, int first, int max) {
        SearchText text = SearchText.of(search);
        TypedQuery<PasswordGrantQuery.Row> rows = PasswordGrantQuery.bySearch(realmId, text).rows(entities, order);
        int shown = Math.max(0, Math.min(max, LIMIT - first));
        Stream<PasswordGrantQuery.Row> found = text != null && text.isUnsure()
                ? rows.getResultStream().filter(row -> row.has(text)).skip(first).limit(shown)
                : rows.setFirstResult(first).setMaxResults(shown).getResultStream();
        return found
                .map(PasswordGrantQuery.Row::toUse)
                .toList();
    }

    @Override
    public long count(String realmId, String search) {
        SearchText text = SearchText.of(search);
        PasswordGrantQuery query = PasswordGrantQuery.bySearch(realmId, text);
        return Math.min(LIMIT, text != null && text.isUnsure()
                ? query.names(entities).getResultStream().filter(row -> row.has(text)).count()
                : query.count(entities).getSingleResult());
    }

    @Override
    public boolean isComplete(String realmId) {
        return entities.createQuery(COUNT_ALL, Long.class)
                .setParameter("realmId", realmId)
                .getSingleResult() <= LIMIT;
    }

    @Override
    public Optional<PasswordGrantUse> find(String realmId, String clientId, String username) {
        if (!ColumnText.canBeFound(clientId + username)) {
            return Optional.empty();
        }
        return PasswordGrantQuery.byNames(realmId, clientId, username).rows(entities, PasswordGrantOrder.LAST_AT)
                .getResultStream()
                .map(PasswordGrantQuery.Row::toUse)
                .filter(use -> use.clientId().equals(clientId) && use.username().equals(username))
                .findFirst();
    }

    @Override
    public long clientsAllowedTo(String realmId) {
        return entities.createQuery(ALLOWED_TO, Long.class).setParameter("realmId", realmId).getSingleResult();
    }

    @Override
    public Set<String> realms() {
        return new HashSet<>(entities.createQuery(REALMS, String.class).getResultList());
    }

    @Override
    public void prune(String realmId, Instant before) {
        entities.createQuery(REMOVE_BEFORE)
                .setParameter("realmId", realmId)
                .setParameter("before", before.toEpochMilli())
                .executeUpdate();
        entities.createQuery(REMOVE_ORPHANS)
                .setParameter("realmId", realmId)
                .executeUpdate();
        List<LastGrant> beyond;
        do {
            beyond = beyondLimit(realmId);
            beyond.forEach(this::removeUnused);
        } while (beyond.size() == BATCH);
    }

    @Override
    public void removeClient(String clientUuid) {
        remove(REMOVE_CLIENT, clientUuid);
    }

    @Override
    public void removeUser(String userId) {
        remove(REMOVE_USER, userId);
    }

    @Override
    public void removeRealm(String realmId) {
        remove(REMOVE_REALM, realmId);
    }

    private List<LastGrant> beyondLimit(String realmId) {
        return entities.createQuery(LEAST_RECENT, LastGrant.class)
                .setParameter("realmId", realmId)
                .setFirstResult(KEPT)
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** Removes the row, unless another node has written a later grant in the meantime. */
    private void removeUnused(LastGrant last) {
        entities.createQuery(REMOVE_UNUSED)
                .setParameter("clientUuid", last.clientUuid())
                .setParameter("userId", last.userId())
                .setParameter("lastAt", last.lastAt())
                .executeUpdate();
    }

    private void remove(String query, String id) {
        entities.createQuery(query).setParameter("id", id).executeUpdate();
    }
}
