package io.github.appkeys.authenticator.gateway;

import java.util.Optional;

import io.github.appkeys.authenticator.AttemptNotes;
import io.github.appkeys.authenticator.Refusal;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.gateway.GatewayError;
import io.github.appkeys.core.gateway.RefusalLog;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.store.KeycloakClock;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The events of the gateway check, and of other endpoints for the holders of pairs: {@code CLIENT_LOGIN} for each
 * access token that is made, and
 * {@code CLIENT_LOGIN_ERROR} for refusals, at the pace of {@link RefusalLog}. One for each request.
 */
public final class GatewayEvents {

    /** The event detail that tells these events from those of exchanges. */
    static final String ENDPOINT_DETAIL = "app_key_endpoint";
    /** The event detail with how often a refusal happened since it was last told. */
    static final String COUNT_DETAIL = "app_key_count";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientConnection connection;
    private final RefusalLog log;
    private final String endpoint;
    private String refusalId;

    /** @param endpoint the name of the endpoint, for {@link #ENDPOINT_DETAIL} */
    public GatewayEvents(KeycloakSession session, RefusalLog log, String endpoint) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.connection = session.getContext().getConnection();
        this.log = log;
        this.endpoint = endpoint;
    }

    /** The event with which the grant tells success or failure. */
    EventBuilder login(ClientModel client) {
        return new PacedEvent().event(EventType.CLIENT_LOGIN).client(client)
                .detail(ENDPOINT_DETAIL, endpoint)
                .detail(Details.GRANT_TYPE, OAuth2Constants.CLIENT_CREDENTIALS)
                .detail(Details.CLIENT_AUTH_METHOD, ApiClient.AUTHENTICATOR);
    }

    /**
     * Tells a refusal, and notes it for diagnoses.
     *
     * @param appKey what was sent, where it has the form of an appKey
     * @param verdict what refuses the pair; empty for refusals that no exchange knows
     */
    public void refused(Optional<AppKey> appKey, Optional<Verdict> verdict, GatewayError error) {
        if (error.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            // an event would need the database, which is what is away
            return;
        }
        Optional<Reason> reason = verdict.map(Verdict::reason);
        reason.ifPresent(known -> appKey.ifPresent(key -> AttemptNotes.add(session, realm.getId(), key, known,
                connection.getRemoteHost())));
        long count = count(appKey.map(AppKey::value).orElse(""), error.reason());
        if (count > 0) {
            EventBuilder event = new EventBuilder(realm, session, connection).event(EventType.CLIENT_LOGIN)
                    .detail(ENDPOINT_DETAIL, endpoint)
                    .detail(Refusal.REASON_DETAIL, error.reason())
                    .detail(Refusal.ID_DETAIL, refusalId())
                    .detail(COUNT_DETAIL, String.valueOf(count));
            verdict.ifPresent(known -> Refusal.detailEnded(event, known));
            appKey.ifPresent(key -> event.client(key.value()));
            event.error(error(reason));
        }
    }

    /** The random id of the request's refusal, for its event, the log and the answer. */
    public String refusalId() {
        if (refusalId == null) {
            refusalId = KeycloakModelUtils.generateId();
        }
        return refusalId;
    }

    private long count(String pair, String reason) {
        return log.note(new RefusalLog.Refusal(realm.getId(), pair, connection.getRemoteHost(), reason),
                KeycloakClock.now());
    }

    private static String error(Optional<Reason> reason) {
        return reason.map(known -> switch (known) {
            case UNKNOWN_KEY -> Errors.CLIENT_NOT_FOUND;
            case DISABLED -> Errors.CLIENT_DISABLED;
            default -> Errors.INVALID_CLIENT_CREDENTIALS;
        }).orElse(Errors.NOT_ALLOWED);
    }

    /** What the grant refuses is told at the same pace. */
    private final class PacedEvent extends EventBuilder {

        private PacedEvent() {
            super(GatewayEvents.this.realm, GatewayEvents.this.session, GatewayEvents.this.connection);
        }

        @Override
        public void error(String error) {
            long count = count(String.valueOf(getEvent().getClientId()), error);
            if (count > 0) {
                detail(COUNT_DETAIL, String.valueOf(count)).detail(Refusal.ID_DETAIL, refusalId());
                super.error(error);
            }
        }
    }
}
