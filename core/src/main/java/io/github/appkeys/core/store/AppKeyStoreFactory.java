package io.github.appkeys.core.store;

import org.keycloak.provider.ProviderFactory;

/** Makes an {@link AppKeyStore} for each session. */
public interface AppKeyStoreFactory extends ProviderFactory<AppKeyStore> {
}
