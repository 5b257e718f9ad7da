package io.github.appkeys.core.reason;

import java.util.HashMap;
import java.util.Map;

/**
 * A reason as it is in one case.
 *
 * @param reason  what it is
 * @param variant which of its wordings fits; empty for the usual one
 * @param details what is filled into the words, by name. Never an appToken
 */
public record Occurrence(Reason reason, String variant, Map<String, String> details) {

    /** The usual wording, without details. */
    public static Occurrence of(Reason reason) {
        return new Occurrence(reason, "", Map.of());
    }

    /** Another wording of the same reason. */
    public Occurrence variant(String name) {
        return new Occurrence(reason, name, details);
    }

    /** The same with one more detail. */
    public Occurrence with(String name, Object value) {
        Map<String, String> more = new HashMap<>(details);
        more.put(name, String.valueOf(value));
        return new Occurrence(reason, variant, Map.copyOf(more));
    }
}
