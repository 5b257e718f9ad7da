package io.github.appkeys.core.store;

import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Forgets what is kept about the settings of realms that are deleted. */
public final class SettingsLifecycle implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmRemovedEvent removed) {
            removed.getKeycloakSession().getProvider(AppKeyStore.class).settings()
                    .removeRealm(removed.getRealm().getId());
        }
    }
}
