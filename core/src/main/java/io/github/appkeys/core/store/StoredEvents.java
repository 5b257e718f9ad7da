package io.github.appkeys.core.store;

import java.util.function.UnaryOperator;

/** Keycloak's events that this session has stored in the database. */
public interface StoredEvents {

    /**
     * Rewrites the texts of an event. Does nothing if the event is not stored, or not in the database.
     *
     * @param id      the id of the event
     * @param rewrite is given each text; returns the same text where nothing is to be changed
     */
    void rewrite(String id, UnaryOperator<String> rewrite);

    /** The same for an admin event. */
    void rewriteAdminEvent(String id, UnaryOperator<String> rewrite);
}
