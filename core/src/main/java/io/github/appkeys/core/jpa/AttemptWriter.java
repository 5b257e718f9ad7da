package io.github.appkeys.core.jpa;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.github.appkeys.core.diagnosis.Attempts;
import jakarta.persistence.EntityManager;
import org.keycloak.models.KeycloakSessionFactory;

/** Writes {@link PendingAttempts} of pairs that exist; those of other appKeys are dropped. */
final class AttemptWriter {

    static final String TASK = "app-key-attempts";
    /** The pause between two runs. */
    static final Duration INTERVAL = Duration.ofSeconds(20);

    private static final String PAIRS = """
            select c.realmId, c.clientId, c.id
            from AppKeyPairEntity p
            join ClientEntity c on c.id = p.clientUuid
            where c.clientId in :appKeys
            """;
    private static final String ADD = """
            update AppKeyAttemptEntity a
            set a.attempts = a.attempts + :count, a.lastAt = :at, a.lastFrom = :address
            where a.id = :id
            """;

    /** A pair. */
    record PairRow(String realmId, String appKey, String clientUuid) {
    }

    private AttemptWriter() {
    }

    static BatchWriter<PendingAttempts.Key, Attempts> of(KeycloakSessionFactory sessions, PendingAttempts attempts) {
        return new BatchWriter<>(sessions, attempts.pending(), AttemptWriter::write, "Failed attempts");
    }

    private static void write(EntityManager entities, Map<PendingAttempts.Key, Attempts> batch) {
        Map<String, String> clientUuids = new HashMap<>();
        entities.createQuery(PAIRS, PairRow.class)
                .setParameter("appKeys", batch.keySet().stream().map(PendingAttempts.Key::appKey).distinct().toList())
                .getResultList()
                .forEach(pair -> clientUuids.put(pair.realmId() + "/" + pair.appKey(), pair.clientUuid()));
        batch.forEach((key, attempts) -> {
            String clientUuid = clientUuids.get(key.realmId() + "/" + key.appKey());
            if (clientUuid != null) {
                add(entities, clientUuid, attempts);
            }
        });
    }

    private static void add(EntityManager entities, String clientUuid, Attempts attempts) {
        int updated = entities.createQuery(ADD)
                .setParameter("id", AttemptEntity.id(clientUuid, attempts.reason()))
                .setParameter("count", attempts.count())
                .setParameter("at", attempts.lastAt().toEpochMilli())
                .setParameter("address", attempts.lastFrom())
                .executeUpdate();
        if (updated == 0) {
            entities.persist(new AttemptEntity(clientUuid, attempts));
        }
    }
}
