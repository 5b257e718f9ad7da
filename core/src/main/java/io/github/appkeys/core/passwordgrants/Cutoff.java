package io.github.appkeys.core.passwordgrants;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import io.github.appkeys.core.InvalidValueException;

/**
 * A moment as an administrator wrote it, with its time zone, such as {@code 2026-11-13T14:00:00-02:00}.
 *
 * @param text as it was written: ISO 8601 with an offset from UTC
 */
public record Cutoff(String text) {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws InvalidValueException if it is not a moment between 1970 and 9999 with an offset */
    public Cutoff {
        Instant at = parse(text);
        if (!at.isAfter(EARLIEST) || !at.isBefore(LATEST)) {
            throw invalid();
        }
    }

    /** The moment. */
    public Instant at() {
        return parse(text);
    }

    /** Whether a moment is at or after the cutoff. */
    public boolean isReached(Instant now) {
        return !now.isBefore(at());
    }

    /** As it was written. */
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
