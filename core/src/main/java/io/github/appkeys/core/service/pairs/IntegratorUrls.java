package io.github.appkeys.core.service.pairs;

import java.net.URI;

import jakarta.ws.rs.core.UriBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.urls.UrlType;

/**
 * Addresses that integrators use. They begin with the frontend URL of the realm or else of the server, as in the
 * discovery document of the realm, whatever address the console or the caller of the admin REST API uses.
 */
public final class IntegratorUrls {

    private IntegratorUrls() {
    }

    /** The token endpoint of the session's realm. */
    public static URI token(KeycloakSession session) {
        return OIDCLoginProtocolService.tokenUrl(base(session)).build(session.getContext().getRealm().getName());
    }

    /** The page of a claim link in the session's realm. */
    public static URI claim(KeycloakSession session, String code) {
        return base(session).path(RealmsResource.class).path("{realm}/app-keys/claim/{code}")
                .build(session.getContext().getRealm().getName(), code);
    }

    private static UriBuilder base(KeycloakSession session) {
        return session.getContext().getUri(UrlType.FRONTEND).getBaseUriBuilder();
    }
}
