package io.github.appkeys.authenticator;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Makes the resource for a request. */
final class AppKeysRealmResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;

    AppKeysRealmResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return new AppKeysRealmResource(session);
    }

    @Override
    public void close() {
        // nothing to release
    }
}
