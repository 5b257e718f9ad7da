package io.github.appkeys.core.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/**
 * One half of a pair as it was sent, and what remains of it when every {@link Wrapping} is taken off. Holds a secret,
 * so it has no text form.
 */
final class PastedHalf {

    /** More wrappings than happen by mistake. Together with the linear steps it bounds the time for a long text. */
    private static final int MAX_WRAPPINGS = 12;

    private final Half half;
    private final String text;
    private final String otherHalf;
    private final Map<Reason, Occurrence> found;

    private PastedHalf(Half half, String text, String otherHalf, Map<Reason, Occurrence> found) {
        this.half = half;
        this.text = text;
        this.otherHalf = otherHalf;
        this.found = found;
    }

    /**
     * Takes off one wrapping after the other, at most {@value #MAX_WRAPPINGS}.
     *
     * @param pasted as it was sent, of any length: {@link PastedPair} limits it; null if this half was not sent
     */
    static PastedHalf of(Half half, String pasted) {
        PastedHalf rest = new PastedHalf(half, pasted, null, Map.of());
        for (int i = 0; pasted != null && i < MAX_WRAPPINGS; i++) {
            Optional<Unwrapped> next = Wrapping.first(rest.text);
            if (next.isEmpty()) {
                return rest;
            }
            rest = rest.after(next.get());
        }
        return rest;
    }

    /** What remains: the half as it should have been sent; null if it was not sent. */
    String text() {
        return text;
    }

    /** The other half, if this one held both; else null. */
    String otherHalf() {
        return otherHalf;
    }

    /** What was wrong, each reason once, in the order in which it was found. */
    List<Occurrence> found() {
        return List.copyOf(found.values());
    }

    /** Whether something was wrong for a reason. */
    boolean has(Reason reason) {
        return found.containsKey(reason);
    }

    private PastedHalf after(Unwrapped next) {
        Map<Reason, Occurrence> all = new LinkedHashMap<>(found);
        next.found().forEach(occurrence -> all.putIfAbsent(occurrence.reason(), half.about(occurrence)));
        if (next.token() == null) {
            return new PastedHalf(half, next.text(), otherHalf, all);
        }
        return half == Half.APP_KEY ? new PastedHalf(half, next.text(), next.token(), all)
                : new PastedHalf(half, next.token(), next.text(), all);
    }
}
