package io.github.appkeys.core.service.settings;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Gives a realm what enabled app keys need: execution, roles, client profile and client policy; and takes it back. */
final class RealmPreparation {

    private RealmPreparation() {
    }

    /**
     * Adds what is missing. Idempotent.
     *
     * @throws io.github.appkeys.core.InvalidValueException where the realm's client authentication flow leaves no room
     *                                                       for app keys, or its client policies cannot be changed
     */
    static void prepare(KeycloakSession session, RealmModel realm) {
        FlowSetup.addExecution(realm);
        AdminRoleSetup.add(session, realm);
        PolicySetup.apply(session, realm);
    }

    /**
     * Adds what is missing and can be added, where app keys are enabled. A flow that requires another authenticator
     * stays as it is.
     *
     * @throws io.github.appkeys.core.InvalidValueException where the realm's client policies cannot be changed
     */
    static void repair(KeycloakSession session, RealmModel realm) {
        if (ClientFlow.of(realm).requiredOther().isEmpty()) {
            FlowSetup.addExecution(realm);
        }
        AdminRoleSetup.add(session, realm);
        PolicySetup.apply(session, realm);
    }

    /**
     * Takes back what would stop the realm from working without our jar. The roles stay, since administrators hold
     * them. Idempotent.
     *
     * @param keepPolicy whether the client policy and its profile stay, so that password grants that ended stay ended
     * @throws io.github.appkeys.core.InvalidValueException where the realm's client policies cannot be changed
     */
    static void takeBack(KeycloakSession session, RealmModel realm, boolean keepPolicy) {
        FlowSetup.removeExecutions(realm);
        if (!keepPolicy) {
            PolicySetup.remove(session, realm);
        }
    }
}
