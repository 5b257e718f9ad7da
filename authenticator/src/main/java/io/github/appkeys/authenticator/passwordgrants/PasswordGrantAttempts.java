package io.github.appkeys.authenticator.passwordgrants;

import io.github.appkeys.authenticator.AttemptNotes;
import io.github.appkeys.authenticator.CredentialsReader;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.reason.Reason;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;

/**
 * Notes attempts to use an appKey as the user name of a password grant, as integrations did before. Whether the appKey
 * exists is checked later, outside the request.
 */
final class PasswordGrantAttempts {

    private final KeycloakSession session;

    PasswordGrantAttempts(KeycloakSession session) {
        this.session = session;
    }

    /** @param event a password grant that failed */
    void note(Event event) {
        String username = username(event);
        if (AppKey.isWellFormed(username) && !AppToken.looksLikeOne(username)) {
            AttemptNotes.add(session, event.getRealmId(), new AppKey(username), Reason.PASSWORD_GRANT,
                    event.getIpAddress());
        }
    }

    /** From the form where the event has none: Keycloak adds it only if the client may use the grant. */
    private String username(Event event) {
        String username = event.getDetails().get(Details.USERNAME);
        return username != null ? username
                : CredentialsReader.form(session.getContext().getHttpRequest()).getFirst(Details.USERNAME);
    }
}
