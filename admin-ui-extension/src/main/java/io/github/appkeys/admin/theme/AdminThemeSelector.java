package io.github.appkeys.admin.theme;

import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProvider;
import org.keycloak.theme.Theme;

/**
 * Shows the console's page for app keys without configuration: where Keycloak would use its own admin theme by default,
 * this selects ours, which extends it. A theme that the realm or the server is configured with takes precedence.
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
