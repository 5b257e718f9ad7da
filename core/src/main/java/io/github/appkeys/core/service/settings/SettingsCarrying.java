package io.github.appkeys.core.service.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.appkeys.core.service.compat.PersistenceFailures;
import io.github.appkeys.core.store.AppKeyStore;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Carries settings that version 0.1.0 kept in attributes of a realm over to the component. */
public final class SettingsCarrying {

    private static final Logger LOG = Logger.getLogger(SettingsCarrying.class);

    private SettingsCarrying() {
    }

    /**
     * Carries over the settings of all realms in which app keys are enabled, in a transaction each. The attributes stay
     * until settings are saved again, for nodes of a cluster that still run version 0.1.0.
     */
    public static void carryAll(KeycloakSessionFactory sessions) {
        List<String> realmIds = KeycloakModelUtils.runJobInTransactionWithResult(sessions,
                session -> session.getProvider(AppKeyStore.class).settings().enabledInAttributes());
        realmIds.forEach(realmId -> carry(sessions, realmId));
    }

    /** Several nodes may try at once: the database accepts one. What fails is tried again at the next start. */
    private static void carry(KeycloakSessionFactory sessions, String realmId) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> inContext(session, realmId));
        } catch (RuntimeException e) {
            LOG.log(PersistenceFailures.isDuplicate(e) ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "The settings of realm " + realmId + " stay in realm attributes: " + e.getClass().getSimpleName());
        }
    }

    private static void inContext(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            session.getContext().setRealm(realm);
            carry(realm);
        }
    }

    /** Carries over the settings of a realm in which app keys are enabled, where it has no component yet. */
    static void carry(RealmModel realm) {
        if (SettingsHome.component(realm).isEmpty()) {
            UnaryOperator<String> attributes = realm::getAttribute;
            Map<String, String> values = new LinkedHashMap<>(
                    RealmSettingsAttributes.of(RealmSettingsAttributes.read(attributes)));
            Announcement.at(attributes).ifPresent(at -> values.put(Announcement.ATTRIBUTE, at.toString()));
            SettingsHome.add(realm, values);
        }
    }
}
