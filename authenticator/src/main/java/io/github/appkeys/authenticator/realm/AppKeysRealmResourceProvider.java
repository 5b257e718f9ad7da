package io.github.appkeys.authenticator.realm;

import io.github.appkeys.authenticator.claim.ClaimResource;
import io.github.appkeys.authenticator.gateway.GatewayNode;
import io.github.appkeys.authenticator.gateway.GatewayResource;
import io.github.appkeys.authenticator.gateway.LoginResource;
import io.github.appkeys.authenticator.leaks.LeaksResource;
import io.github.appkeys.authenticator.self.SelfResource;
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
    private final GatewayNode gateway;

    AppKeysRealmResourceProvider(KeycloakSession session, GatewayNode gateway) {
        this.session = session;
        this.gateway = gateway;
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

    /** The gateway check. */
    @Path("authorize")
    public GatewayResource authorize() {
        return new GatewayResource(session, gateway, true);
    }

    /** The gateway check, for gateways that add the path of their caller. */
    @Path("authorize/{path:.*}")
    public GatewayResource authorizeBelow() {
        return new GatewayResource(session, gateway, false);
    }

    /** The login in VTEX's form. */
    @Path("login")
    public LoginResource login() {
        return new LoginResource(session, gateway);
    }

    /** The calls for the holder of a pair. */
    @Path("self")
    public SelfResource self() {
        return new SelfResource(session, gateway);
    }

    /** Reports of leaked appTokens. */
    @Path("leaks")
    public LeaksResource leaks() {
        return new LeaksResource(session);
    }

    @Override
    public void close() {
        // nothing to release
    }
}
