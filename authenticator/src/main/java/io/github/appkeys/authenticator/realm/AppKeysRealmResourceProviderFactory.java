package io.github.appkeys.authenticator.realm;

import io.github.appkeys.authenticator.gateway.GatewayNode;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts {@link AppKeysRealmResourceProvider} at {@code /realms/{realm}/app-keys}. */
public final class AppKeysRealmResourceProviderFactory implements RealmResourceProviderFactory {

    private GatewayNode gateway;

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new AppKeysRealmResourceProvider(session, gateway);
    }

    @Override
    public void init(Config.Scope config) {
        gateway = new GatewayNode();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // no events to listen to
    }

    @Override
    public void close() {
        // nothing to release
    }

    /** The segment of the path. */
    @Override
    public String getId() {
        return "app-keys";
    }
}
