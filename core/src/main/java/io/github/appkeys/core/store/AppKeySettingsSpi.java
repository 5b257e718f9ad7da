package io.github.appkeys.core.store;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Makes {@link AppKeySettings} known to Keycloak as the SPI {@code app-key-settings}. */
public final class AppKeySettingsSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "app-key-settings";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AppKeySettings.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return AppKeySettingsFactory.class;
    }
}
