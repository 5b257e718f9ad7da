package io.github.appkeys.core.exchange;

/** The database cannot be read, so nothing can be said about a pair now. The message names no value that was sent. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message why, for the log */
    public UnavailableException(String message) {
        super(message);
    }
}
