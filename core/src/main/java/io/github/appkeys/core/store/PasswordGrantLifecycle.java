package io.github.appkeys.core.store;

import io.github.appkeys.core.passwordgrants.PasswordGrantStore;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Forgets the password grants of clients, users and realms that are deleted. */
public final class PasswordGrantLifecycle implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof ClientModel.ClientRemovedEvent removed) {
            grants(removed.getKeycloakSession()).removeClient(removed.getClient().getId());
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            grants(removed.getKeycloakSession()).removeUser(removed.getUser().getId());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            grants(removed.getKeycloakSession()).removeRealm(removed.getRealm().getId());
        }
    }

    private static PasswordGrantStore grants(KeycloakSession session) {
        return session.getProvider(AppKeyStore.class).passwordGrants();
    }
}
