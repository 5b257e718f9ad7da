package io.github.appkeys.authenticator;

import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;

/**
 * The event of the token request that a session handles. Keycloak does not pass it to client policies, so the client
 * authenticator, which runs before them, stores it in the session.
 */
public final class TokenRequestEvent {

    private static final String ATTRIBUTE = TokenRequestEvent.class.getName();

    private TokenRequestEvent() {
    }

    static void keep(ClientAuthenticationFlowContext context) {
        context.getSession().setAttribute(ATTRIBUTE, context.getEvent());
    }

    /** Adds a detail to the event. No effect in a realm whose client authentication flow has no app-key execution. */
    public static void detail(KeycloakSession session, String name, String value) {
        EventBuilder event = session.getAttribute(ATTRIBUTE, EventBuilder.class);
        if (event != null) {
            event.detail(name, value);
        }
    }
}
