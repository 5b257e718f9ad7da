package io.github.appkeys.core.reason;

import java.util.HashMap;
import java.util.Map;

/**
 * One occurrence of a reason.
 *
 * @param reason  the reason
 * @param variant selects one of the messages of the reason; empty for the default one
 * @param details the values of the placeholders in the message, by name. For wording only. Never an appToken
 */
public record Occurrence(Reason reason, String variant, Map<String, String> details) {

    /** An occurrence with the default message, without details. */
    public static Occurrence of(Reason reason) {
        return new Occurrence(reason, "", Map.of());
    }

    /** The same occurrence with another message of the reason. */
    public Occurrence variant(String name) {
        return new Occurrence(reason, name, details);
    }

    /** The same occurrence with one more detail. */
    public Occurrence with(String name, Object value) {
        Map<String, String> more = new HashMap<>(details);
        more.put(name, String.valueOf(value));
        return new Occurrence(reason, variant, Map.copyOf(more));
    }
}
