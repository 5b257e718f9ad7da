package io.github.appkeys.core.service.compat;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.connections.jpa.PersistenceExceptionConverter;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;

/**
 * Tells what a failure of JPA means. Keycloak's converter returns a model exception since 26.7 and looks at all causes.
 * In 26.4 and 26.5 it throws the model exception, whatever the failure was, and looks at the first cause only. Can go
 * with 26.5: then by {@code PersistenceExceptionConverter.convert(e) instanceof ModelDuplicateException}.
 */
public final class PersistenceFailures {

    /** H2, PostgreSQL (lock_not_available, deadlock_detected), and the standard's serialization failure. */
    private static final Set<String> LOCK_STATES = Set.of("HYT00", "55P03", "40P01", "40001");
    private static final int MYSQL_LOCK_WAIT_TIMEOUT = 1205;

    private PersistenceFailures() {
    }

    /** Whether a row was written that is there already, or another constraint of the database was violated. */
    public static boolean isDuplicate(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> convert(cause) instanceof ModelDuplicateException);
    }

    /** Whether another transaction held a row for too long, or one of both had to give way (deadlock). */
    public static boolean isLockTimeout(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && (LOCK_STATES.contains(String.valueOf(sql.getSQLState()))
                        || sql.getErrorCode() == MYSQL_LOCK_WAIT_TIMEOUT));
    }

    private static ModelException convert(Throwable failure) {
        try {
            return PersistenceExceptionConverter.convert(failure);
        } catch (ModelException e) {
            return e;
        }
    }
}
