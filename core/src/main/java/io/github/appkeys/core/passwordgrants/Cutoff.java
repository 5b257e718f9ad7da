package io.github.appkeys.core.passwordgrants;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import io.github.appkeys.core.InvalidValueException;

/**
 * A moment that people were told in their own time zone, such as {@code 2026-11-13T14:00:00-02:00}.
 *
 * @param text as it was given: ISO 8601 with an offset from UTC
 */
public record Cutoff(String text) {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws InvalidValueException where it is no moment after 1970 and within four-digit years, or has no zone */
    public Cutoff {
        Instant at = parse(text);
        if (!at.isAfter(EARLIEST) || !at.isBefore(LATEST)) {
            throw invalid();
        }
    }

    /** The moment itself. */
    public Instant at() {
        return parse(text);
    }

    /** Whether the moment has come. */
    public boolean isReached(Instant now) {
        return !now.isBefore(at());
    }

    /** As it was given. */
    @Override
    public String toString() {
        return text;
    }

    private static Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text == null ? "" : text).toInstant();
        } catch (DateTimeException e) {
            throw invalid();
        }
    }

    private static InvalidValueException invalid() {
        return new InvalidValueException("must be a moment with a time zone in ISO 8601, such as "
                + "2026-11-13T14:00:00-02:00");
    }
}
