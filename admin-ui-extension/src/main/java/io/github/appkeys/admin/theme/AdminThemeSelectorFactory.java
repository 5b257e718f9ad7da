package io.github.appkeys.admin.theme;

import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProviderFactory;
import org.keycloak.theme.ThemeSelectorProvider;

/** Replaces Keycloak's theme selector with {@link AdminThemeSelector}. */
public final class AdminThemeSelectorFactory extends DefaultThemeSelectorProviderFactory {

    @Override
    public ThemeSelectorProvider create(KeycloakSession session) {
        return new AdminThemeSelector(session);
    }

    @Override
    public String getId() {
        return "app-keys";
    }

    /** The provider with the highest order is the default; Keycloak's own has 0. */
    @Override
    public int order() {
        return 10;
    }
}
