package io.github.appkeys.core.jpa;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.appkeys.core.diagnosis.Attempts;
import io.github.appkeys.core.jpa.buffers.BatchWriter;
import io.github.appkeys.core.jpa.buffers.PendingAttempts;
import jakarta.persistence.EntityManager;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Writes {@link PendingAttempts} of pairs that exist; those of other appKeys are dropped. A timer runs it, and a thread
 * of its own as soon as many appKeys failed that may be made up.
 */
final class AttemptWriter implements Runnable {

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

    private final List<BatchWriter<PendingAttempts.Key, Attempts>> writers;
    private final AtomicBoolean asked = new AtomicBoolean();
    /** Without a task for some seconds it has no thread. */
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), task -> {
        Thread named = new Thread(task, TASK);
        named.setDaemon(true);
        return named;
    }, new ThreadPoolExecutor.DiscardPolicy());

    AttemptWriter(KeycloakSessionFactory sessions, PendingAttempts attempts) {
        writers = attempts.pending().stream()
                .map(pending -> new BatchWriter<>(sessions, pending, AttemptWriter::write, "Failed attempts"))
                .toList();
        thread.allowCoreThreadTimeOut(true);
        attempts.writeWith(this::soon);
    }

    @Override
    public void run() {
        writers.forEach(BatchWriter::run);
    }

    /** Stops the thread, and writes what is left. */
    void stop() {
        thread.shutdown();
        run();
    }

    /** Many threads may ask at once; one run serves them all. */
    private void soon() {
        if (asked.compareAndSet(false, true)) {
            thread.execute(() -> {
                asked.set(false);
                run();
            });
        }
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
