package io.github.appkeys.core.jpa;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.github.appkeys.core.settings.SettingsStore;
import jakarta.persistence.EntityManager;
import org.keycloak.models.jpa.entities.RealmAttributeEntity;
import org.keycloak.models.jpa.entities.RealmEntity;

/** Stores settings in Keycloak's table of realm attributes. */
final class JpaSettingsStore implements SettingsStore {

    private static final String ATTRIBUTES = """
            select a.name, a.value from RealmAttributeEntity a
            where a.realm.id = :realmId and a.name like '%s%%'
            """.formatted(PREFIX);
    private static final String RESERVE = """
            update RealmAttributeEntity a set a.value = :next
            where a.realm.id = :realmId and a.name = '%s' and a.value = :revision
            """.formatted(REVISION);

    /** One attribute of a realm. */
    record Attribute(String name, String value) {
    }

    private final EntityManager entities;

    JpaSettingsStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Map<String, String> attributes(String realmId) {
        entities.flush();
        Map<String, String> attributes = new HashMap<>();
        entities.createQuery(ATTRIBUTES, Attribute.class)
                .setParameter("realmId", realmId)
                .getResultList()
                .forEach(attribute -> attributes.put(attribute.name(), attribute.value()));
        return attributes;
    }

    @Override
    public boolean reserve(String realmId, String revision) {
        String next = UUID.randomUUID().toString();
        if (revision == null) {
            add(realmId, next);
            return true;
        }
        return entities.createQuery(RESERVE)
                .setParameter("realmId", realmId)
                .setParameter("next", next)
                .setParameter("revision", revision)
                .executeUpdate() == 1;
    }

    /** Of two concurrent calls, the primary key rejects the second one with an exception. */
    private void add(String realmId, String revision) {
        RealmAttributeEntity attribute = new RealmAttributeEntity();
        attribute.setRealm(entities.find(RealmEntity.class, realmId));
        attribute.setName(REVISION);
        attribute.setValue(revision);
        entities.persist(attribute);
        entities.flush();
    }
}
