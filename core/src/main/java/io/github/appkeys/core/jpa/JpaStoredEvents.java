package io.github.appkeys.core.jpa;

import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.appkeys.core.store.StoredEvents;
import jakarta.persistence.EntityManager;
import org.keycloak.events.jpa.AdminEventEntity;
import org.keycloak.events.jpa.EventEntity;

/** Keycloak's own store keeps events in the persistence context of the session, so a change reaches the same row. */
final class JpaStoredEvents implements StoredEvents {

    private final EntityManager entities;

    JpaStoredEvents(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void rewrite(String id, UnaryOperator<String> rewrite) {
        Optional.ofNullable(id).map(present -> entities.find(EventEntity.class, present)).ifPresent(event -> {
            event.setClientId(rewrite.apply(event.getClientId()));
            event.setDetailsJson(rewrite.apply(event.getDetailsJson()));
        });
    }

    @Override
    public void rewriteAdminEvent(String id, UnaryOperator<String> rewrite) {
        Optional.ofNullable(id).map(present -> entities.find(AdminEventEntity.class, present)).ifPresent(event -> {
            event.setResourcePath(rewrite.apply(event.getResourcePath()));
            event.setRepresentation(rewrite.apply(event.getRepresentation()));
        });
    }
}
