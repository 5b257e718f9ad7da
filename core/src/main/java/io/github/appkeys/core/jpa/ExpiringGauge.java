package io.github.appkeys.core.jpa;

import java.time.Duration;

import io.github.appkeys.core.expiry.ExpiringPairs;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The gauge {@code app_key_pairs_expiring}. A timer refreshes its value from the database, so that a scrape never waits
 * for a query; all nodes report the same. Never throws, since a timer runs it.
 */
final class ExpiringGauge implements Runnable {

    /** The pause between two refreshes. */
    static final Duration INTERVAL = Duration.ofMinutes(1);

    /** The name of the timer. */
    static final String TASK = "app-key-expiring";

    private static final Logger LOG = Logger.getLogger(ExpiringGauge.class);
    private static final String NAME = "app.key.pairs.expiring";

    private final KeycloakSessionFactory sessions;
    private volatile ExpiringPairs known = ExpiringPairs.NONE;

    ExpiringGauge(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    /** If metrics are disabled, the gauge is never read. */
    void register() {
        ExpiringPairs.DAYS.forEach(days -> Gauge.builder(NAME, this, gauge -> gauge.known.within(days))
                .description("Enabled app key pairs whose current appToken expires soon")
                .tag("within", days + "d")
                .register(Metrics.globalRegistry));
    }

    @Override
    public void run() {
        if (Metrics.globalRegistry.getRegistries().isEmpty()) {
            return;
        }
        try {
            known = KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> session
                    .getProvider(AppKeyStore.class).notices().countExpiring(KeycloakClock.now()));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The pairs that expire soon could not be counted");
        }
    }
}
