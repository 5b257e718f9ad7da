package io.github.appkeys.core.store;

import java.time.Instant;

import org.keycloak.common.util.Time;

/** Keycloak's clock, which a test server may move. The one place where "now" is read. */
public final class KeycloakClock {

    private KeycloakClock() {
    }

    /** The current moment, in milliseconds. */
    public static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
