package io.github.appkeys.core.diagnosis;

import java.time.Instant;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;

/**
 * Notes attempts that failed. Kept in memory, within bounds, and written within a minute where there is such a pair.
 */
@FunctionalInterface
public interface AttemptLog {

    /**
     * Notes one. Never waits for the database, never fails.
     *
     * @param address the client's address; what is longer than 45 characters is cut off
     */
    void add(String realmId, AppKey appKey, Reason reason, Instant at, String address);
}
