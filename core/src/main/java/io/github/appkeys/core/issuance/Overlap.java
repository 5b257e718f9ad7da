package io.github.appkeys.core.issuance;

import java.time.Instant;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.settings.Bound;
import io.github.appkeys.core.settings.RealmSettings;

/**
 * For how long both appTokens of a renewal work.
 *
 * @param seconds 0 to 10 years; 0 ends the old one at once, null keeps it until the renewal is finished by hand
 */
public record Overlap(Long seconds) {

    private static final Bound BOUND =
            new Bound("overlapSeconds", RealmSettings.OVERLAP.min(), RealmSettings.OVERLAP.max());

    /** Until the renewal is finished by hand. */
    public static final Overlap UNTIL_FINISHED = new Overlap(null);

    /** @throws InvalidValueException where it is out of its bounds */
    public Overlap {
        if (seconds != null) {
            BOUND.check(seconds);
        }
    }

    boolean isNone() {
        return seconds != null && seconds == 0;
    }

    /** When a renewal that starts now finishes by itself; null for never. */
    Instant finishAt(Instant now) {
        return seconds == null ? null : now.plusSeconds(seconds);
    }
}
