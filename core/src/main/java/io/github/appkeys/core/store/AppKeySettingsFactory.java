package io.github.appkeys.core.store;

import org.keycloak.component.ComponentFactory;

/** Checks the component of {@link AppKeySettings} when Keycloak imports or changes it. */
public interface AppKeySettingsFactory extends ComponentFactory<AppKeySettings, AppKeySettings> {
}
