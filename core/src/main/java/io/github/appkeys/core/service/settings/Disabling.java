package io.github.appkeys.core.service.settings;

import java.util.ArrayList;
import java.util.List;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.PairFilter;
import io.github.appkeys.core.passwordgrants.PasswordGrants;
import io.github.appkeys.core.settings.RealmSettings;
import io.github.appkeys.core.settings.SettingsWarning;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.clientpolicy.ClientPolicyException;

/** What ends to hold in a realm when app keys are disabled. */
final class Disabling {

    private final KeycloakSession session;
    private final RealmModel realm;

    Disabling(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** @param before the settings while app keys are enabled */
    List<SettingsWarning> warnings(RealmSettings before, boolean keepPolicy) {
        List<SettingsWarning> warnings = new ArrayList<>();
        AppKeyStore store = session.getProvider(AppKeyStore.class);
        long pairs = store.pairs().count(realm.getId(), PairFilter.all(KeycloakClock.now()));
        warnings.add(new SettingsWarning(SettingsWarning.Kind.PAIRS_REFUSED, pairs, null));
        if (keepPolicy) {
            warnings.add(SettingsWarning.of(SettingsWarning.Kind.POLICY_LEFT));
        } else {
            if (before.passwordGrants().cutoff() != null) {
                warnings.add(new SettingsWarning(SettingsWarning.Kind.PASSWORD_GRANTS_ALLOWED,
                        ending(store, before.passwordGrants(), pairs), null));
            }
            warnings.add(SettingsWarning.of(SettingsWarning.Kind.GUARD_OFF));
        }
        otherProfiles().forEach(name -> warnings.add(
                new SettingsWarning(SettingsWarning.Kind.EXECUTOR_LEFT, null, name)));
        return warnings;
    }

    /** How many clients could use password grants but for the cutoff. */
    private long ending(AppKeyStore store, PasswordGrants grants, long pairs) {
        return switch (grants.scope()) {
            case ALL -> store.passwordGrants().clientsAllowedTo(realm.getId());
            case API_CLIENTS -> pairs;
            case SELECTED -> grants.clients().size();
        };
    }

    private List<String> otherProfiles() {
        try {
            return ManagedProfile.othersWithOurExecutors(session, realm);
        } catch (ClientPolicyException e) {
            throw new InvalidValueException("The client policies of this realm cannot be read. Keycloak says: "
                    + e.getError());
        }
    }
}
