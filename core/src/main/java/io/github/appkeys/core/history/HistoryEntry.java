package io.github.appkeys.core.history;

import java.time.Instant;
import java.util.Objects;

/**
 * One thing that happened to a pair. Holds no secret.
 *
 * @param at      when
 * @param by      the user name of the administrator; {@value #SYSTEM} where it was none
 * @param act     what
 * @param tokenId the id of the appToken that it is about; null for none
 * @param hint    the end of that appToken, as it was known then; null where it is not known
 * @param detail  names of roles, an address or networks, at most {@value #MAX_DETAIL} characters; null for none
 */
public record HistoryEntry(Instant at, String by, Act act, String tokenId, String hint, String detail) {

    /** Who does what no administrator does. */
    public static final String SYSTEM = "system";

    /** In UTF-16 units. */
    public static final int MAX_DETAIL = 1000;

    /** @throws NullPointerException if the moment, the name or the act is null */
    public HistoryEntry {
        Objects.requireNonNull(at);
        Objects.requireNonNull(by);
        Objects.requireNonNull(act);
    }
}
