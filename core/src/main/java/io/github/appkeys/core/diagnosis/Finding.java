package io.github.appkeys.core.diagnosis;

import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.reason.ReasonMessages;

/**
 * One thing that a diagnosis looked at.
 *
 * @param severity   how it stands
 * @param occurrence what it is about
 */
public record Finding(Severity severity, Occurrence occurrence) {

    /** All is well. */
    public static Finding ok(Occurrence occurrence) {
        return new Finding(Severity.OK, occurrence);
    }

    /** Works, but not as it should. */
    public static Finding warn(Occurrence occurrence) {
        return new Finding(Severity.WARN, occurrence);
    }

    /** The pair is refused for it. */
    public static Finding error(Occurrence occurrence) {
        return new Finding(Severity.ERROR, occurrence);
    }

    /** What it is about. */
    public Reason code() {
        return occurrence.reason();
    }

    /** What was found, in words. */
    public String message(ReasonMessages words) {
        return severity == Severity.OK ? words.ok(occurrence) : words.says(occurrence);
    }

    /** What to do; null where nothing is to be done. */
    public String fix(ReasonMessages words) {
        return severity == Severity.OK ? null : words.fix(code());
    }
}
