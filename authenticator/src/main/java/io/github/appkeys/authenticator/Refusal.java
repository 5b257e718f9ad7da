package io.github.appkeys.authenticator;

import io.github.appkeys.core.PresentedPair;
import io.github.appkeys.core.Reason;
import io.github.appkeys.core.Verdict;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.authenticators.client.ClientAuthUtil;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** Tells the integrator by the response, and the key manager by the event, that and why a pair is refused. */
final class Refusal {

    /** The event detail with the {@link Reason}. */
    static final String REASON_DETAIL = "app_key_reason";

    private static final Logger LOG = Logger.getLogger(Refusal.class);

    private Refusal() {
    }

    static void send(ClientAuthenticationFlowContext context, PresentedPair pair, Verdict verdict) {
        LOG.debugf("Refused a pair: %s", verdict.reason());
        EventBuilder event = context.getEvent().event(EventType.CLIENT_LOGIN)
                .detail(REASON_DETAIL, verdict.reason().name());
        // only what has the form of an appKey: anything else might be the secret half in the wrong place
        pair.nameableKey().ifPresent(appKey -> event.client(appKey.value()));
        context.setClient(new UnidentifiedClient());
        context.failure(error(verdict.reason()), ClientAuthUtil.errorResponse(verdict.error().status(),
                verdict.error().code(), verdict.description()));
    }

    private static AuthenticationFlowError error(Reason reason) {
        return switch (reason) {
            case UNKNOWN_KEY -> AuthenticationFlowError.CLIENT_NOT_FOUND;
            case DISABLED -> AuthenticationFlowError.CLIENT_DISABLED;
            default -> AuthenticationFlowError.INVALID_CLIENT_CREDENTIALS;
        };
    }
}
