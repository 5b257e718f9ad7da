package io.github.appkeys.core.settings;

import java.util.Map;

/**
 * The attributes of a realm that keep its settings, as they are in the database: Keycloak's cache of realms may be a
 * moment behind, and who changes settings must know what they are.
 */
public interface SettingsStore {

    /** What the names of all these attributes begin with. */
    String PREFIX = "appKeys.";

    /** The one that changes with each change. Written by {@link #reserve} only. */
    String REVISION = PREFIX + "revision";

    /** The attributes of a realm by name, those of its kind only, with the changes of this session. */
    Map<String, String> attributes(String realmId);

    /**
     * Makes the caller the only one who changes the settings until its transaction ends.
     * Waits for others who are at it.
     *
     * @param revision the value of {@link #REVISION} that the caller has seen; null for none
     * @return whether nobody changed them since
     */
    boolean reserve(String realmId, String revision);
}
