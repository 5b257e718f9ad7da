package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.github.appkeys.core.settings.SettingsStore;
import io.github.appkeys.core.store.AppKeySettings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** Reads settings from Keycloak's tables of components and realm attributes. Their revision is in a table of ours. */
final class JpaSettingsStore implements SettingsStore {

    private static final String IN_COMPONENT = """
            select v.name, v.value from ComponentConfigEntity v
            where v.component.realm.id = :realmId and v.component.providerType = '%s'
            """.formatted(AppKeySettings.TYPE);
    private static final String IN_ATTRIBUTES = """
            select a.name, a.value from RealmAttributeEntity a
            where a.realm.id = :realmId and a.name like '%s%%'
            """.formatted(PREFIX);
    private static final String ENABLED_IN_ATTRIBUTES = """
            select a.realm.id, a.value from RealmAttributeEntity a
            where a.name = '%senabled'
            """.formatted(PREFIX);
    private static final String RESERVE = """
            update AppKeySettingsEntity s set s.revision = :next
            where s.realmId = :realmId and s.revision = :revision
            """;
    private static final String REVISION = "select s.revision from AppKeySettingsEntity s where s.realmId = :realmId";
    private static final String REMOVE = "delete from AppKeySettingsEntity s where s.realmId = :realmId";

    /** One value by a name, or by the id of a realm. */
    record Value(String name, String value) {
    }

    private final EntityManager entities;

    JpaSettingsStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Map<String, String> values(String realmId) {
        entities.flush();
        Map<String, String> values = new HashMap<>();
        read(IN_COMPONENT, realmId).forEach(value -> values.put(PREFIX + value.name(), value.value()));
        if (values.isEmpty()) {
            read(IN_ATTRIBUTES, realmId).forEach(value -> values.put(value.name(), value.value()));
        }
        return values;
    }

    @Override
    public Optional<String> revision(String realmId) {
        return entities.createQuery(REVISION, String.class)
                .setParameter("realmId", realmId)
                .getResultStream().findFirst();
    }

    @Override
    public boolean reserve(String realmId, String revision) {
        String next = UUID.randomUUID().toString();
        if (revision == null) {
            // of two concurrent calls, the primary key rejects the second one with an exception
            entities.persist(new SettingsEntity(realmId, next));
            entities.flush();
            return true;
        }
        return entities.createQuery(RESERVE)
                .setParameter("realmId", realmId)
                .setParameter("next", next)
                .setParameter("revision", revision)
                .executeUpdate() == 1;
    }

    @Override
    public boolean notePolicyMissing(String realmId, Instant since) {
        SettingsEntity settings = entities.find(SettingsEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
        if (settings == null) {
            settings = new SettingsEntity(realmId, UUID.randomUUID().toString());
            entities.persist(settings);
        }
        return settings.notePolicyMissing(since);
    }

    @Override
    public Optional<Instant> notePolicyRestored(String realmId) {
        return Optional.ofNullable(entities.find(SettingsEntity.class, realmId))
                .flatMap(SettingsEntity::notePolicyRestored);
    }

    /** The column of the value has no index, and cannot be compared on every database. */
    @Override
    public List<String> enabledInAttributes() {
        return entities.createQuery(ENABLED_IN_ATTRIBUTES, Value.class)
                .getResultStream()
                .filter(realm -> Boolean.parseBoolean(realm.value()))
                .map(Value::name)
                .toList();
    }

    @Override
    public void removeRealm(String realmId) {
        entities.createQuery(REMOVE).setParameter("realmId", realmId).executeUpdate();
    }

    private List<Value> read(String query, String realmId) {
        return entities.createQuery(query, Value.class).setParameter("realmId", realmId).getResultList();
    }
}
