package io.github.appkeys.core.usage;

import java.time.Instant;
import java.util.Optional;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;

/**
 * Counts exchanges, by pair and day, and those of the whole realm. Kept in memory, within bounds, and written to the
 * database every few minutes and on shutdown. An appKey that does not exist counts for the realm only.
 */
@FunctionalInterface
public interface UsageLog {

    /**
     * Counts one exchange. Never waits for the database and never throws.
     *
     * @param appKey  the appKey that was sent, whether it exists or not; empty where none can be named
     * @param refused why it was refused; empty for an accepted one
     */
    void add(String realmId, Optional<AppKey> appKey, Optional<Reason> refused, Instant at);
}
