package io.github.appkeys.authenticator.realm;

import io.github.appkeys.authenticator.claim.ClaimResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/**
 * The root of {@code /realms/{realm}/app-keys}: what a realm offers to integrators beside Keycloak's own endpoints. A
 * path below it is a method here, which returns the resource of that path. Callers are not authenticated yet: each
 * resource does that itself.
 */
public final class AppKeysRealmResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;

    AppKeysRealmResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** The page of a claim link. */
    @Path("claim/{code}")
    public ClaimResource claim(@PathParam("code") String code) {
        return new ClaimResource(session, code);
    }

    @Override
    public void close() {
        // nothing to release
    }
}
