package io.github.appkeys.core;

/**
 * An act does not fit the present state: something else is under way, or another request changed the same at the same
 * moment. The message is for the caller; it names what to do first and contains no secret. Answered with 409.
 */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is in the way, and what to do about it */
    public ConflictException(String message) {
        super(message);
    }
}
