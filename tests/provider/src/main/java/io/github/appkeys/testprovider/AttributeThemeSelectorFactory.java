package io.github.appkeys.testprovider;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeSelectorProvider;
import org.keycloak.theme.ThemeSelectorProviderFactory;

/** Selects the login theme that the attribute {@code testLoginTheme} of the realm names, as other extensions do. */
public final class AttributeThemeSelectorFactory implements ThemeSelectorProviderFactory {

    @Override
    public ThemeSelectorProvider create(KeycloakSession session) {
        ThemeSelectorProvider stock = session.getProvider(ThemeSelectorProvider.class, "default");
        return new ThemeSelectorProvider() {
            @Override
            public String getThemeName(Theme.Type type) {
                String name = type == Theme.Type.LOGIN
                        ? session.getContext().getRealm().getAttribute("testLoginTheme") : null;
                return name == null ? stock.getThemeName(type) : name;
            }

            @Override
            public void close() {
                // nothing to release
            }
        };
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to follow
    }

    @Override
    public void close() {
        // nothing to release
    }

    @Override
    public String getId() {
        return "test-attribute";
    }

    /** More than Keycloak's own selector, as extensions have that want to be asked. */
    @Override
    public int order() {
        return 5;
    }
}
