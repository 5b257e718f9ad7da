package io.github.appkeys.core.passwordgrants;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who still uses password grants, as far as {@link PasswordGrantLog} was written. Tells nothing of clients and users
 * that are gone.
 */
public interface PasswordGrantStore {

    /** How many rows of a realm are shown: those that were used last. */
    int LIMIT = 10_000;

    /**
     * One page.
     *
     * @param search text in clientId or user name, in any case; null or empty for all
     * @param first  how many to skip, from 0
     * @param max    how many to return at most, from 0
     */
    List<PasswordGrantUse> list(String realmId, String search, PasswordGrantOrder order, int first, int max);

    /** How many {@link #list} would find, {@link #LIMIT} at most. */
    long count(String realmId, String search);

    /** Whether {@link #list} finds all there were; else those that were used least recently were dropped. */
    boolean isComplete(String realmId);

    /** The grants of one client and user, by the names that {@link #list} tells. */
    Optional<PasswordGrantUse> find(String realmId, String clientId, String username);

    /** Ids of the realms of which something is kept. */
    Set<String> realms();

    /** Forgets what was last used before a moment, what is beyond the limit, and what is of clients and users gone. */
    void prune(String realmId, Instant before);

    /** Forgets the grants that a client got. */
    void removeClient(String clientUuid);

    /** Forgets the grants for a user. */
    void removeUser(String userId);

    /** Forgets the grants of a realm. */
    void removeRealm(String realmId);
}
