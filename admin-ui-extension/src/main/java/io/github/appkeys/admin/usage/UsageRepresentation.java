package io.github.appkeys.admin.usage;

import java.util.Map;

import io.github.appkeys.core.usage.UsageDay;

/** The exchanges of one day in UTC as JSON. */
public record UsageRepresentation(String day, long accepted, Map<String, Long> refused) {

    static UsageRepresentation of(UsageDay day) {
        return new UsageRepresentation(day.day().toString(), day.accepted(), day.refused());
    }
}
