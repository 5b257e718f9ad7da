package io.github.appkeys.core.service.mappers;

import java.util.function.BiFunction;

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
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.managers.UserSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** The session that an exchange would have: made as ClientCredentialsGrantType does it, but never stored. */
public final class ExampleSession {

    private final KeycloakSession session;
    private final ClientModel client;
    private final UserModel account;

    /** @param account the service account of the client */
    public ExampleSession(KeycloakSession session, ClientModel client, UserModel account) {
        this.session = session;
        this.client = client;
        this.account = account;
    }

    /**
     * Does something with the session of a request.
     *
     * @param scope the value of the request's {@code scope}; blank for none
     */
    public <T> T with(String scope, BiFunction<UserSessionModel, ClientSessionContext, T> action) {
        KeycloakContext context = session.getContext();
        ClientModel asking = context.getClient();
        // Keycloak asks the client of the request whether access tokens are lightweight
        context.setClient(client);
        try {
            return made(scope, action);
        } finally {
            context.setClient(asking);
        }
    }

    private <T> T made(String scope, BiFunction<UserSessionModel, ClientSessionContext, T> action) {
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
            return attached(realm, authentication, action);
        } finally {
            session.authenticationSessions().removeRootAuthenticationSession(realm, root);
        }
    }

    private <T> T attached(RealmModel realm, AuthenticationSessionModel authentication,
            BiFunction<UserSessionModel, ClientSessionContext, T> action) {
        String address = session.getContext().getConnection().getRemoteHost();
        UserSessionModel userSession = new UserSessionManager(session).createUserSession(
                authentication.getParentSession().getId(), realm, account, account.getUsername(), address,
                ServiceAccountConstants.CLIENT_AUTH, false, null, null,
                UserSessionModel.SessionPersistenceState.TRANSIENT);
        userSession.setNote(ServiceAccountConstants.CLIENT_ID, client.getClientId());
        AuthenticationManager.setClientScopesInSession(session, authentication);
        return action.apply(userSession,
                TokenManager.attachAuthenticationSession(session, userSession, authentication));
    }
}
