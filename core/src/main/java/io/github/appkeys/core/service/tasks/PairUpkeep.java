package io.github.appkeys.core.service.tasks;

import java.time.Duration;

import io.github.appkeys.core.store.AppKeyStore;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Completes the rows of pairs: when a server starts, since they may be of an earlier version, and later, since a
 * service account may be made anew without our services.
 */
final class PairUpkeep implements ScheduledTask {

    /** The time between two runs. */
    static final Duration INTERVAL = Duration.ofMinutes(15);

    private static final Logger LOG = Logger.getLogger(PairUpkeep.class);
    private static final String NAME = "app-key-pair-upkeep";

    @Override
    public String getTaskName() {
        return NAME;
    }

    @Override
    public void run(KeycloakSession session) {
        session.getProvider(AppKeyStore.class).pairs().complete();
    }

    /** Two nodes may start at once. What fails is done by the next run. */
    void runAtStart(KeycloakSessionFactory factory) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, this::run);
        } catch (RuntimeException e) {
            LOG.warn("The rows of pairs could not be completed, which is tried again", e);
        }
    }
}
