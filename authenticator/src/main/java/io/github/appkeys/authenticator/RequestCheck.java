package io.github.appkeys.authenticator;

import io.github.appkeys.core.exchange.ExchangeSettings;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.pairs.RoleLinks;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.models.ClientModel;

/**
 * What a pair may be used for: a token with {@code client_credentials}, and introspecting and revoking tokens
 * (RFC 7662, RFC 7009).
 */
final class RequestCheck {

    private static final String TOKEN = "/protocol/openid-connect/token";
    private static final String INTROSPECTION = "/protocol/openid-connect/token/introspect";
    private static final String REVOCATION = "/protocol/openid-connect/revoke";

    private RequestCheck() {
    }

    /** Whether the request is for a token, with any grant. */
    static boolean isTokenRequest(ClientAuthenticationFlowContext context) {
        return context.getUriInfo().getPath().endsWith(TOKEN);
    }

    /**
     * Checks endpoint, grant type and linked roles.
     *
     * @param client the client whose pair was verified
     */
    static Verdict check(ClientAuthenticationFlowContext context, ClientModel client, ExchangeSettings settings) {
        String path = context.getUriInfo().getPath();
        if (path.endsWith(INTROSPECTION) || path.endsWith(REVOCATION)) {
            return Verdict.accepted();
        }
        String grantType = CredentialsReader.form(context.getHttpRequest()).getFirst(OAuth2Constants.GRANT_TYPE);
        if (!isTokenRequest(context) || !OAuth2Constants.CLIENT_CREDENTIALS.equals(grantType)) {
            return Verdict.refused(Reason.GRANT_NOT_ALLOWED);
        }
        if (settings.requireRole() && !RoleLinks.anyLinked(context.getSession(), client)) {
            return Verdict.refused(Occurrence.of(Reason.NO_ROLE).with("appKey", client.getClientId()));
        }
        return Verdict.accepted();
    }
}
