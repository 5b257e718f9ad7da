package io.github.appkeys.admin.http;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.service.compat.PersistenceFailures;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.ModelIllegalStateException;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;

/** Translates exceptions of the core and of the database into {@code {"errorMessage": "…"}} and a status. */
public final class ErrorResponses {

    /** Error codes of MariaDB and MySQL: incorrect string value, illegal mix of collations, cannot convert. */
    private static final Set<Integer> CHARACTERS = Set.of(1366, 3988);
    /** Two texts cannot be compared. */
    private static final int COLLATIONS = 1267;

    private ErrorResponses() {
    }

    /** Runs a call and translates its exceptions; these roll the transaction back. */
    public static <T> T translating(Supplier<T> call) {
        try {
            return call.get();
        } catch (InvalidValueException e) {
            throw badRequest(e.getMessage());
        } catch (ModelDuplicateException e) {
            throw ErrorResponse.exists(e.getMessage() == null ? "The appKey is taken" : e.getMessage());
        } catch (ConflictException | ModelIllegalStateException e) {
            throw ErrorResponse.error(e.getMessage(), Response.Status.CONFLICT);
        } catch (ModelException e) {
            if (PersistenceFailures.isLockTimeout(e)) {
                throw changedMeanwhile();
            }
            throw characters(e).orElse(e);
        } catch (RuntimeException e) {
            // those of JPA, which only the core knows
            if (PersistenceFailures.isDuplicate(e) || PersistenceFailures.isLockTimeout(e)) {
                throw changedMeanwhile();
            }
            throw characters(e).orElse(e);
        }
    }

    private static ErrorResponseException changedMeanwhile() {
        return ErrorResponse.exists("Somebody else changed the same at this moment. Try again");
    }

    /** Runs a call that has no result. */
    public static void translating(Runnable call) {
        translating(() -> {
            call.run();
            return null;
        });
    }

    /** MariaDB and MySQL store Keycloak's texts with three bytes per character, too few for emoji and rare letters. */
    private static Optional<RuntimeException> characters(RuntimeException e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && isAboutCharacters(sql))
                ? Optional.of(badRequest("The database of this server cannot keep or search such characters"))
                : Optional.empty();
    }

    /** Two columns, neither of which is coercible, differ whatever a caller sends. */
    private static boolean isAboutCharacters(SQLException e) {
        return CHARACTERS.contains(e.getErrorCode())
                || e.getErrorCode() == COLLATIONS && String.valueOf(e.getMessage()).contains("COERCIBLE");
    }

    public static ErrorResponseException badRequest(String message) {
        return ErrorResponse.error(message, Response.Status.BAD_REQUEST);
    }

    public static ErrorResponseException tooLarge(long bytes) {
        return ErrorResponse.error("The body is larger than " + bytes + " bytes",
                Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }

    /** The message of a response made by this class. */
    public static String message(ErrorResponseException e) {
        return ((ErrorRepresentation) e.getResponse().getEntity()).getErrorMessage();
    }

    public static ErrorResponseException conflict(String message) {
        return ErrorResponse.error(message, Response.Status.CONFLICT);
    }

    public static ErrorResponseException notFound(String message) {
        return ErrorResponse.error(message, Response.Status.NOT_FOUND);
    }
}
