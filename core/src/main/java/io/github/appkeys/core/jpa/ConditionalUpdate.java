package io.github.appkeys.core.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** One statement that changes a row where a condition holds: the database decides who was first. */
final class ConditionalUpdate {

    private ConditionalUpdate() {
    }

    /**
     * What the persistence context holds of the row is read again.
     *
     * @return whether the condition held
     */
    static boolean run(EntityManager entities, Query update, Class<?> type, String id) {
        entities.flush();
        boolean changed = update.executeUpdate() == 1;
        Object entity = changed ? entities.find(type, id) : null;
        if (entity != null) {
            entities.refresh(entity);
        }
        return changed;
    }
}
