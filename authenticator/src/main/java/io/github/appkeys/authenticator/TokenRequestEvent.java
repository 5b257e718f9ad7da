package io.github.appkeys.authenticator;

import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;

/**
 * The event of the token request that a session serves. Client policies are not given it, so whoever authenticates the
 * client, before any policy runs, keeps it for them.
 */
public final class TokenRequestEvent {

    private static final String ATTRIBUTE = TokenRequestEvent.class.getName();

    private TokenRequestEvent() {
    }

    static void keep(ClientAuthenticationFlowContext context) {
        context.getSession().setAttribute(ATTRIBUTE, context.getEvent());
    }

    /** Adds a detail; does nothing in a realm whose client authentication flow has no execution of ours. */
    public static void detail(KeycloakSession session, String name, String value) {
        EventBuilder event = session.getAttribute(ATTRIBUTE, EventBuilder.class);
        if (event != null) {
            event.detail(name, value);
        }
    }
}
