package io.github.appkeys.admin;

import java.util.function.Supplier;

import io.github.appkeys.core.InvalidValueException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import org.keycloak.connections.jpa.PersistenceExceptionConverter;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelIllegalStateException;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;

/** Turns what the core objects to into answers: {@code {"errorMessage": "…"}} and a status. */
final class Answers {

    private Answers() {
    }

    /** Runs a call; an error rolls its transaction back. */
    static <T> T of(Supplier<T> call) {
        try {
            return call.get();
        } catch (InvalidValueException e) {
            throw badRequest(e.getMessage());
        } catch (ModelDuplicateException e) {
            throw ErrorResponse.exists(e.getMessage() == null ? "The appKey is taken" : e.getMessage());
        } catch (ModelIllegalStateException e) {
            throw ErrorResponse.error(e.getMessage(), Response.Status.CONFLICT);
        } catch (PersistenceException e) {
            if (PersistenceExceptionConverter.convert(e) instanceof ModelDuplicateException) {
                throw ErrorResponse.exists("Somebody else changed the same at this moment. Try again");
            }
            throw e;
        }
    }

    static ErrorResponseException badRequest(String message) {
        return ErrorResponse.error(message, Response.Status.BAD_REQUEST);
    }

    static ErrorResponseException notFound(String message) {
        return ErrorResponse.error(message, Response.Status.NOT_FOUND);
    }
}
