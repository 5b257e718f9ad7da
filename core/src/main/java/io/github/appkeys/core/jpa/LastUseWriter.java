package io.github.appkeys.core.jpa;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.appkeys.core.diagnosis.DiagnosisStore.Use;
import io.github.appkeys.core.jpa.buffers.BatchWriter;
import io.github.appkeys.core.jpa.buffers.LastUses;
import jakarta.persistence.EntityManager;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Writes {@link LastUses} on a thread of its own: Keycloak has one thread for all scheduled tasks, and some of them
 * take minutes, while a last use must be in the database within 60 seconds.
 */
final class LastUseWriter {

    /** The pause between two runs. */
    private static final int INTERVAL_SECONDS = 20;
    private static final String THREAD = "app-key-last-uses";

    private static final String PAIRS = """
            select t.id, t.clientUuid
            from AppKeyTokenEntity t
            where t.id in :ids
            """;
    private static final String PAIR_USED = """
            update AppKeyPairEntity p
            set p.lastUsedAt = :at, p.lastUsedFrom = :address
            where p.clientUuid = :id and (p.lastUsedAt is null or p.lastUsedAt < :at)
            """;
    private static final String USED = """
            update AppKeyTokenEntity t
            set t.lastUsedAt = :at, t.lastUsedFrom = :address
            where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt < :at)
            """;

    /** A token and its pair. */
    record TokenRow(String id, String clientUuid) {
    }

    private final BatchWriter<String, Use> writer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread named = new Thread(task, THREAD);
        named.setDaemon(true);
        return named;
    });

    LastUseWriter(KeycloakSessionFactory sessions, LastUses lastUses) {
        writer = new BatchWriter<>(sessions, lastUses.pending(), LastUseWriter::write, "Last uses of appTokens");
    }

    /** Starts the thread. */
    void start() {
        thread.scheduleWithFixedDelay(writer, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    /** Stops the thread, and writes what is left. */
    void stop() {
        thread.shutdown();
        try {
            thread.awaitTermination(INTERVAL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.run();
    }

    /** The pairs first, as in all changes of more than one of the tables: locks are always taken in this order. */
    private static void write(EntityManager entities, Map<String, Use> batch) {
        Map<String, Use> pairs = new TreeMap<>();
        entities.createQuery(PAIRS, TokenRow.class).setParameter("ids", batch.keySet()).getResultList()
                .forEach(token -> pairs.merge(token.clientUuid(), batch.get(token.id()), LastUses::later));
        write(entities, PAIR_USED, pairs);
        write(entities, USED, batch);
    }

    private static void write(EntityManager entities, String update, Map<String, Use> uses) {
        uses.forEach((id, use) -> entities.createQuery(update)
                .setParameter("id", id)
                .setParameter("at", use.at().toEpochMilli())
                .setParameter("address", use.address())
                .executeUpdate());
    }
}
