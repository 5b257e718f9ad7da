package io.github.appkeys.core.service.tasks;

import java.util.Optional;

import io.github.appkeys.core.expiry.IdleRule;
import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.pairs.Issuance;
import io.github.appkeys.core.store.PairHistory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Ends appTokens that were not used for longer than the realm allows, and about which a notice was sent before. */
final class IdleTokens {

    private final Sweep sweep;
    private final IdleRule rule;

    IdleTokens(Sweep sweep, IdleRule rule) {
        this.sweep = sweep;
        this.rule = rule;
    }

    void switchOff() {
        sweep.allIdle((store, after, max) -> store.idle(sweep.realmId(), rule, after, max), token -> {
            sweep.inRealm((session, realm) -> switchOff(session, realm, token));
            return true;
        });
    }

    private static boolean switchOff(KeycloakSession session, RealmModel realm, NoticeStore.Token token) {
        Optional<Pair> ended = new AppKeyService(session, realm).find(token.appKey())
                .filter(pair -> Issuance.renewals(session, realm).switchOff(pair, token.id()));
        ended.ifPresent(pair -> {
            new PairHistory(session).note(pair.clientUuid(), Act.SWITCHED_OFF, pair.token(token.id()));
            NoticeEvents.of(session, realm, token, TokenEnd.Cause.IDLE.name()).success();
        });
        return ended.isPresent();
    }
}
