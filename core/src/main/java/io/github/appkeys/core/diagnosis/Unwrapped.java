package io.github.appkeys.core.diagnosis;

import java.util.List;

import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/**
 * A text from which one {@link Wrapping} was taken off. Holds a secret, so it has no text form.
 *
 * @param text  what is left; if the text held a whole pair, its appKey
 * @param token the appToken, if the text held a whole pair; else null
 * @param found what was wrong
 */
record Unwrapped(String text, String token, List<Occurrence> found) {

    static Unwrapped of(Occurrence found, String text) {
        return new Unwrapped(text, null, List.of(found));
    }

    static Unwrapped of(Reason found, String text) {
        return of(Occurrence.of(found), text);
    }

    /** The same text, but something else was wrong. */
    Unwrapped with(List<Occurrence> others) {
        return new Unwrapped(text, token, others);
    }

    @Override
    public String toString() {
        return found.toString();
    }
}
