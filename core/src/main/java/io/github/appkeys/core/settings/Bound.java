package io.github.appkeys.core.settings;

import io.github.appkeys.core.InvalidValueException;

/**
 * The bounds of a number.
 *
 * @param name the field that has it
 * @param min  the smallest value
 * @param max  the largest value
 */
public record Bound(String name, long min, long max) {

    public boolean contains(long value) {
        return value >= min && value <= max;
    }

    /** @throws InvalidValueException where the value is out of bounds */
    public void check(long value) {
        if (!contains(value)) {
            throw new InvalidValueException(name + " must be between " + min + " and " + max);
        }
    }
}
