package io.github.appkeys.core.service.compat;

import java.util.Objects;
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

    private PersistenceFailures() {
    }

    /** Whether a row was written that is there already, or another constraint of the database was violated. */
    public static boolean isDuplicate(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> convert(cause) instanceof ModelDuplicateException);
    }

    private static ModelException convert(Throwable failure) {
        try {
            return PersistenceExceptionConverter.convert(failure);
        } catch (ModelException e) {
            return e;
        }
    }
}
