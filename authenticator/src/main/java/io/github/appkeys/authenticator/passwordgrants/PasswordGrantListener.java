package io.github.appkeys.authenticator.passwordgrants;

import java.util.Map;

import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/** Listens to password grants: counts those that succeeded, notes those that failed for diagnoses. */
final class PasswordGrantListener implements EventListenerProvider {

    private final PasswordGrantCounter granted;
    private final PasswordGrantAttempts failed;

    PasswordGrantListener(KeycloakSession session) {
        this.granted = new PasswordGrantCounter(session);
        this.failed = new PasswordGrantAttempts(session);
    }

    @Override
    public void onEvent(Event event) {
        Map<String, String> details = event.getDetails();
        if (details == null || !OAuth2Constants.PASSWORD.equals(details.get(Details.GRANT_TYPE))) {
            return;
        }
        if (event.getType() == EventType.LOGIN) {
            granted.count(event);
        } else if (event.getType() == EventType.LOGIN_ERROR) {
            failed.note(event);
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // no admin event is a password grant
    }

    @Override
    public void close() {
        // nothing to release
    }
}
