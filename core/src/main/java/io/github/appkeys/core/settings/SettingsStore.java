package io.github.appkeys.core.settings;

import java.util.Map;

/**
 * The realm attributes that hold the settings of a realm, read from the database. Keycloak's realm cache may be out of
 * date, and a change must be based on the current settings.
 */
public interface SettingsStore {

    /** The prefix of the names of these attributes. */
    String PREFIX = "appKeys.";

    /** The attribute that changes with each change of the settings. Only {@link #reserve} writes it. */
    String REVISION = PREFIX + "revision";

    /** The attributes with {@link #PREFIX} by name, with the uncommitted changes of this session. */
    Map<String, String> attributes(String realmId);

    /**
     * Reserves the settings for a change until the transaction of the caller ends (optimistic locking by revision).
     * Waits for transactions that have reserved them.
     *
     * @param revision the value of {@link #REVISION} that the caller has seen; null for none
     * @return false if the settings have been changed since
     * @throws RuntimeException the constraint violation, if {@code revision} is null and there is a revision by now
     */
    boolean reserve(String realmId, String revision);
}
