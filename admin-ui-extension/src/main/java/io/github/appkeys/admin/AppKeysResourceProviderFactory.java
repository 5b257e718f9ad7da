package io.github.appkeys.admin;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Registers {@link AppKeysResource} under {@code /admin/realms/{realm}/app-keys}: the id is the path segment. */
public final class AppKeysResourceProviderFactory implements AdminRealmResourceProviderFactory {

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new AppKeysResourceProvider();
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
        return "app-keys";
    }
}
