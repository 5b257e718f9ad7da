package io.github.appkeys.authenticator;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.OAuthError;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.settings.PasswordGrantsAttributes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.authenticators.client.ClientAuthUtil;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.delegate.ClientModelLazyDelegate;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/** Refuses a pair: the response gives the reason to the integrator, the event gives it to the key manager. */
public final class Refusal {

    /** The event detail with the {@link Reason}. */
    public static final String REASON_DETAIL = "app_key_reason";

    /** The event detail with the id of the refusal. */
    public static final String ID_DETAIL = "app_key_refusal_id";

    /** The event detail with the id of an appToken that has ended. */
    private static final String TOKEN_DETAIL = "app_key_token";

    /** The event detail with the moment since which it has. */
    private static final String ENDED_AT_DETAIL = "app_key_ended_at";

    /** The header of the response with the id of the refusal, for the holder of a right pair, and in an outage. */
    public static final String ID_HEADER = "X-App-Key-Refusal-Id";

    private static final int RETRY_AFTER_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(Refusal.class);

    private Refusal() {
    }

    /**
     * Ends the client authentication with the response to a refused pair.
     *
     * @param appKey only a value in the form of an appKey: any other may be an appToken in the wrong place
     */
    static void send(ClientAuthenticationFlowContext context, Optional<AppKey> appKey, Verdict verdict) {
        String id = note(context, appKey, verdict);
        context.getEvent().event(EventType.CLIENT_LOGIN);
        appKey.ifPresent(key -> context.getEvent().client(key.value()));
        context.setClient(new UnidentifiedClient());
        context.failure(error(verdict.reason()),
                identified(id, verdict, challenged(context, answer(context.getRealm(), verdict))));
    }

    /**
     * Notes a refusal for events and diagnoses, also where Keycloak itself answers.
     *
     * @return its id, which the event and the log have
     */
    static String note(ClientAuthenticationFlowContext context, Optional<AppKey> appKey, Verdict verdict) {
        Reason reason = verdict.reason();
        String id = KeycloakModelUtils.generateId();
        log(id, reason.name());
        context.getEvent().detail(REASON_DETAIL, reason.name()).detail(ID_DETAIL, id);
        detailEnded(context.getEvent(), verdict);
        if (reason == Reason.UNAVAILABLE) {
            // else Keycloak opens a transaction for it, which fails, and answers 400
            context.getEvent().storeImmediately(false);
        } else {
            appKey.ifPresent(key -> AttemptNotes.add(context.getSession(), context.getRealm().getId(), key, reason,
                    context.getConnection().getRemoteHost()));
        }
        return id;
    }

    /** Tells in an event which appToken was sent, where it has ended. */
    public static void detailEnded(EventBuilder event, Verdict verdict) {
        if (verdict.ended() != null) {
            event.detail(TOKEN_DETAIL, verdict.ended().tokenId())
                    .detail(ENDED_AT_DETAIL, verdict.ended().at().toString());
        }
    }

    /**
     * Tells a refusal in the log.
     *
     * @param id     of the refusal
     * @param reason the name of a {@link Reason}, or of a refusal that only gateways know
     */
    public static void log(String id, String reason) {
        LOG.logf(reason.equals(Reason.UNAVAILABLE.name()) ? Logger.Level.WARN : Logger.Level.DEBUG,
                "Refused a pair: %s (%s)", reason, id);
    }

    /**
     * An integrator who tells the id lets the administrator find the event. What is refused by the request alone, or as
     * unknown, gets the same bytes each time, so there the id stands in the event and the log only.
     */
    private static Response identified(String id, Verdict verdict, Response answer) {
        if (!verdict.reason().isIdentified()) {
            return answer;
        }
        Response.ResponseBuilder identified = Response.fromResponse(answer).header(ID_HEADER, id);
        if (verdict.error() == OAuthError.TEMPORARILY_UNAVAILABLE) {
            identified.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return identified.build();
    }

    /** A client that used the header Authorization is told the scheme (RFC 6749, section 5.2; RFC 7617). */
    private static Response challenged(ClientAuthenticationFlowContext context, Response answer) {
        List<String> authorization = context.getHttpRequest().getHttpHeaders()
                .getRequestHeader(HttpHeaders.AUTHORIZATION);
        if (answer.getStatus() != Response.Status.UNAUTHORIZED.getStatusCode() || authorization == null
                || authorization.isEmpty()) {
            return answer;
        }
        String realm = context.getRealm().getName().replaceAll("[^\\x20-\\x7E]|[\"\\\\]", "?");
        return Response.fromResponse(answer).header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + realm + "\"")
                .build();
    }

    private static Response answer(RealmModel realm, Verdict verdict) {
        int status = verdict.error().status();
        String error = verdict.error().code();
        return PasswordGrantsAttributes.errorPage(realm)
                .map(page -> Response.status(status).type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new ErrorRepresentation(error, verdict.description(), page.uri(verdict.reason())))
                        .build())
                .orElseGet(() -> ClientAuthUtil.errorResponse(status, error, verdict.description()));
    }

    private static AuthenticationFlowError error(Reason reason) {
        return switch (reason) {
            case UNKNOWN_KEY -> AuthenticationFlowError.CLIENT_NOT_FOUND;
            case DISABLED -> AuthenticationFlowError.CLIENT_DISABLED;
            default -> AuthenticationFlowError.INVALID_CLIENT_CREDENTIALS;
        };
    }

    /**
     * The response with {@code error_uri} (RFC 6749, section 5.2). It extends Keycloak's representation, which has no
     * such field, because some endpoints expect it (see BackchannelAuthenticationEndpoint.authorizeClient).
     */
    static final class ErrorRepresentation extends OAuth2ErrorRepresentation {

        private final String errorUri;

        ErrorRepresentation(String error, String errorDescription, String errorUri) {
            super(error, errorDescription);
            this.errorUri = errorUri;
        }

        @JsonProperty("error_uri")
        String errorUri() {
            return errorUri;
        }
    }

    /**
     * Stands in for the client of a refused pair. ClientAuthenticationFlow uses the response of an authenticator only
     * if the context has a client of that authenticator's type; otherwise it asks the other authenticators and then
     * sends its own response. All other methods fail.
     */
    private static final class UnidentifiedClient extends ClientModelLazyDelegate {

        UnidentifiedClient() {
            super(() -> (ClientModel) null);
        }

        @Override
        public String getClientAuthenticatorType() {
            return ApiClient.AUTHENTICATOR;
        }

        @Override
        public boolean isPublicClient() {
            return false;
        }
    }
}
