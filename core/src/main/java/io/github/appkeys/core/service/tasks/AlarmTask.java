package io.github.appkeys.core.service.tasks;

import java.time.Duration;

import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/**
 * Ends leaked appTokens whose time has come, and sends e-mails about alarms that could not be sent at once. Two runs at
 * once would do no harm.
 */
final class AlarmTask implements ScheduledTask {

    /** The time between two runs. */
    static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final String NAME = "app-key-alarms";

    @Override
    public String getTaskName() {
        return NAME;
    }

    @Override
    public void run(KeycloakSession session) {
        new AlarmDesk(session.getKeycloakSessionFactory()).endDue();
        new AlarmMails(session.getKeycloakSessionFactory()).send();
    }
}
