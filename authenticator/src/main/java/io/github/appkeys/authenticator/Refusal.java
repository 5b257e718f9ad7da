package io.github.appkeys.authenticator;

import io.github.appkeys.core.exchange.PresentedPair;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.settings.RealmErrorPage;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.authenticators.client.ClientAuthUtil;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.RealmModel;

/** Tells the integrator by the response, and the key manager by the event, that and why a pair is refused. */
public final class Refusal {

    /** The event detail with the {@link Reason}. */
    public static final String REASON_DETAIL = "app_key_reason";

    private static final Logger LOG = Logger.getLogger(Refusal.class);

    private Refusal() {
    }

    static void send(ClientAuthenticationFlowContext context, PresentedPair pair, Verdict verdict) {
        LOG.debugf("Refused a pair: %s", verdict.reason());
        EventBuilder event = context.getEvent().event(EventType.CLIENT_LOGIN)
                .detail(REASON_DETAIL, verdict.reason().name());
        // only what has the form of an appKey: anything else might be the secret half in the wrong place
        pair.nameableKey().ifPresent(appKey -> {
            event.client(appKey.value());
            AttemptNotes.add(context.getSession(), context.getRealm().getId(), appKey, verdict.reason(),
                    context.getConnection().getRemoteHost());
        });
        context.setClient(new UnidentifiedClient());
        context.failure(error(verdict.reason()), answer(context.getRealm(), verdict));
    }

    private static Response answer(RealmModel realm, Verdict verdict) {
        int status = verdict.error().status();
        String error = verdict.error().code();
        return RealmErrorPage.of(realm)
                .map(page -> Response.status(status).type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new RefusalRepresentation(error, verdict.description(), page.uri(verdict.reason())))
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
}
