package io.github.appkeys.authenticator.passwordgrants;

import io.github.appkeys.authenticator.TokenRequestEvent;
import io.github.appkeys.core.passwordgrants.DeprecationHeaders;
import io.github.appkeys.core.passwordgrants.GrantRuling;
import io.github.appkeys.core.service.settings.Announcement;
import org.keycloak.models.KeycloakSession;

/** Tells the integrator that a password grant, which is granted, will end. */
final class GrantWarning {

    /** The event detail of a password grant: {@code deprecated} with a warning, {@code ended} with a refusal. */
    static final String DETAIL = "password_grant";

    private static final String ATTRIBUTE = GrantWarning.class.getName();

    private GrantWarning() {
    }

    /** Of several policies, the one that ends first is told. */
    static void remember(KeycloakSession session, GrantRuling ruling) {
        GrantRuling other = session.getAttribute(ATTRIBUTE, GrantRuling.class);
        if (other == null || ruling.end().at().isBefore(other.end().at())) {
            session.setAttribute(ATTRIBUTE, ruling);
        }
    }

    /** As often as you like. */
    static void send(KeycloakSession session) {
        GrantRuling ruling = session.getAttribute(ATTRIBUTE, GrantRuling.class);
        if (ruling != null) {
            DeprecationHeaders.of(ruling, Announcement.at(session.getContext().getRealm()).orElse(null))
                    .forEach(session.getContext().getHttpResponse()::setHeader);
            TokenRequestEvent.detail(session, DETAIL, "deprecated");
        }
    }
}
