package io.github.appkeys.core.diagnosis;

import java.time.Instant;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;

/**
 * Counts failed attempts. Counts are kept in memory, within bounds, and written to the database within a minute if the
 * pair exists.
 */
@FunctionalInterface
public interface AttemptLog {

    /**
     * Counts one attempt. Never waits for the database and never throws.
     *
     * @param address the client's address; only its first 45 characters are kept
     */
    void add(String realmId, AppKey appKey, Reason reason, Instant at, String address);
}
