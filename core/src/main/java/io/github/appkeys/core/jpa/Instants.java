package io.github.appkeys.core.jpa;

import java.time.Instant;

/** Moments as the tables keep them: milliseconds since 1970, or null. */
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
