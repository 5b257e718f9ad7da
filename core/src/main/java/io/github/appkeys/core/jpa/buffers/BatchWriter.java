package io.github.appkeys.core.jpa.buffers;

import java.util.Map;
import java.util.function.BiConsumer;

import io.github.appkeys.core.Failures;
import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Writes a {@link WriteBehind} into the database, a transaction for each batch. Never throws, since timers run it: a
 * failure is logged, and what was not written stays in the buffer for the next run.
 *
 * @param <K> the key of the buffer
 * @param <V> the value of the buffer
 */
public final class BatchWriter<K, V> implements Runnable {

    private static final Logger LOG = Logger.getLogger(BatchWriter.class);

    private final KeycloakSessionFactory sessions;
    private final WriteBehind<K, V> pending;
    private final BiConsumer<EntityManager, Map<K, V>> statements;
    private final String subject;

    /**
     * @param statements writes a batch with the entity manager of its transaction
     * @param subject    what is written, in the plural, for the log
     */
    public BatchWriter(KeycloakSessionFactory sessions, WriteBehind<K, V> pending,
            BiConsumer<EntityManager, Map<K, V>> statements, String subject) {
        this.sessions = sessions;
        this.pending = pending;
        this.statements = statements;
        this.subject = subject;
    }

    /** Only one thread at a time: what a timer is writing must not be written again at shutdown. */
    @Override
    public synchronized void run() {
        try {
            pending.drain(batch -> KeycloakModelUtils.runJobInTransaction(sessions, session -> write(session, batch)));
        } catch (RuntimeException e) {
            LOG.warnf("%s could not be written and are kept for the next time: %s", subject, Failures.chain(e));
        }
    }

    private void write(KeycloakSession session, Map<K, V> batch) {
        statements.accept(session.getProvider(JpaConnectionProvider.class).getEntityManager(), batch);
    }
}
