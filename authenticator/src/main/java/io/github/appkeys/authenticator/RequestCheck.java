package io.github.appkeys.authenticator;

import java.util.EnumSet;
import java.util.Set;

import io.github.appkeys.core.exchange.ExchangeSettings;
import io.github.appkeys.core.exchange.UnavailableException;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.exchange.PairLookup;
import io.github.appkeys.core.service.pairs.RoleLinks;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * What a pair may be used for: a token with {@code client_credentials}, and introspecting and revoking tokens
 * (RFC 7662, RFC 7009).
 */
final class RequestCheck {

    /** What the token endpoint sets before it authenticates the client: the type of the grant's event. */
    private static final Set<EventType> GRANTS = EnumSet.of(EventType.CLIENT_LOGIN, EventType.LOGIN,
            EventType.CODE_TO_TOKEN, EventType.REFRESH_TOKEN, EventType.TOKEN_EXCHANGE, EventType.PERMISSION_TOKEN,
            EventType.AUTHREQID_TO_TOKEN, EventType.OAUTH2_DEVICE_CODE_TO_TOKEN);
    private static final Set<EventType> OF_TOKENS = EnumSet.of(EventType.INTROSPECT_TOKEN, EventType.REVOKE_GRANT);

    private RequestCheck() {
    }

    /** Whether the request is for a token, with any grant. */
    static boolean isTokenRequest(ClientAuthenticationFlowContext context) {
        return GRANTS.contains(endpoint(context));
    }

    /**
     * Checks endpoint, grant type and roles.
     *
     * @param client the client whose pair was verified
     */
    static Verdict check(ClientAuthenticationFlowContext context, ClientModel client, ExchangeSettings settings) {
        if (OF_TOKENS.contains(endpoint(context))) {
            return Verdict.accepted();
        }
        String grantType = CredentialsReader.form(context.getHttpRequest()).getFirst(OAuth2Constants.GRANT_TYPE);
        if (endpoint(context) != EventType.CLIENT_LOGIN || !OAuth2Constants.CLIENT_CREDENTIALS.equals(grantType)) {
            return Verdict.refused(Reason.GRANT_NOT_ALLOWED);
        }
        return linkedRole(context.getSession(), client, settings);
    }

    /** Checks that a role is linked, where the realm requires one. */
    static Verdict linkedRole(KeycloakSession session, ClientModel client, ExchangeSettings settings) {
        try {
            return !settings.requireRole() || PairLookup.answered(session, () -> RoleLinks.anyHeld(session, client))
                    ? Verdict.accepted()
                    : Verdict.refused(Occurrence.of(Reason.NO_ROLE).with("appKey", client.getClientId()));
        } catch (UnavailableException e) {
            return Verdict.refused(Reason.UNAVAILABLE);
        }
    }

    /** Each endpoint says with its event what it is for, whatever its address looked like; null for none. */
    private static EventType endpoint(ClientAuthenticationFlowContext context) {
        return context.getEvent().getEvent().getType();
    }
}
