package io.github.appkeys.admin.theme;

import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProvider;
import org.keycloak.theme.Theme;

/**
 * Shows the console's page for app keys without any configuration: where Keycloak would take its stock admin theme by
 * default, this takes ours, which adds to it. Whatever else a realm or the server names still wins.
 */
final class AdminThemeSelector extends DefaultThemeSelectorProvider {

    /** The name of our admin theme. */
    static final String THEME = "app-keys";

    AdminThemeSelector(KeycloakSession session) {
        super(session);
    }

    @Override
    public String getDefaultThemeName(Theme.Type type) {
        String name = super.getDefaultThemeName(type);
        return type == Theme.Type.ADMIN && DEFAULT_V2.equals(name) ? THEME : name;
    }
}
