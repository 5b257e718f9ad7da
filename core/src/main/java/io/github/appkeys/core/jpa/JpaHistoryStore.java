package io.github.appkeys.core.jpa;

import java.util.List;

import io.github.appkeys.core.history.HistoryEntry;
import io.github.appkeys.core.history.HistoryStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Stores what happened to pairs with the entity manager of the session. */
final class JpaHistoryStore implements HistoryStore {

    private static final String LIST = """
            select h from AppKeyHistoryEntity h
            where h.clientUuid = :clientUuid
            order by h.at desc, h.id desc
            """;
    /** How many are removed at once; there are more than one only after two requests at the same moment. */
    private static final int SURPLUS = 100;

    private final EntityManager entities;

    JpaHistoryStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(String clientUuid, HistoryEntry entry) {
        entities.persist(new HistoryEntity(clientUuid, entry));
        switch (entry.act()) {
            case CREATED, ADOPTED, IMPORTED -> { }
            default -> query(clientUuid, KEPT, SURPLUS).getResultList().forEach(entities::remove);
        }
    }

    @Override
    public List<HistoryEntry> list(String clientUuid, int first, int max) {
        int left = Math.max(0, KEPT - first);
        return left == 0 || max == 0 ? List.of() : query(clientUuid, first, Math.min(max, left)).getResultStream()
                .map(HistoryEntity::toEntry)
                .toList();
    }

    private TypedQuery<HistoryEntity> query(String clientUuid, int first, int max) {
        return entities.createQuery(LIST, HistoryEntity.class)
                .setParameter("clientUuid", clientUuid)
                .setFirstResult(first)
                .setMaxResults(max);
    }
}
