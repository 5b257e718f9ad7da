package io.github.appkeys.core.service;

import io.github.appkeys.core.HeaderNames;
import io.github.appkeys.core.InvalidValueException;

/**
 * A realm's settings for app keys.
 *
 * @param enabled               whether pairs can be exchanged
 * @param requireRole           whether a pair without a linked role is refused
 * @param defaultOverlapSeconds how long the old appToken works on in a renewal that says nothing else; 0 to 10 years
 * @param maxTokenAgeSeconds    how long an appToken lives at most; 0 for no limit, at most 10 years
 * @param headerNames           the headers of this realm; null for the server's
 */
public record RealmSettings(boolean enabled, boolean requireRole, long defaultOverlapSeconds, long maxTokenAgeSeconds,
        HeaderNames headerNames) {

    /** What holds in a realm where nothing was set. The overlap is a week. */
    public static final RealmSettings DEFAULT = new RealmSettings(false, true, 7 * 24 * 3600, 0, null);

    private static final long MAX_SECONDS = 10L * 365 * 24 * 3600;

    /** @throws InvalidValueException where a duration is out of its bounds */
    public RealmSettings {
        check("defaultOverlapSeconds", defaultOverlapSeconds);
        check("maxTokenAgeSeconds", maxTokenAgeSeconds);
    }

    static boolean isDuration(long seconds) {
        return seconds >= 0 && seconds <= MAX_SECONDS;
    }

    private static void check(String name, long seconds) {
        if (!isDuration(seconds)) {
            throw new InvalidValueException(name + " must be between 0 and " + MAX_SECONDS);
        }
    }
}
