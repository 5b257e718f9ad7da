package io.github.appkeys.testprovider;

import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Keeps the processor busy before the answer for as many microseconds as the header {@code X-Test-Delay-Micros} says,
 * where a realm of a test has this listener: to show that a measurement finds such a delay.
 */
public final class DelayListenerFactory implements EventListenerProviderFactory {

    private static final String HEADER = "X-Test-Delay-Micros";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new EventListenerProvider() {
            @Override
            public void onEvent(Event event) {
                String micros = session.getContext().getRequestHeaders().getHeaderString(HEADER);
                long end = System.nanoTime() + (micros == null ? 0 : Long.parseLong(micros) * 1_000);
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            }

            @Override
            public void onEvent(AdminEvent event, boolean includeRepresentation) {
                // only requests of clients are measured
            }

            @Override
            public void close() {
                // nothing to release
            }
        };
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to follow
    }

    @Override
    public void close() {
        // nothing to release
    }

    @Override
    public String getId() {
        return "test-delay";
    }
}
