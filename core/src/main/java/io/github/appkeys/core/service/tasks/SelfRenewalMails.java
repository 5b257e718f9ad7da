package io.github.appkeys.core.service.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.store.KeycloakClock;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Tells the contact of a pair that its holder has renewed it, so that a renewal by a thief is seen. The e-mail is sent
 * after the transaction, by a thread of its own, and is tried again for a day. It is lost where the node ends before:
 * history and admin event are not. A pair gets a few in an hour at most, so that no holder can flood the contact.
 */
public final class SelfRenewalMails {

    private static final Logger LOG = Logger.getLogger(SelfRenewalMails.class);
    private static final int MAX_WAITING = 1000;
    private static final int MAX_ADDRESS = 45;
    private static final int MAX_IN_AN_HOUR = 5;
    private static final Duration TRIED = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final SelfRenewalMails OF_THIS_NODE = new SelfRenewalMails();

    /** What the e-mail is about. Holds no secret. */
    record Renewed(String realmId, String contact, String appKey, String label, String hint, Instant at,
            String address) {
    }

    /** When e-mails about a pair were sent in the last hour, by client. */
    private final Map<String, Deque<Instant>> told = new HashMap<>();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "app-key-renewal-mails");
        thread.setDaemon(true);
        return thread;
    });

    private SelfRenewalMails() {
        threads.setKeepAliveTime(10, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Tells the contact once the transaction of the session is committed.
     *
     * @param pair    with its new appToken
     * @param address from where it was renewed
     */
    public static void tell(KeycloakSession session, Pair pair, String address) {
        if (pair.contact() == null) {
            return;
        }
        Pair.Token token = pair.token(pair.currentTokenId());
        Renewed renewed = new Renewed(session.getContext().getRealm().getId(), pair.contact(), pair.appKey(),
                pair.label(), token.hint(), token.createdAt(),
                address.substring(0, Math.min(address.length(), MAX_ADDRESS)));
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {

            @Override
            protected void commitImpl() {
                OF_THIS_NODE.add(factory, pair.clientUuid(), renewed);
            }

            @Override
            protected void rollbackImpl() {
                // nothing was renewed
            }
        });
    }

    private void add(KeycloakSessionFactory factory, String clientUuid, Renewed renewed) {
        if (threads.getQueue().size() < MAX_WAITING && isDue(clientUuid, renewed.at())) {
            threads.execute(() -> send(factory, renewed));
        } else {
            LOG.warnf("No e-mail tells that appKey %s was renewed by its holder: too many were to be sent",
                    renewed.appKey());
        }
    }

    private synchronized boolean isDue(String clientUuid, Instant now) {
        Instant anHourAgo = now.minus(Duration.ofHours(1));
        told.values().removeIf(times -> times.peekLast().isBefore(anHourAgo));
        Deque<Instant> times = told.computeIfAbsent(clientUuid, client -> new ArrayDeque<>());
        times.removeIf(time -> time.isBefore(anHourAgo));
        boolean due = times.size() < MAX_IN_AN_HOUR;
        if (due) {
            times.add(now);
        }
        return due;
    }

    private void send(KeycloakSessionFactory factory, Renewed renewed) {
        NoticeMail.Outcome outcome = NoticeMail.Outcome.HINDERED;
        try {
            outcome = new Sweep(factory, renewed.realmId(), 0)
                    .inRealm((session, realm) -> new NoticeMail(session, realm).sendRenewed(renewed));
        } catch (RuntimeException e) {
            LOG.warnf("The e-mail that appKey %s was renewed by its holder failed: %s", renewed.appKey(),
                    e.getClass().getSimpleName());
        }
        if (outcome.isOpen() && renewed.at().plus(TRIED).isAfter(KeycloakClock.now())) {
            threads.schedule(() -> send(factory, renewed), PAUSE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
