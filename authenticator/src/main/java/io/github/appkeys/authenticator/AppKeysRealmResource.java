package io.github.appkeys.authenticator;

import io.github.appkeys.authenticator.claim.ClaimResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.keycloak.models.KeycloakSession;

/** What a realm offers to integrators besides Keycloak's own. */
public final class AppKeysRealmResource {

    private final KeycloakSession session;

    AppKeysRealmResource(KeycloakSession session) {
        this.session = session;
    }

    /** The page of a claim link. */
    @Path("claim/{code}")
    public ClaimResource claim(@PathParam("code") String code) {
        return new ClaimResource(session, code);
    }
}
