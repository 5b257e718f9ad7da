package io.github.appkeys.core.service.mappers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.service.pairs.RoleLinks;
import io.github.appkeys.core.service.pairs.Roles;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.util.DefaultClientSessionContext;
import org.keycloak.util.JsonSerialization;

/** Compares the access token that is about to be issued to a pair with what the pair has. */
public final class IssuedRoles {

    private final KeycloakSession session;
    private final ClientModel client;
    private final AuthenticatedClientSessionModel clientSession;

    /** @param clientSession the session of the exchange */
    public IssuedRoles(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
        this.session = session;
        this.client = clientSession.getClient();
        this.clientSession = clientSession;
    }

    /**
     * The roles that a service would read in the token, or be told by introspection or userinfo, and that the pair does
     * not have. Empty where all is as it should be.
     *
     * @param token as it will be signed
     */
    public Set<RoleRef> notHeld(AccessToken token) {
        UserSessionModel userSession = clientSession.getUserSession();
        Mappers mappers = new Mappers(session, userSession, DefaultClientSessionContext
                .fromClientSessionAndScopeParameter(clientSession,
                        clientSession.getNote(OIDCLoginProtocol.SCOPE_PARAM), session));
        Set<RoleRef> roles = new HashSet<>(TokenRoles.of(token));
        roles.addAll(TokenRoles.of(mappers.introspection(ran -> { })));
        roles.addAll(TokenRoles.of(mappers.userInfo(ran -> { })));
        roles.removeAll(held(session, client));
        return roles;
    }

    /**
     * Whether Keycloak itself would take the token for one of another account: it looks first for the user of
     * {@code sub}, then for that of {@code preferred_username}, and mappers can write both.
     *
     * @param token as it will be signed
     */
    public boolean isOfAnotherAccount(AccessToken token) {
        return isOfAnotherAccount(session, clientSession.getUserSession(), token);
    }

    static boolean isOfAnotherAccount(KeycloakSession session, UserSessionModel userSession, AccessToken token) {
        UserModel user = TokenManager.lookupUserFromStatelessToken(session, userSession.getRealm(), read(token));
        return user != null && !user.getId().equals(userSession.getUser().getId());
    }

    /** The names of the roles that a pair has. */
    static Set<RoleRef> held(KeycloakSession session, ClientModel client) {
        return RoleLinks.held(session, client).stream().map(Roles::ref).collect(Collectors.toSet());
    }

    /** As a reader of the signed token sees it: claims of mappers can repeat a member, or be of another type. */
    private static AccessToken read(AccessToken token) {
        try {
            JsonNode claims = JsonSerialization.mapper.readTree(JsonSerialization.writeValueAsBytes(token));
            AccessToken read = new AccessToken();
            read.setSubject(claims.path("sub").asText(null));
            read.setPreferredUsername(claims.path("preferred_username").asText(null));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
