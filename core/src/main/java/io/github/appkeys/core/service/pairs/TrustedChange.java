package io.github.appkeys.core.service.pairs;

import org.keycloak.models.KeycloakSession;

/**
 * Tells client policies that what they are asked about is done by our own services, which have looked at the caller's
 * rights already: a caller who may import pairs need not be a key manager.
 */
public final class TrustedChange implements AutoCloseable {

    private static final String NOTE = "appKeys.ownChange";

    private final KeycloakSession session;

    private TrustedChange(KeycloakSession session) {
        this.session = session;
    }

    /** From now on, until it is closed. */
    public static TrustedChange begin(KeycloakSession session) {
        session.setAttribute(NOTE, Boolean.TRUE);
        return new TrustedChange(session);
    }

    /** Whether one is going on. */
    public static boolean isGoingOn(KeycloakSession session) {
        return session.getAttribute(NOTE) != null;
    }

    @Override
    public void close() {
        session.removeAttribute(NOTE);
    }
}
