package io.github.appkeys.core.service.tasks;

import java.time.Instant;

import io.github.appkeys.core.expiry.ExpiryNotice;
import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Sends an event and counts a notice for each pair that expires soon, whether or not an e-mail is sent. */
final class ExpiryNotices {

    private final Sweep sweep;

    ExpiryNotices(Sweep sweep) {
        this.sweep = sweep;
    }

    void send() {
        Instant now = KeycloakClock.now();
        for (ExpiryNotice notice : ExpiryNotice.values()) {
            sweep.all((store, after, max) -> store.unnoticed(sweep.realmId(), notice, now, after, max),
                    token -> send(token, notice));
        }
    }

    private boolean send(NoticeStore.Token token, ExpiryNotice notice) {
        sweep.inRealm((session, realm) -> send(session, realm, token, notice));
        return true;
    }

    /** In one transaction, so that there is no event without a reservation, and no reservation without an event. */
    private static boolean send(KeycloakSession session, RealmModel realm, NoticeStore.Token token,
            ExpiryNotice notice) {
        if (!Sweep.store(session).reserveNotice(token.id(), notice)) {
            return false;
        }
        NoticeEvents.of(session, realm, token, notice.name())
                .detail(NoticeEvents.EXPIRES_AT, token.expiresAt().toString())
                .success();
        session.getTransactionManager().enlistAfterCompletion(new Counting(notice));
        return true;
    }

    /** Counts a notice that was committed, even if a listener fails with the event after that. */
    private static final class Counting extends AbstractKeycloakTransaction {

        private final ExpiryNotice notice;

        Counting(ExpiryNotice notice) {
            this.notice = notice;
        }

        @Override
        protected void commitImpl() {
            NoticeCounters.count(notice);
        }

        @Override
        protected void rollbackImpl() {
            // no notice was sent
        }
    }
}
