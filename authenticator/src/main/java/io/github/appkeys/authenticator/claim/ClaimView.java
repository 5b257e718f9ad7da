package io.github.appkeys.authenticator.claim;

import java.util.Optional;

import io.github.appkeys.authenticator.CleartextRequest;
import io.github.appkeys.core.issuance.ClaimCode;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.pairs.Issuance;
import io.github.appkeys.core.service.power.ClaimMakers;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A claim link as its page shows it.
 *
 * @param state    the state of the page
 * @param pair     the pair of the link; null where there is none
 * @param appToken the appToken to show; null except in the state {@link ClaimState#REVEALED}
 */
record ClaimView(ClaimState state, Pair pair, AppToken appToken) {

    private static final ClaimView UNKNOWN = new ClaimView(ClaimState.UNKNOWN, null, null);

    /** Reads the state of a link, without changes. */
    static ClaimView of(KeycloakSession session, String code) {
        RealmModel realm = session.getContext().getRealm();
        if (CleartextRequest.isOne(session)) {
            return new ClaimView(ClaimState.INSECURE, null, null);
        }
        if (!realm.isEnabled() || !RealmSettingsAttributes.read(realm).enabled()) {
            return UNKNOWN;
        }
        Optional<Pair> pair = ClaimCode.read(code).flatMap(Issuance.claimLinks(session, realm)::find);
        return pair.filter(found -> found.claim() != null)
                .map(found -> new ClaimView(state(session, realm, found), found, null)).orElse(UNKNOWN);
    }

    private static ClaimState state(KeycloakSession session, RealmModel realm, Pair pair) {
        ClaimState state = ClaimState.of(pair.claim().status(KeycloakClock.now()));
        if (state != ClaimState.PENDING) {
            return state;
        }
        if (!pair.enabled() || !pair.apiClient()) {
            return ClaimState.DISABLED;
        }
        return ClaimMakers.mayHandOut(session, realm, pair) ? ClaimState.PENDING : ClaimState.VOID;
    }
}
