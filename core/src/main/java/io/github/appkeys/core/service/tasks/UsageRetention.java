package io.github.appkeys.core.service.tasks;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import io.github.appkeys.core.usage.UsageDay;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/** Deletes the counts of exchanges of days that are not kept any more. */
final class UsageRetention implements ScheduledTask {

    /** The time between two runs. */
    static final Duration INTERVAL = Duration.ofHours(6);

    private static final String NAME = "app-key-usage-retention";

    @Override
    public String getTaskName() {
        return NAME;
    }

    @Override
    public void run(KeycloakSession session) {
        LocalDate today = LocalDate.ofInstant(KeycloakClock.now(), ZoneOffset.UTC);
        session.getProvider(AppKeyStore.class).usage().prune(today.minusDays(UsageDay.KEPT - 1L));
    }
}
