package io.github.appkeys.core.jpa;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Writes {@link LastUses} into the database, a transaction for each batch. Has a thread of its own: Keycloak has one
 * for all its scheduled tasks, and some of them take minutes.
 */
final class LastUseWriter {

    private static final Logger LOG = Logger.getLogger(LastUseWriter.class);

    /** How far what was written may be behind: well within the minute that is promised. */
    private static final int INTERVAL_SECONDS = 20;
    private static final String THREAD = "app-key-last-uses";

    private static final String USED = """
            update AppKeyTokenEntity t
            set t.lastUsedAt = :at, t.lastUsedFrom = :address
            where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt < :at)
            """;

    private final KeycloakSessionFactory sessions;
    private final LastUses lastUses;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread named = new Thread(task, THREAD);
        named.setDaemon(true);
        return named;
    });

    LastUseWriter(KeycloakSessionFactory sessions, LastUses lastUses) {
        this.sessions = sessions;
        this.lastUses = lastUses;
    }

    /** From now on, what was gathered is written now and then. */
    void start() {
        thread.scheduleWithFixedDelay(this::write, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    /** Writes what is left, and no more after that. */
    void stop() {
        thread.shutdown();
        try {
            thread.awaitTermination(INTERVAL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write();
    }

    /** Never throws: that would end the thread. */
    private void write() {
        try {
            lastUses.drain(batch -> KeycloakModelUtils.runJobInTransaction(sessions, session -> write(session, batch)));
        } catch (RuntimeException e) {
            LOG.warnf(e, "When appTokens were last used could not be written and is kept for the next time");
        }
    }

    private static void write(KeycloakSession session, List<LastUses.Use> batch) {
        EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        batch.forEach(use -> entities.createQuery(USED)
                .setParameter("id", use.tokenId())
                .setParameter("at", use.at().toEpochMilli())
                .setParameter("address", use.address())
                .executeUpdate());
    }
}
