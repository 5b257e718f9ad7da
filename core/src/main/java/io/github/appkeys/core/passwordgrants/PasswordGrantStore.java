package io.github.appkeys.core.passwordgrants;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which clients and users still use password grants, as far as {@link PasswordGrantLog} has been written: within a
 * minute. Leaves out clients and users that no longer exist.
 */
public interface PasswordGrantStore {

    /** The maximum number of rows shown for a realm: those used most recently. */
    int LIMIT = 10_000;

    /**
     * One page of the rows of a realm, among the {@link #LIMIT} first of the order.
     *
     * @param search text in clientId or user name, case-insensitive; null or empty for all
     * @param first  how many to skip, 0 or more
     * @param max    how many to return at most, 0 or more
     */
    List<PasswordGrantUse> list(String realmId, String search, PasswordGrantOrder order, int first, int max);

    /** The number of rows that {@link #list} can return, at most {@link #LIMIT}. One query. */
    long count(String realmId, String search);

    /** Whether {@link #list} can return all rows. If not, those used least recently were dropped. */
    boolean isComplete(String realmId);

    /** The grants of one client and user, by the current names that {@link #list} returns, case-sensitive. */
    Optional<PasswordGrantUse> find(String realmId, String clientId, String username);

    /** The number of enabled clients of a realm whose own settings allow password grants. One query. */
    long clientsAllowedTo(String realmId);

    /** Ids of the realms that have rows. */
    Set<String> realms();

    /**
     * Removes the rows last used before a moment, those beyond {@link #LIMIT}, and those of clients and users that no
     * longer exist.
     */
    void prune(String realmId, Instant before);

    /** Removes the rows of a client. */
    void removeClient(String clientUuid);

    /** Removes the rows of a user. */
    void removeUser(String userId);

    /** Removes the rows of a realm. */
    void removeRealm(String realmId);
}
