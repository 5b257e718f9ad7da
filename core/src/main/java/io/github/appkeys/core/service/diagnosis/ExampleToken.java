package io.github.appkeys.core.service.diagnosis;

import java.util.List;

import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.managers.UserSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** The access token that a pair would get: made as ClientCredentialsGrantType does it, but never signed or stored. */
final class ExampleToken {

    private final KeycloakSession session;
    private final ClientModel client;
    private final UserModel account;

    /**
     * What a request with a scope is answered.
     *
     * @param token    null if the client may not ask for the scope, or nothing was asked
     * @param findings why there is no token
     */
    record Outcome(AccessToken token, List<Finding> findings) {

        /** Nothing was asked. */
        static final Outcome NONE = new Outcome(null, List.of());
    }

    ExampleToken(KeycloakSession session, ClientModel client, UserModel account) {
        this.session = session;
        this.client = client;
        this.account = account;
    }

    /**
     * The access token that the client would get for a scope.
     *
     * @param scope the value of the request's {@code scope}; blank for none
     */
    Outcome of(String scope) {
        return scope.isBlank() || TokenManager.isValidScope(session, scope, client, account)
                ? new Outcome(with(scope), List.of())
                : new Outcome(null, List.of(Finding.error(Occurrence.of(Reason.SCOPE_UNKNOWN).with("scope", scope))));
    }

    private AccessToken with(String scope) {
        KeycloakContext context = session.getContext();
        ClientModel asking = context.getClient();
        // Keycloak asks the client of the request whether access tokens are lightweight
        context.setClient(client);
        try {
            return made(scope);
        } finally {
            context.setClient(asking);
        }
    }

    private AccessToken made(String scope) {
        RealmModel realm = client.getRealm();
        AuthenticationSessionManager sessions = new AuthenticationSessionManager(session);
        RootAuthenticationSessionModel root = sessions.createAuthenticationSession(realm, false);
        AuthenticationSessionModel authentication = root.createAuthenticationSession(client);
        try {
            authentication.setAuthenticatedUser(account);
            authentication.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
            authentication.setClientNote(OIDCLoginProtocol.ISSUER,
                    Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
            authentication.setClientNote(OIDCLoginProtocol.SCOPE_PARAM, scope.isBlank() ? null : scope);
            return claims(realm, authentication);
        } finally {
            session.authenticationSessions().removeRootAuthenticationSession(realm, root);
        }
    }

    private AccessToken claims(RealmModel realm, AuthenticationSessionModel authentication) {
        String address = session.getContext().getConnection().getRemoteHost();
        UserSessionModel userSession = new UserSessionManager(session).createUserSession(
                authentication.getParentSession().getId(), realm, account, account.getUsername(), address,
                ServiceAccountConstants.CLIENT_AUTH, false, null, null,
                UserSessionModel.SessionPersistenceState.TRANSIENT);
        userSession.setNote(ServiceAccountConstants.CLIENT_ID, client.getClientId());
        AuthenticationManager.setClientScopesInSession(session, authentication);
        ClientSessionContext context = TokenManager.attachAuthenticationSession(session, userSession, authentication);
        return new TokenManager().responseBuilder(realm, client, null, session, userSession, context)
                .generateAccessToken().getAccessToken();
    }
}
