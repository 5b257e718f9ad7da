package io.github.appkeys.core.service.pairs;

import java.time.Duration;

import io.github.appkeys.core.issuance.ClaimLinks;
import io.github.appkeys.core.issuance.Renewals;
import io.github.appkeys.core.issuance.TokenIssuer;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Connects {@link io.github.appkeys.core.issuance} to a session: its store, its clock, the limits of a realm. */
public final class Issuance {

    private Issuance() {
    }

    /** Renewals in a realm, in the transaction of the session. */
    public static Renewals renewals(KeycloakSession session, RealmModel realm) {
        AppKeyStore store = session.getProvider(AppKeyStore.class);
        return new Renewals(realm.getId(), store.pairs(), store.tokens(), store.claims(), issuer(realm),
                KeycloakClock::now);
    }

    /** Claim links in a realm, in the transaction of the session. */
    public static ClaimLinks claimLinks(KeycloakSession session, RealmModel realm) {
        AppKeyStore store = session.getProvider(AppKeyStore.class);
        return new ClaimLinks(realm.getId(), store.pairs(), store.claims(), renewals(session, realm),
                Duration.ofSeconds(RealmSettingsAttributes.read(realm).claimLinkSeconds()), KeycloakClock::now);
    }

    static TokenIssuer issuer(RealmModel realm) {
        return new TokenIssuer(RealmSettingsAttributes.read(realm).maxTokenAgeSeconds());
    }
}
