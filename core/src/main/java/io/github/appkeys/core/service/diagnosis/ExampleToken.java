package io.github.appkeys.core.service.diagnosis;

import java.util.List;

import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.mappers.ExampleSession;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;

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
        return new ExampleSession(session, client, account).with(scope, (userSession, context) -> new TokenManager()
                .responseBuilder(client.getRealm(), client, null, session, userSession, context)
                .generateAccessToken().getAccessToken());
    }
}
