package io.github.appkeys.core.service.tasks;

import java.time.Duration;

import io.github.appkeys.core.passwordgrants.PasswordGrantStore;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Deletes observed password grants that are older than the retention of their realm, and the oldest ones above the
 * limit. Also in realms in which app keys are disabled.
 */
final class PasswordGrantRetention implements ScheduledTask {

    /** The time between two runs. */
    static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(PasswordGrantRetention.class);
    private static final String NAME = "app-key-password-grant-retention";

    @Override
    public String getTaskName() {
        return NAME;
    }

    @Override
    public void run(KeycloakSession session) {
        for (String realmId : grants(session).realms()) {
            prune(session.getKeycloakSessionFactory(), realmId);
        }
    }

    /** An error in one realm does not stop the others. */
    private static void prune(KeycloakSessionFactory factory, String realmId) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                if (realm == null) {
                    grants(session).removeRealm(realmId);
                } else {
                    int days = RealmSettingsAttributes.read(realm).passwordGrants().retentionDays();
                    grants(session).prune(realmId, KeycloakClock.now().minus(Duration.ofDays(days)));
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf(e, "Old password grants of realm %s could not be forgotten, which is tried again", realmId);
        }
    }

    private static PasswordGrantStore grants(KeycloakSession session) {
        return session.getProvider(AppKeyStore.class).passwordGrants();
    }
}
