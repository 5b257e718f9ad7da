package io.github.appkeys.core.service.tasks;

import java.time.Duration;

import io.github.appkeys.core.service.settings.SettingsCarrying;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/**
 * Starts the scheduled work of the services, once Keycloak has migrated its database. All background work of app keys:
 *
 * <ul>
 * <li>{@link AppKeyNoticesTask}, on one node of a cluster at a time: ends idle appTokens, sends expiry notices
 * <li>{@link AlarmTask}, on one node of a cluster at a time: ends leaked appTokens, sends e-mails about alarms
 * <li>{@link AlarmQueue}, on each node, when something was seen: handles what was seen of appTokens
 * <li>{@link PasswordGrantRetention}, on one node of a cluster at a time: deletes old password grants
 * <li>{@link PolicyWatch}, on one node of a cluster at a time: tells that a client policy is not in force
 * <li>{@link UsageRetention}, on one node of a cluster at a time: deletes old counts of exchanges
 * <li>{@link PairUpkeep}, on each node at its start, then on one node at a time: completes the rows of pairs
 * <li>{@link SettingsCarrying}, on each node, once
 * <li>the gauge of expiring pairs, on each node; started by {@code JpaAppKeyStoreFactory}
 * <li>the writers of last uses, failed attempts, password grants and counts, on each node; also started by
 * {@code JpaAppKeyStoreFactory}, which owns what they write and runs them a last time on shutdown
 * </ul>
 *
 * <p>{@code core.store} and {@code core.jpa} do not know the services, so the factory of the client authenticator
 * registers this listener.
 */
public final class BackgroundTasks implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            start(migrated.getFactory());
        }
    }

    private static void start(KeycloakSessionFactory factory) {
        NoticeCounters.register();
        AlarmCounters.register();
        SettingsCarrying.carryAll(factory);
        PairUpkeep upkeep = new PairUpkeep();
        upkeep.runAtStart(factory);
        try (KeycloakSession session = factory.create()) {
            schedule(session, new AppKeyNoticesTask(), AppKeyNoticesTask.INTERVAL);
            schedule(session, new AlarmTask(), AlarmTask.INTERVAL);
            schedule(session, new PasswordGrantRetention(), PasswordGrantRetention.INTERVAL);
            schedule(session, new UsageRetention(), UsageRetention.INTERVAL);
            schedule(session, upkeep, PairUpkeep.INTERVAL);
            schedule(session, new PolicyWatch(), PolicyWatch.INTERVAL);
        }
    }

    /** In a cluster, one node at a time runs the task. */
    private static void schedule(KeycloakSession session, ScheduledTask task, Duration interval) {
        session.getProvider(TimerProvider.class).schedule(new ClusterAwareScheduledTaskRunner(
                session.getKeycloakSessionFactory(), task, interval.toMillis()), interval.toMillis(),
                task.getTaskName());
    }
}
