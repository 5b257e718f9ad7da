package io.github.appkeys.authenticator.gateway;

import java.util.Collection;
import java.util.Optional;

import io.github.appkeys.authenticator.Refusal;
import io.github.appkeys.core.gateway.GatewayError;
import io.github.appkeys.core.gateway.RoleName;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The answers of the gateway check, of which the refusals serve other endpoints as well. */
public final class GatewayAnswers {

    static final String APP_KEY = "X-App-Key";
    static final String ROLES = "X-App-Roles";
    static final String ROLES_OMITTED = "X-App-Roles-Omitted";
    static final String ERROR = "X-App-Key-Error";
    /** The value of {@code Cache-Control} where nothing may be kept. */
    public static final String NO_STORE = "no-store";

    /** Gateways limit the size of headers; nginx to 4 or 8 KB for all of them. */
    private static final int MAX_ROLES = 4096;
    private static final String RETRY_SECONDS = "5";

    private GatewayAnswers() {
    }

    /** The call may go on. */
    static Response accepted(KeycloakSession session, String appKey, Collection<RoleName> roles, Optional<String> jwt) {
        session.getProvider(SecurityHeadersProvider.class).options().allowEmptyContentType();
        Response.ResponseBuilder answer = Response.ok().header(APP_KEY, appKey);
        String names = RoleName.header(roles);
        if (names.length() > MAX_ROLES) {
            answer.header(ROLES_OMITTED, "true");
        } else {
            answer.header(ROLES, names);
        }
        jwt.ifPresent(token -> answer.header(HttpHeaders.AUTHORIZATION, "Bearer " + token));
        return answer.header(HttpHeaders.CACHE_CONTROL, caching(session.getContext().getRealm())).build();
    }

    /** A preflight request of a browser may go on. It has no pair, so the answer has none of our headers. */
    static Response preflight() {
        return Response.noContent().header(HttpHeaders.CACHE_CONTROL, NO_STORE).build();
    }

    /**
     * The call may not go on.
     *
     * @param id of the refusal
     */
    public static Response refused(RealmModel realm, GatewayError error, String id) {
        String json = error.json();
        Response.ResponseBuilder answer = Response.status(error.status()).type(MediaType.APPLICATION_JSON_TYPE)
                .entity(json).header(ERROR, json).header(HttpHeaders.CACHE_CONTROL, NO_STORE);
        if (error.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            String name = realm.getName().replaceAll("[^\\x20-\\x7E]|[\"\\\\]", "?");
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + name + "\"");
        } else if (error.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return (error.identified() ? answer.header(Refusal.ID_HEADER, id) : answer).build();
    }

    private static String caching(RealmModel realm) {
        long seconds = RealmSettingsAttributes.gatewayMaxAge(realm);
        return seconds == 0 ? NO_STORE : "private, max-age=" + seconds;
    }
}
