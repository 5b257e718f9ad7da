package io.github.appkeys.authenticator.passwordgrants;

import io.github.appkeys.authenticator.TokenRequestEvent;
import io.github.appkeys.core.passwordgrants.DeprecationHeaders;
import io.github.appkeys.core.passwordgrants.GrantRuling;
import io.github.appkeys.core.service.settings.Announcement;
import org.keycloak.models.KeycloakSession;

/** Adds deprecation headers to the response of a password grant that still succeeds but will be refused later. */
final class GrantWarning {

    /** The event detail of a password grant: {@code deprecated} with a warning, {@code ended} with a refusal. */
    static final String DETAIL = "password_grant";

    private static final String ATTRIBUTE = GrantWarning.class.getName();

    private GrantWarning() {
    }

    /** Stores a ruling until the response. Of several policies, the earliest end is kept. */
    static void remember(KeycloakSession session, GrantRuling ruling) {
        GrantRuling other = session.getAttribute(ATTRIBUTE, GrantRuling.class);
        if (other == null || ruling.end().at().isBefore(other.end().at())) {
            session.setAttribute(ATTRIBUTE, ruling);
        }
    }

    /** Adds the headers and the event detail, if there is a ruling. Idempotent. */
    static void send(KeycloakSession session) {
        GrantRuling ruling = session.getAttribute(ATTRIBUTE, GrantRuling.class);
        if (ruling != null) {
            DeprecationHeaders.of(ruling, Announcement.at(session.getContext().getRealm()).orElse(null))
                    .forEach(session.getContext().getHttpResponse()::setHeader);
            TokenRequestEvent.detail(session, DETAIL, "deprecated");
        }
    }
}
