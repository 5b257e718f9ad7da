package io.github.appkeys.authenticator.secrecy;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Registers {@link SecrecyListener} globally: in each realm, even if the realm does not list it. Also installs
 * {@link SecrecyLogFilter}, before the server answers its first request.
 */
public final class SecrecyListenerFactory implements EventListenerProviderFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new SecrecyListener(session);
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        SecrecyLogFilter.install();
    }

    @Override
    public void close() {
        // nothing to release
    }

    @Override
    public String getId() {
        return "app-key-secrecy";
    }
}
