package io.github.appkeys.core.passwordgrants;

import java.time.Instant;

/** Counts password grants. Counts are kept in memory, within bounds, and written to the database within a minute. */
@FunctionalInterface
public interface PasswordGrantLog {

    /**
     * What grants are counted by.
     *
     * @param realmId    the id of the realm
     * @param clientUuid the id of the client
     * @param userId     the id of the user
     */
    record Key(String realmId, String clientUuid, String userId) {
    }

    /**
     * Counts one grant. Never waits for the database and never throws.
     *
     * @param clientId the clientId, if the client comes from a storage provider; null if it is in Keycloak's own table
     * @param username the user name, if the user comes from a storage provider; null if in Keycloak's own table
     * @param address  the client's address; only its first 45 characters are kept
     */
    void add(Key key, String clientId, String username, Instant at, String address);
}
