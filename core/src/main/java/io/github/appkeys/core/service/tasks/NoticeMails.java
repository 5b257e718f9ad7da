package io.github.appkeys.core.service.tasks;

import java.time.Instant;

import io.github.appkeys.core.expiry.ExpiryNotice;
import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.jboss.logging.Logger;

/**
 * An e-mail to the contact for each notice, at most once: it is taken in a transaction of its own before it is sent,
 * and given back where the server did not take it. So no row is locked while a server keeps us waiting. Addresses are
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

    /** @return false where the server of the realm cannot be used, so that the other e-mails had better wait */
    private boolean send(NoticeStore.Token token, ExpiryNotice notice) {
        if (!sweep.inRealm((session, realm) -> Sweep.store(session).reserveMail(token.id(), notice))) {
            return true;
        }
        NoticeMail.Outcome outcome = NoticeMail.Outcome.UNSENT;
        try {
            outcome = sweep.inRealm((session, realm) -> new NoticeMail(session, realm).send(token));
        } finally {
            if (outcome == NoticeMail.Outcome.UNSENT) {
                giveBack(token, notice);
            }
        }
        switch (outcome) {
            case UNSENT -> LOG.warnf("E-mails about expiring app keys of realm %s cannot be sent and are tried again: "
                    + "its e-mail settings or its SMTP server hinder them", sweep.realmId());
            case NOT_ACCEPTED -> LOG.warnf("The contact of appKey %s was refused, so nobody got the e-mail about %s",
                    token.appKey(), notice);
            default -> LOG.debugf("Sent the e-mail about %s to the contact of appKey %s", notice, token.appKey());
        }
        return outcome != NoticeMail.Outcome.UNSENT;
    }

    private void giveBack(NoticeStore.Token token, ExpiryNotice notice) {
        sweep.inRealm((session, realm) -> {
            Sweep.store(session).releaseMail(token.id(), notice);
            return true;
        });
    }
}
