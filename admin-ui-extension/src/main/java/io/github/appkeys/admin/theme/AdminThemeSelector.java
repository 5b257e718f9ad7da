package io.github.appkeys.admin.theme;

import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeSelectorProvider;

/**
 * Shows the console's page for app keys without configuration: where Keycloak would use its own admin theme by default,
 * this selects ours, which extends it. A theme that the realm or the server is configured with takes precedence. All
 * other themes are selected by the selector that Keycloak would use without this one, which may be another extension's.
 */
final class AdminThemeSelector implements ThemeSelectorProvider {

    /** The name of our admin theme. */
    static final String THEME = "app-keys";

    private final KeycloakSession session;
    private final ThemeSelectorProvider next;

    AdminThemeSelector(KeycloakSession session, ThemeSelectorProvider next) {
        this.session = session;
        this.next = next;
    }

    @Override
    public String getThemeName(Theme.Type type) {
        String name = next.getThemeName(type);
        String configured = type == Theme.Type.ADMIN ? session.getContext().getRealm().getAdminTheme() : name;
        return configured == null || configured.isEmpty() ? replaced(type, name) : name;
    }

    @Override
    public String getDefaultThemeName(Theme.Type type) {
        return replaced(type, next.getDefaultThemeName(type));
    }

    private static String replaced(Theme.Type type, String name) {
        return type == Theme.Type.ADMIN && DEFAULT_V2.equals(name) ? THEME : name;
    }

    @Override
    public void close() {
        // the session closes the next one
    }
}
