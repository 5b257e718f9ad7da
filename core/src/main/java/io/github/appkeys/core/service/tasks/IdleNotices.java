package io.github.appkeys.core.service.tasks;

import io.github.appkeys.core.expiry.IdleRule;
import io.github.appkeys.core.expiry.NoticeStore;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Sends an event, and an e-mail to the contact, for each appToken that will soon be switched off because it is not
 * used. As for {@link NoticeMails}, an e-mail is reserved before it is sent, and released if the SMTP server does not
 * accept it.
 */
final class IdleNotices {

    /** The value of {@link NoticeEvents#NOTICE}. */
    static final String NOTICE = "IDLE_SOON";

    private static final Logger LOG = Logger.getLogger(IdleNotices.class);

    private final Sweep sweep;
    private final IdleRule rule;

    IdleNotices(Sweep sweep, IdleRule rule) {
        this.sweep = sweep;
        this.rule = rule;
    }

    void send() {
        sweep.allIdle((store, after, max) -> store.unnoticed(sweep.realmId(), rule, after, max), token -> {
            sweep.inRealm((session, realm) -> announce(session, realm, token));
            return true;
        });
        sweep.allIdle((store, after, max) -> store.unmailed(sweep.realmId(), rule, after, max), this::mail);
    }

    /** In one transaction, so that there is no event without a reservation, and no reservation without an event. */
    private boolean announce(KeycloakSession session, RealmModel realm, NoticeStore.Token token) {
        boolean reserved = Sweep.idleStore(session).reserveNotice(token.id(), rule);
        if (reserved) {
            NoticeEvents.of(session, realm, token, NOTICE)
                    .detail(NoticeEvents.EXPIRES_AT, token.expiresAt().toString())
                    .success();
        }
        return reserved;
    }

    /** @return false where the SMTP server of the realm fails, so that the other e-mails wait for the next run */
    private boolean mail(NoticeStore.Token token) {
        if (!sweep.inRealm((session, realm) -> Sweep.idleStore(session).reserveMail(token.id(), rule.now()))) {
            return true;
        }
        NoticeMail.Outcome outcome = NoticeMail.Outcome.HINDERED;
        try {
            outcome = sweep.inRealm((session, realm) -> new NoticeMail(session, realm).sendIdle(token));
        } finally {
            if (outcome.isOpen()) {
                release(token);
            }
        }
        LOG.debugf("The e-mail about idle appKey %s: %s", token.appKey(), outcome);
        return outcome.sent() || outcome.refusal() != null;
    }

    private void release(NoticeStore.Token token) {
        sweep.inRealm((session, realm) -> {
            Sweep.idleStore(session).releaseMail(token.id());
            return true;
        });
    }
}
