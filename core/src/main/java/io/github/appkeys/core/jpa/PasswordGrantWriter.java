package io.github.appkeys.core.jpa;

import java.time.Duration;
import java.util.Map;

import io.github.appkeys.core.passwordgrants.PasswordGrantLog;
import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Writes {@link PendingPasswordGrants}, a transaction for each batch. Never throws: a timer runs it. */
final class PasswordGrantWriter implements Runnable {

    static final String TASK = "app-key-password-grants";
    /** How far what was written may be behind. */
    static final Duration INTERVAL = Duration.ofSeconds(20);

    private static final Logger LOG = Logger.getLogger(PasswordGrantWriter.class);

    /** MariaDB and MySQL assign from left to right and see what is assigned already, so the moments come last. */
    private static final String ADD = """
            update AppKeyPasswordGrantEntity g
            set g.grants = g.grants + :count,
                g.clientId = case when g.lastAt <= :lastAt then :clientId else g.clientId end,
                g.username = case when g.lastAt <= :lastAt then :username else g.username end,
                g.lastFrom = case when g.lastAt <= :lastAt then :lastFrom else g.lastFrom end,
                g.firstAt = case when g.firstAt > :firstAt then :firstAt else g.firstAt end,
                g.lastAt = case when g.lastAt < :lastAt then :lastAt else g.lastAt end
            where g.clientUuid = :clientUuid and g.userId = :userId
            """;

    private final KeycloakSessionFactory sessions;
    private final PendingPasswordGrants pending;

    PasswordGrantWriter(KeycloakSessionFactory sessions, PendingPasswordGrants pending) {
        this.sessions = sessions;
        this.pending = pending;
    }

    /** One at a time: what a shutdown writes is not what the timer is about to write. */
    @Override
    public synchronized void run() {
        try {
            pending.drain(batch -> KeycloakModelUtils.runJobInTransaction(sessions, session -> write(session, batch)));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Password grants could not be written and are kept for the next time");
        }
    }

    private static void write(KeycloakSession session, Map<PasswordGrantLog.Key, PendingPasswordGrants.Grants> batch) {
        EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        batch.forEach((key, grants) -> {
            int updated = entities.createQuery(ADD)
                    .setParameter("clientUuid", key.clientUuid())
                    .setParameter("userId", key.userId())
                    .setParameter("clientId", grants.clientId())
                    .setParameter("username", grants.username())
                    .setParameter("count", grants.count())
                    .setParameter("firstAt", grants.firstAt().toEpochMilli())
                    .setParameter("lastAt", grants.lastAt().toEpochMilli())
                    .setParameter("lastFrom", grants.lastFrom())
                    .executeUpdate();
            if (updated == 0) {
                entities.persist(new PasswordGrantEntity(key, grants));
            }
        });
    }
}
