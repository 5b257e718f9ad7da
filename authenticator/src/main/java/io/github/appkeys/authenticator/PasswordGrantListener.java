package io.github.appkeys.authenticator;

import java.util.Map;

import io.github.appkeys.core.AppKey;
import io.github.appkeys.core.AppToken;
import io.github.appkeys.core.Reason;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/**
 * Notices who sends an appKey as a user name with the password grant, as integrations did before. Whether there is such
 * an appKey is asked later, off the request's thread.
 */
final class PasswordGrantListener implements EventListenerProvider {

    private final KeycloakSession session;

    PasswordGrantListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        Map<String, String> details = event.getDetails();
        if (event.getType() != EventType.LOGIN_ERROR || details == null
                || !OAuth2Constants.PASSWORD.equals(details.get(Details.GRANT_TYPE))) {
            return;
        }
        String username = username(details);
        if (AppKey.isWellFormed(username) && !AppToken.looksLikeOne(username)) {
            AttemptNotes.add(session, event.getRealmId(), new AppKey(username), Reason.PASSWORD_GRANT,
                    event.getIpAddress());
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // no password is granted there
    }

    @Override
    public void close() {
        // nothing to release
    }

    /** The event has none where the client may not use the grant. */
    private String username(Map<String, String> details) {
        String username = details.get(Details.USERNAME);
        return username != null ? username
                : CredentialsReader.form(session.getContext().getHttpRequest()).getFirst(Details.USERNAME);
    }
}
