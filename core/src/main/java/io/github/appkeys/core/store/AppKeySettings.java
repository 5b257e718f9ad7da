package io.github.appkeys.core.store;

import org.keycloak.provider.Provider;

/**
 * The type of the component that keeps the settings of a realm. Keycloak writes {@link #TYPE} into exports of realms,
 * so the name of this interface never changes. It has nothing to call: the settings are read from the component's
 * configuration, which Keycloak caches with the realm.
 */
public interface AppKeySettings extends Provider {

    /** As {@code providerType} of the component. */
    String TYPE = AppKeySettings.class.getName();

    /** As {@code providerId} of the component. */
    String ID = "app-keys";
}
