package io.github.appkeys.authenticator.secrecy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.github.appkeys.core.store.AppKeyStore;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/**
 * Removes {@link Secrets} from events that Keycloak makes of a request, such as an appToken that was sent as a user
 * name: from the event itself, for the listeners after this one, and from the row that Keycloak has just stored.
 */
final class SecrecyListener implements EventListenerProvider {

    private final KeycloakSession session;

    SecrecyListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        Map<String, String> details = new LinkedHashMap<>(Objects.requireNonNullElse(event.getDetails(), Map.of()));
        details.replaceAll((name, value) -> Secrets.removedFrom(value));
        String clientId = Secrets.removedFrom(event.getClientId());
        boolean hadSecret = !Objects.equals(clientId, event.getClientId())
                || event.getDetails() != null && !details.equals(event.getDetails());
        if (hadSecret) {
            event.setClientId(clientId);
            event.setDetails(details);
            session.getProvider(AppKeyStore.class).events().rewrite(event.getId(), Secrets::removedFrom);
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        String representation = Secrets.removedFrom(event.getRepresentation());
        String path = Secrets.removedFrom(event.getResourcePath());
        if (!Objects.equals(representation, event.getRepresentation())
                || !Objects.equals(path, event.getResourcePath())) {
            event.setRepresentation(representation);
            event.setResourcePath(path);
            session.getProvider(AppKeyStore.class).events().rewriteAdminEvent(event.getId(), Secrets::removedFrom);
        }
    }

    @Override
    public void close() {
        // nothing to release
    }
}
