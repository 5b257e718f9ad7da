package io.github.appkeys.core.jpa.session;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/**
 * An update of one row with the expected state in its {@code where} clause (compare and set). Of two concurrent ones,
 * the database lets only the first one change the row.
 */
public final class ConditionalUpdate {

    private ConditionalUpdate() {
    }

    /**
     * Runs the update, and refreshes the entity in the persistence context if the row was changed.
     *
     * @return whether the condition held and the row was changed
     */
    public static boolean run(EntityManager entities, Query update, Class<?> type, String id) {
        entities.flush();
        boolean changed = update.executeUpdate() == 1;
        Object entity = changed ? entities.find(type, id) : null;
        if (entity != null) {
            entities.refresh(entity);
        }
        return changed;
    }
}
