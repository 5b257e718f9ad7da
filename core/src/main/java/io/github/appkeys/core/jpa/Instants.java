package io.github.appkeys.core.jpa;

import java.time.Instant;

/** Moments as the tables store them: milliseconds since the epoch, or null. */
final class Instants {

    private Instants() {
    }

    static Instant ofMillis(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    static Long toMillis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
