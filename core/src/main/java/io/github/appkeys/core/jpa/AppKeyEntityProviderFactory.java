package io.github.appkeys.core.jpa;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers {@link AppKeyEntityProvider} with Keycloak. */
public final class AppKeyEntityProviderFactory implements JpaEntityProviderFactory {

    /** Part of the name of Liquibase's changelog table, so it must never change. */
    static final String ID = "appkeys";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new AppKeyEntityProvider();
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
        return ID;
    }
}
