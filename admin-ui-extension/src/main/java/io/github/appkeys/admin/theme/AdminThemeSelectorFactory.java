package io.github.appkeys.admin.theme;

import java.util.Comparator;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.theme.DefaultThemeSelectorProviderFactory;
import org.keycloak.theme.ThemeSelectorProvider;

/** Puts {@link AdminThemeSelector} before the theme selector that Keycloak would use otherwise. */
public final class AdminThemeSelectorFactory extends DefaultThemeSelectorProviderFactory {

    private static final String ID = "app-keys";

    @Override
    public ThemeSelectorProvider create(KeycloakSession session) {
        return new AdminThemeSelector(session, session.getKeycloakSessionFactory()
                .getProviderFactoriesStream(ThemeSelectorProvider.class)
                .filter(factory -> !ID.equals(factory.getId()))
                .max(Comparator.comparingInt(ProviderFactory::order))
                .map(factory -> session.getProvider(ThemeSelectorProvider.class, factory.getId()))
                .orElseGet(() -> super.create(session)));
    }

    @Override
    public String getId() {
        return ID;
    }

    /** Before those of other extensions, which are still asked. The provider with the highest order is the default. */
    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }
}
