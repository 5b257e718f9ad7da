package io.github.appkeys.authenticator.passwordgrants;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers {@link PasswordGrantListener} globally: in each realm, even if the realm does not list it. */
public final class PasswordGrantListenerFactory implements EventListenerProviderFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new PasswordGrantListener(session);
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
        // no events of providers to listen to
    }

    @Override
    public void close() {
        // nothing to release
    }

    @Override
    public String getId() {
        return "app-key-password-grants";
    }
}
