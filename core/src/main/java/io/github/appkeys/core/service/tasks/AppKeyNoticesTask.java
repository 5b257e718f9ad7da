package io.github.appkeys.core.service.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.github.appkeys.core.expiry.IdleRule;
import io.github.appkeys.core.service.settings.IdleSince;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.settings.RealmSettings;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.timer.ScheduledTask;

/**
 * Ends idle appTokens and sends expiry notices, in the realms in which app keys are enabled. One node of a cluster at a
 * time runs it. Two runs at once would do no harm: each piece of work is reserved in the database first.
 */
final class AppKeyNoticesTask implements ScheduledTask {

    /** The time between two runs. */
    static final Duration INTERVAL = Duration.ofMinutes(15);

    private static final Logger LOG = Logger.getLogger(AppKeyNoticesTask.class);
    private static final String NAME = "app-key-notices";
    /** Keycloak has one thread for all scheduled tasks, so a run stops then. The next run does the rest. */
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    @Override
    public String getTaskName() {
        return NAME;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        long end = System.nanoTime() + AT_MOST.toNanos();
        Set<String> expiring = session.getProvider(AppKeyStore.class).notices().realms(KeycloakClock.now());
        List<Job> jobs = new ArrayList<>();
        session.realms().getRealmsStream().filter(realm -> realm.isEnabled()).forEach(realm -> {
            RealmSettings settings = RealmSettingsAttributes.read(realm);
            if (settings.enabled() && (settings.idleDays() > 0 || expiring.contains(realm.getId()))) {
                jobs.add(new Job(new Sweep(factory, realm.getId(), end), settings.idleDays(), IdleSince.of(realm),
                        expiring.contains(realm.getId())));
            }
        });
        // if runs often stop early, it is not always the same realms that wait
        Collections.shuffle(jobs);
        jobs.forEach(AppKeyNoticesTask::run);
    }

    /** An error in one realm does not stop the others. */
    private static void run(Job job) {
        try {
            if (job.idleDays > 0) {
                IdleRule rule = new IdleRule(Duration.ofDays(job.idleDays), job.idleSince, KeycloakClock.now());
                new IdleTokens(job.sweep, rule).switchOff();
                new IdleNotices(job.sweep, rule).send();
            }
            if (job.expiring) {
                new ExpiryNotices(job.sweep).send();
                new NoticeMails(job.sweep).send();
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "Notices about app keys of realm %s failed and are tried again", job.sweep.realmId());
        }
    }

    private record Job(Sweep sweep, long idleDays, Instant idleSince, boolean expiring) {
    }
}
