package io.github.appkeys.core.service.tasks;

import java.time.Duration;
import java.time.Instant;

import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.pairs.Issuance;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Ends appTokens that were not used for longer than the realm allows. */
final class IdleTokens {

    private final Sweep sweep;
    private final Duration allowed;

    IdleTokens(Sweep sweep, Duration allowed) {
        this.sweep = sweep;
        this.allowed = allowed;
    }

    void switchOff() {
        Instant now = KeycloakClock.now();
        sweep.all((store, after, max) -> store.idle(sweep.realmId(), now.minus(allowed), now, after, max), token -> {
            sweep.inRealm((session, realm) -> switchOff(session, realm, token));
            return true;
        });
    }

    private static boolean switchOff(KeycloakSession session, RealmModel realm, NoticeStore.Token token) {
        boolean ended = new AppKeyService(session, realm).find(token.appKey())
                .filter(pair -> Issuance.renewals(session, realm).switchOff(pair, token.id()))
                .isPresent();
        if (ended) {
            NoticeEvents.of(session, realm, token, TokenEnd.Cause.IDLE.name()).success();
        }
        return ended;
    }
}
