package io.github.appkeys.core;

import java.util.Optional;
import java.util.function.Supplier;

/** Parsers that refuse a text in the one way that callers expect. */
public final class Refusable {

    private Refusable() {
    }

    /** What a parser makes of a text; empty where it refuses. Any other exception is the failure of a test. */
    public static <T> Optional<T> accepted(Supplier<T> parser) {
        try {
            return Optional.of(parser.get());
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
