package io.github.appkeys.core.service.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import io.github.appkeys.core.leaks.AlarmStore;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sends the e-mails about alarms: to the contact of the pair and to key managers. As for {@link NoticeMails}, they are
 * reserved before they are sent, and released if the SMTP server takes none of them. They are tried for a day.
 */
final class AlarmMails {

    private static final Logger LOG = Logger.getLogger(AlarmMails.class);
    private static final int PAGE = 500;
    private static final Duration TRIED = Duration.ofDays(1);

    private final KeycloakSessionFactory factory;

    AlarmMails(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Sends those that are due, at most one page. Never throws. */
    void send() {
        Instant now = KeycloakClock.now();
        Set<String> hindered = new HashSet<>();
        try {
            List<AlarmStore.Due> due = KeycloakModelUtils.runJobInTransactionWithResult(factory,
                    session -> alarms(session).due(now.minus(TRIED), PAGE));
            due.stream().filter(alarm -> !hindered.contains(alarm.realmId())).forEach(alarm -> {
                if (!send(alarm)) {
                    hindered.add(alarm.realmId());
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf("E-mails about leaked appTokens failed and are tried again: %s", e.getClass().getSimpleName());
        }
    }

    /** @return false where the SMTP server of the realm fails */
    private boolean send(AlarmStore.Due alarm) {
        if (!inRealm(alarm, (session, realm) -> alarms(session).reserveMail(alarm.id()))) {
            return true;
        }
        boolean open = true;
        try {
            open = !sendAll(alarm);
        } finally {
            if (open) {
                inRealm(alarm, (session, realm) -> {
                    alarms(session).releaseMail(alarm.id(), alarm.dueAt());
                    return true;
                });
            }
        }
        return !open;
    }

    /** @return false where another attempt may succeed, and no recipient got it */
    private boolean sendAll(AlarmStore.Due alarm) {
        boolean settled = false;
        boolean open = false;
        for (String address : inRealm(alarm, (session, realm) -> recipients(session, realm, alarm))) {
            NoticeMail.Outcome outcome = inRealm(alarm,
                    (session, realm) -> new NoticeMail(session, realm).sendAlarm(alarm, address));
            LOG.debugf("An e-mail about an alarm of appKey %s: %s", alarm.appKey(), outcome);
            settled |= !outcome.isOpen();
            open |= outcome.isOpen();
            if (!settled && outcome.refusal() == null) {
                return false;
            }
        }
        return settled || !open;
    }

    /** An ended appToken that is presented is a matter of its holder; all else is one of the key managers, too. */
    private static Set<String> recipients(KeycloakSession session, RealmModel realm, AlarmStore.Due alarm) {
        Set<String> recipients = new LinkedHashSet<>();
        if (alarm.contact() != null) {
            recipients.add(alarm.contact());
        }
        if (alarm.alarm().kind() != Pair.AlarmKind.ENDED_TOKEN) {
            recipients.addAll(KeyManagers.addresses(session, realm));
        }
        return recipients;
    }

    private <R> R inRealm(AlarmStore.Due alarm, BiFunction<KeycloakSession, RealmModel, R> work) {
        return new Sweep(factory, alarm.realmId(), 0).inRealm(work);
    }

    private static AlarmStore alarms(KeycloakSession session) {
        return session.getProvider(AppKeyStore.class).alarms();
    }
}
