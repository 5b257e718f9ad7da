package io.github.appkeys.core.store;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Makes {@link AppKeyStore} known to Keycloak as the SPI {@code app-key-store}. */
public final class AppKeyStoreSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "app-key-store";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AppKeyStore.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return AppKeyStoreFactory.class;
    }
}
