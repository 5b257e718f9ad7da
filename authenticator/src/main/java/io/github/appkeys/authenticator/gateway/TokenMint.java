package io.github.appkeys.authenticator.gateway;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.github.appkeys.core.gateway.GatewayError;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.EventBuilder;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.cors.Cors;
import org.keycloak.util.TokenUtil;

/**
 * Makes access tokens by the grant {@code client_credentials} of this server, the very one that an exchange asks: with
 * its mappers, scopes, client policies and events.
 */
final class TokenMint {

    private static final Logger LOG = Logger.getLogger(TokenMint.class);

    private final KeycloakSession session;
    private final GatewayEvents events;

    TokenMint(KeycloakSession session, GatewayEvents events) {
        this.session = session;
        this.events = events;
    }

    /**
     * An access token.
     *
     * @param jwt the token itself
     * @param id  its claim jti
     * @param at  when it was made
     * @param end when it ends; null for never
     */
    record Minted(String jwt, String id, Instant at, Instant end) {
    }

    /** The realm does not give a token. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient GatewayError error;

        RefusedException(GatewayError error) {
            super(error.reason(), null, false, false);
            this.error = error;
        }

        GatewayError error() {
            return error;
        }
    }

    /** Whether the tokens of a client must be bound to a key or a certificate: a gateway can get none. */
    static boolean mustBind(ClientModel client) {
        OIDCAdvancedConfigWrapper config = OIDCAdvancedConfigWrapper.fromClientModel(client);
        return config.isUseMtlsHokToken() || config.isUseDPoP();
    }

    /**
     * Makes a token.
     *
     * @param scope the requested scopes; null for none
     * @throws RefusedException if a client policy or another rule of the realm refuses it
     */
    Minted mint(ClientModel client, String scope) throws RefusedException {
        if (mustBind(client)) {
            throw new RefusedException(GatewayError.Refused.TOKEN_BOUND.error());
        }
        session.getContext().setClient(client);
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.putSingle(OAuth2Constants.GRANT_TYPE, OAuth2Constants.CLIENT_CREDENTIALS);
        if (scope != null) {
            form.putSingle(OAuth2Constants.SCOPE, scope);
        }
        EventBuilder event = events.login(client);
        OAuth2GrantType grant = session.getProvider(OAuth2GrantType.class, OAuth2Constants.CLIENT_CREDENTIALS);
        if (grant == null) {
            throw new RefusedException(GatewayError.Refused.TOKEN_REFUSED.error());
        }
        try (Response response = grant.process(new OAuth2GrantType.Context(session,
                OIDCAdvancedConfigWrapper.fromClientModel(client), Map.of(), form, event, Cors.builder(),
                new TokenManager()))) {
            if (response.getEntity() instanceof AccessTokenResponse tokens) {
                return checked(tokens);
            }
            throw new RefusedException(GatewayError.Refused.TOKEN_REFUSED.error());
        } catch (WebApplicationException e) {
            LOG.debugf("No access token for a gateway: %s", e.getMessage());
            throw new RefusedException(GatewayError.Refused.TOKEN_REFUSED.error());
        }
    }

    private static Minted checked(AccessTokenResponse tokens) throws RefusedException {
        AccessToken token = read(tokens.getToken());
        if (token.getConfirmation() != null || !TokenUtil.TOKEN_TYPE_BEARER.equalsIgnoreCase(tokens.getTokenType())) {
            throw new RefusedException(GatewayError.Refused.TOKEN_BOUND.error());
        }
        Instant end = Optional.ofNullable(token.getExp()).filter(seconds -> seconds > 0).map(Instant::ofEpochSecond)
                .orElse(null);
        return new Minted(tokens.getToken(), token.getId(), Instant.ofEpochSecond(token.getIat()), end);
    }

    private static AccessToken read(String jwt) {
        try {
            return new JWSInput(jwt).readJsonContent(AccessToken.class);
        } catch (JWSInputException e) {
            throw new IllegalStateException("The grant client_credentials returned no signed access token", e);
        }
    }
}
