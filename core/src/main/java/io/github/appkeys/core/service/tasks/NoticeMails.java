package io.github.appkeys.core.service.tasks;

import java.time.Instant;

import io.github.appkeys.core.expiry.ExpiryNotice;
import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.jboss.logging.Logger;

/**
 * Sends an e-mail to the contact for each notice, at most once: it is reserved in a transaction of its own before it is
 * sent, and released if the SMTP server does not accept it. So no row is locked while the server is slow. Addresses are
 * not logged here.
 */
final class NoticeMails {

    private static final Logger LOG = Logger.getLogger(NoticeMails.class);

    /** An e-mail that the SMTP server does not answer in time may be the only one, so the next ones are tried. */
    private static final int MAX_FAILURES_IN_A_ROW = 3;

    private final Sweep sweep;
    private int failuresInARow;
    private boolean warned;

    NoticeMails(Sweep sweep) {
        this.sweep = sweep;
    }

    void send() {
        Instant now = KeycloakClock.now();
        for (ExpiryNotice notice : ExpiryNotice.values()) {
            boolean done = sweep.all((store, after, max) -> store.unmailed(sweep.realmId(), notice, now, after, max),
                    token -> send(token, notice));
            if (!done) {
                return;
            }
        }
    }

    /** @return false where the SMTP server of the realm fails, so that the other e-mails wait for the next run */
    private boolean send(NoticeStore.Token token, ExpiryNotice notice) {
        if (!sweep.inRealm((session, realm) -> Sweep.store(session).reserveMail(token.id(), notice))) {
            return true;
        }
        NoticeMail.Outcome outcome = NoticeMail.Outcome.HINDERED;
        try {
            outcome = sweep.inRealm((session, realm) -> new NoticeMail(session, realm).send(token));
        } finally {
            if (outcome.isOpen()) {
                release(token, notice);
            }
        }
        if (outcome.sent()) {
            LOG.debugf("Sent the e-mail about %s to the contact of appKey %s", notice, token.appKey());
        } else if (outcome.refusal() != null) {
            tell(token, notice, outcome.refusal());
        } else {
            failuresInARow++;
            warnOnce();
            return failuresInARow < MAX_FAILURES_IN_A_ROW;
        }
        failuresInARow = 0;
        return true;
    }

    private void warnOnce() {
        if (!warned) {
            warned = true;
            LOG.warnf("E-mails about expiring app keys of realm %s cannot be sent and are tried again: its e-mail "
                    + "settings or its SMTP server hinder them", sweep.realmId());
        }
    }

    /** A refusal for good is told once, since the e-mail stays reserved. */
    private void tell(NoticeStore.Token token, ExpiryNotice notice, MailRefusal refusal) {
        if (refusal.isTemporary()) {
            LOG.infof("The e-mail about %s to the contact of appKey %s was refused for now (%d) and is tried again",
                    notice, token.appKey(), refusal.code());
            return;
        }
        LOG.warnf("The contact of appKey %s was refused (%d), so the e-mail about %s was not sent", token.appKey(),
                refusal.code(), notice);
        sweep.inRealm((session, realm) -> {
            NoticeEvents.of(session, realm, token, notice.name())
                    .detail(NoticeEvents.SMTP_REPLY, String.valueOf(refusal.code()))
                    .error(NoticeEvents.MAIL_REFUSED);
            return true;
        });
    }

    private void release(NoticeStore.Token token, ExpiryNotice notice) {
        sweep.inRealm((session, realm) -> {
            Sweep.store(session).releaseMail(token.id(), notice);
            return true;
        });
    }
}
