package io.github.appkeys.core;

/**
 * A value breaks a rule of this package. The message is written for the person who sent it, names the rule and never
 * repeats the value, so it can be shown and logged.
 */
public final class InvalidValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what is allowed, without the value */
    public InvalidValueException(String message) {
        super(message);
    }
}
