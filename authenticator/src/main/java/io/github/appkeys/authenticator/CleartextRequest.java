package io.github.appkeys.authenticator;

import org.keycloak.models.KeycloakSession;

/** What Keycloak's own endpoints check first, and those of extensions have to check themselves. */
public final class CleartextRequest {

    private CleartextRequest() {
    }

    /** Whether the request came without TLS although the realm requires it from this address. */
    public static boolean isOne(KeycloakSession session) {
        return !"https".equals(session.getContext().getUri().getBaseUri().getScheme())
                && session.getContext().getRealm().getSslRequired().isRequired(session.getContext().getConnection());
    }
}
