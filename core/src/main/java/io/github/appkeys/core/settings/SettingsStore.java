package io.github.appkeys.core.settings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts that the settings of a realm are kept as, read from the database. Keycloak's realm cache may be out of
 * date, and a change must be based on the current settings.
 */
public interface SettingsStore {

    /** The prefix of the names of the texts. */
    String PREFIX = "appKeys.";

    /** The texts by name, with the uncommitted changes of this session. */
    Map<String, String> values(String realmId);

    /** What changes with each change of the settings; empty where none were saved by this version yet. */
    Optional<String> revision(String realmId);

    /**
     * Reserves the settings for a change until the transaction of the caller ends (optimistic locking by revision).
     * Waits for transactions that have reserved them.
     *
     * @param revision the {@link #revision} that the caller has seen; null for none
     * @return false if the settings have been changed since
     * @throws RuntimeException the constraint violation, if {@code revision} is null and there is a revision by now
     */
    boolean reserve(String realmId, String revision);

    /**
     * Notes that the client policy of a realm is not in force.
     *
     * @return false where that is noted already
     */
    boolean notePolicyMissing(String realmId, Instant since);

    /** Forgets that note; since when the policy was missing, or empty where it was not noted. */
    Optional<Instant> notePolicyRestored(String realmId);

    /** The ids of the realms in which app keys are enabled by an attribute of version 0.1.0. */
    List<String> enabledInAttributes();

    /** Forgets a realm that is deleted. */
    void removeRealm(String realmId);
}
