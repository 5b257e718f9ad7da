package io.github.appkeys.core.service;

import io.github.appkeys.core.InvalidValueException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Reads and changes a realm's settings for app keys, and does what enabling needs. */
public final class SettingsService {

    private final KeycloakSession session;
    private final RealmModel realm;

    public SettingsService(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The settings in force. */
    public RealmSettings get() {
        return RealmSettingsAttributes.read(realm);
    }

    /**
     * Saves settings. Where they enable app keys, adds to the realm what is missing; where they disable them, keeps all
     * data and only stops exchanges. As often as you like.
     *
     * @throws InvalidValueException where the realm's client authentication flow leaves no room for app keys
     */
    public void save(RealmSettings settings) {
        if (settings.enabled()) {
            FlowSetup.addExecution(realm);
            AdminRoleSetup.add(session, realm);
        }
        RealmSettingsAttributes.write(realm, settings);
    }
}
