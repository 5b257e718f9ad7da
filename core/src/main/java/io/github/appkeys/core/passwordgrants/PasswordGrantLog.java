package io.github.appkeys.core.passwordgrants;

import java.time.Instant;

/** Counts password grants. Kept in memory, within bounds, and written within a minute. */
@FunctionalInterface
public interface PasswordGrantLog {

    /**
     * Whose grants are counted together.
     *
     * @param realmId    in which realm
     * @param clientUuid the id of the client
     * @param userId     the id of the user
     */
    record Key(String realmId, String clientUuid, String userId) {
    }

    /**
     * Counts one. Never waits for the database, never fails.
     *
     * @param clientId the client's clientId, where a storage provider brings it; null where Keycloak's own table has it
     * @param username the user's name, where a storage provider brings him; null where Keycloak's own table has it
     * @param address  the client's address; what is longer than 45 characters is cut off
     */
    void add(Key key, String clientId, String username, Instant at, String address);
}
