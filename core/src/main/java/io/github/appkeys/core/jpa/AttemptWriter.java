package io.github.appkeys.core.jpa;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.github.appkeys.core.diagnosis.Attempts;
import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Writes {@link PendingAttempts} of pairs that exist, a transaction for each batch. Never throws: a timer runs it. */
final class AttemptWriter implements Runnable {

    static final String TASK = "app-key-attempts";
    /** How far what was written may be behind. */
    static final Duration INTERVAL = Duration.ofSeconds(20);

    private static final Logger LOG = Logger.getLogger(AttemptWriter.class);

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

    private final KeycloakSessionFactory sessions;
    private final PendingAttempts pending;

    AttemptWriter(KeycloakSessionFactory sessions, PendingAttempts pending) {
        this.sessions = sessions;
        this.pending = pending;
    }

    @Override
    public void run() {
        try {
            pending.drain(batch -> KeycloakModelUtils.runJobInTransaction(sessions, session -> write(session, batch)));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Attempts that failed could not be written and are kept for the next time");
        }
    }

    private static void write(KeycloakSession session, Map<PendingAttempts.Key, Attempts> batch) {
        EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
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
