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

    private final Sweep sweep;

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
        NoticeMail.Outcome outcome = NoticeMail.Outcome.UNSENT;
        try {
            outcome = sweep.inRealm((session, realm) -> new NoticeMail(session, realm).send(token));
        } finally {
            if (outcome == NoticeMail.Outcome.UNSENT) {
                release(token, notice);
            }
        }
        switch (outcome) {
            case UNSENT -> LOG.warnf("E-mails about expiring app keys of realm %s cannot be sent and are tried again: "
                    + "its e-mail settings or its SMTP server hinder them", sweep.realmId());
            case NOT_ACCEPTED -> LOG.warnf("The contact of appKey %s was refused, so the e-mail about %s was not sent",
                    token.appKey(), notice);
            default -> LOG.debugf("Sent the e-mail about %s to the contact of appKey %s", notice, token.appKey());
        }
        return outcome != NoticeMail.Outcome.UNSENT;
    }

    private void release(NoticeStore.Token token, ExpiryNotice notice) {
        sweep.inRealm((session, realm) -> {
            Sweep.store(session).releaseMail(token.id(), notice);
            return true;
        });
    }
}
