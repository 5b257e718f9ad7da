package io.github.appkeys.admin.theme;

import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProviderFactory;
import org.keycloak.theme.ThemeSelectorProvider;

/** Puts {@link AdminThemeSelector} in the place of Keycloak's own selector. */
public final class AdminThemeSelectorFactory extends DefaultThemeSelectorProviderFactory {

    @Override
    public ThemeSelectorProvider create(KeycloakSession session) {
        return new AdminThemeSelector(session);
    }

    @Override
    public String getId() {
        return "app-keys";
    }

    /** Keycloak's own has 0; the highest is the default. */
    @Override
    public int order() {
        return 10;
    }
}
