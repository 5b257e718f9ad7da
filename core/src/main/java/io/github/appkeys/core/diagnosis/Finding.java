package io.github.appkeys.core.diagnosis;

import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.reason.ReasonMessages;

/**
 * The result of one check of a diagnosis.
 *
 * @param severity   what it means for the pair
 * @param occurrence the reason that was checked, with details
 */
public record Finding(Severity severity, Occurrence occurrence) {

    /** The check passed. */
    public static Finding ok(Occurrence occurrence) {
        return new Finding(Severity.OK, occurrence);
    }

    /** The pair works, but needs attention. */
    public static Finding warn(Occurrence occurrence) {
        return new Finding(Severity.WARN, occurrence);
    }

    /** The pair is refused for this reason. */
    public static Finding error(Occurrence occurrence) {
        return new Finding(Severity.ERROR, occurrence);
    }

    /** The reason that was checked. */
    public Reason code() {
        return occurrence.reason();
    }

    /** What was found, in a language. */
    public String message(ReasonMessages words) {
        return severity == Severity.OK ? words.ok(occurrence) : words.says(occurrence);
    }

    /** What to do, in a language; null if the check passed. */
    public String fix(ReasonMessages words) {
        return severity == Severity.OK ? null : words.fix(code());
    }
}
