package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.appkeys.core.passwordgrants.PasswordGrantOrder;
import io.github.appkeys.core.passwordgrants.PasswordGrantStore;
import io.github.appkeys.core.passwordgrants.PasswordGrantUse;
import jakarta.persistence.EntityManager;

/** Password grants on the entity manager of the session. */
final class JpaPasswordGrantStore implements PasswordGrantStore {

    /** One more row is kept than is shown, by which it is known that there were more. */
    private static final int KEPT = LIMIT + 1;
    private static final int BATCH = 1000;

    /** When the last grant of a client and user was. */
    record LastGrant(String clientUuid, String userId, long lastAt) {
    }

    private final EntityManager entities;

    JpaPasswordGrantStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<PasswordGrantUse> list(String realmId, String search, PasswordGrantOrder order, int first, int max) {
        return PasswordGrantQuery.bySearch(realmId, search).rows(entities, order)
                .setFirstResult(first)
                .setMaxResults(Math.max(0, Math.min(max, LIMIT - first)))
                .getResultStream()
                .map(PasswordGrantQuery.Row::toUse)
                .toList();
    }

    @Override
    public long count(String realmId, String search) {
        return Math.min(LIMIT, PasswordGrantQuery.bySearch(realmId, search).count(entities).getSingleResult());
    }

    @Override
    public boolean isComplete(String realmId) {
        return entities.createNamedQuery("AppKeyPasswordGrantEntity.ofRealm", Long.class)
                .setParameter("realmId", realmId)
                .getSingleResult() <= LIMIT;
    }

    @Override
    public Optional<PasswordGrantUse> find(String realmId, String clientId, String username) {
        return PasswordGrantQuery.byNames(realmId, clientId, username).rows(entities, PasswordGrantOrder.LAST_AT)
                .getResultStream()
                .map(PasswordGrantQuery.Row::toUse)
                .filter(use -> use.clientId().equals(clientId) && use.username().equals(username))
                .findFirst();
    }

    @Override
    public Set<String> realms() {
        return new HashSet<>(entities.createNamedQuery("AppKeyPasswordGrantEntity.realms", String.class)
                .getResultList());
    }

    @Override
    public void prune(String realmId, Instant before) {
        entities.createNamedQuery("AppKeyPasswordGrantEntity.removeBefore")
                .setParameter("realmId", realmId)
                .setParameter("before", before.toEpochMilli())
                .executeUpdate();
        entities.createNamedQuery("AppKeyPasswordGrantEntity.removeOrphans")
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
        remove("AppKeyPasswordGrantEntity.removeClient", clientUuid);
    }

    @Override
    public void removeUser(String userId) {
        remove("AppKeyPasswordGrantEntity.removeUser", userId);
    }

    @Override
    public void removeRealm(String realmId) {
        remove("AppKeyPasswordGrantEntity.removeRealm", realmId);
    }

    private List<LastGrant> beyondLimit(String realmId) {
        return entities.createNamedQuery("AppKeyPasswordGrantEntity.leastRecent", LastGrant.class)
                .setParameter("realmId", realmId)
                .setFirstResult(KEPT)
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** Unless another node has just written that it was used again. */
    private void removeUnused(LastGrant last) {
        entities.createNamedQuery("AppKeyPasswordGrantEntity.removeUnused")
                .setParameter("clientUuid", last.clientUuid())
                .setParameter("userId", last.userId())
                .setParameter("lastAt", last.lastAt())
                .executeUpdate();
    }

    private void remove(String query, String id) {
        entities.createNamedQuery(query).setParameter("id", id).executeUpdate();
    }
}
