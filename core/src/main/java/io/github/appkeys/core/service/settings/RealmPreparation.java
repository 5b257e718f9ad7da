package io.github.appkeys.core.service.settings;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Gives a realm what enabled app keys need: execution, roles, client profile and client policy. */
final class RealmPreparation {

    private RealmPreparation() {
    }

    /**
     * Adds what is missing, or switches the client policy off where app keys are not enabled. Idempotent.
     *
     * @throws io.github.appkeys.core.InvalidValueException where the realm's client authentication flow leaves no room
     *                                                       for app keys, or its client policies cannot be changed
     */
    static void prepare(KeycloakSession session, RealmModel realm, boolean enabled) {
        if (enabled) {
            FlowSetup.addExecution(realm);
            AdminRoleSetup.add(session, realm);
        }
        PolicySetup.apply(session, realm, enabled);
    }
}
