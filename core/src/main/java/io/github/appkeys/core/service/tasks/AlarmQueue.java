package io.github.appkeys.core.service.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.appkeys.core.leaks.Sighting;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.tasks.AlarmCounters.Outcome;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * What was seen of appTokens on this node and is not handled yet. Requests only add to it, so that they take the same
 * time whatever they hold, and touch no database; a thread of its own handles it within a second. Sightings of the same
 * appToken are combined, and their number is bounded. What is in it is lost where the node ends at that moment.
 */
public final class AlarmQueue {

    /** More than some reports of 1,000 appTokens. */
    private static final int MAX = 20_000;
    private static final long PAUSE_MILLIS = 200;
    private static final long RETRY_SECONDS = 10;

    private static final Logger LOG = Logger.getLogger(AlarmQueue.class);
    private static final AlarmQueue OF_THIS_NODE = new AlarmQueue();

    private record Key(String hash, Pair.AlarmKind kind, String realmId) {

        static Key of(Sighting sighting) {
            return new Key(sighting.hash(), sighting.kind(), sighting.realmId());
        }
    }

    private final Map<Key, Sighting> pending = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean mailing = new AtomicBoolean();
    /** One thread for the sightings, and one for e-mails, which a slow SMTP server may hold up. */
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(2, task -> {
        Thread thread = new Thread(task, "app-key-alarms");
        thread.setDaemon(true);
        return thread;
    });

    private AlarmQueue() {
        threads.setKeepAliveTime(10, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
    }

    /** Adds what was seen. Never waits for a database. What does not fit any more is dropped, and counted. */
    public static void add(KeycloakSession session, List<Sighting> sightings) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        long dropped = sightings.stream().filter(sighting -> !OF_THIS_NODE.accept(sighting)).count();
        if (dropped > 0) {
            LOG.warnf("%d reports of appTokens were dropped: too many came at once", dropped);
            AlarmCounters.count(Outcome.DROPPED, dropped);
        }
        if (!sightings.isEmpty()) {
            OF_THIS_NODE.soon(factory, PAUSE_MILLIS);
        }
    }

    private boolean accept(Sighting sighting) {
        Key key = Key.of(sighting);
        boolean fits = pending.size() < MAX || pending.containsKey(key);
        if (fits) {
            pending.merge(key, sighting, Sighting::plus);
        }
        return fits;
    }

    /** Many requests may ask at once; one run serves them all. */
    private void soon(KeycloakSessionFactory factory, long millis) {
        if (asked.compareAndSet(false, true)) {
            threads.schedule(() -> {
                asked.set(false);
                run(factory);
            }, millis, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void run(KeycloakSessionFactory factory) {
        List<Sighting> taken = new ArrayList<>();
        pending.keySet().forEach(key -> {
            Sighting sighting = pending.remove(key);
            if (sighting != null) {
                taken.add(sighting);
            }
        });
        List<Sighting> left = new AlarmDesk(factory).take(taken);
        left.forEach(this::accept);
        if (!left.isEmpty()) {
            soon(factory, TimeUnit.SECONDS.toMillis(RETRY_SECONDS));
        }
        if (left.size() < taken.size() && mailing.compareAndSet(false, true)) {
            threads.execute(() -> {
                mailing.set(false);
                new AlarmMails(factory).send();
            });
        }
    }
}
