package io.github.appkeys.core.jpa;

import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.AppKeyStoreFactory;
import io.github.appkeys.core.store.PairLifecycle;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the store and lets it follow Keycloak's own changes. */
public final class JpaAppKeyStoreFactory implements AppKeyStoreFactory {

    @Override
    public AppKeyStore create(KeycloakSession session) {
        return new JpaAppKeyStore(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new PairLifecycle());
    }

    @Override
    public void close() {
        // nothing to release
    }

    @Override
    public String getId() {
        return "jpa";
    }
}
