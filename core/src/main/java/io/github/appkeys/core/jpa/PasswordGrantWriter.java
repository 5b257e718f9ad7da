package io.github.appkeys.core.jpa;

import java.time.Duration;
import java.util.Map;

import io.github.appkeys.core.jpa.buffers.BatchWriter;
import io.github.appkeys.core.jpa.buffers.PendingPasswordGrants.Grants;
import io.github.appkeys.core.jpa.buffers.PendingPasswordGrants;
import io.github.appkeys.core.passwordgrants.PasswordGrantLog.Key;
import jakarta.persistence.EntityManager;
import org.keycloak.models.KeycloakSessionFactory;

/** Writes {@link PendingPasswordGrants}. */
final class PasswordGrantWriter {

    static final String TASK = "app-key-password-grants";
    /** The pause between two runs. */
    static final Duration INTERVAL = Duration.ofSeconds(20);

    /** MariaDB and MySQL evaluate assignments from left to right with the new values, so the moments come last. */
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

    private PasswordGrantWriter() {
    }

    static BatchWriter<Key, Grants> of(KeycloakSessionFactory sessions, PendingPasswordGrants grants) {
        return new BatchWriter<>(sessions, grants.pending(), PasswordGrantWriter::write, "Password grants");
    }

    private static void write(EntityManager entities, Map<Key, Grants> batch) {
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
