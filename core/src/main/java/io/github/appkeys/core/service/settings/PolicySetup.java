package io.github.appkeys.core.service.settings;

import java.util.List;

import io.github.appkeys.core.InvalidValueException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.clientpolicy.ClientPolicyException;

/**
 * Gives a realm the client profile and the client policy that refuse what integrations should no longer do. All others
 * stay as they are, and so does what administrators added to ours.
 */
final class PolicySetup {

    private PolicySetup() {
    }

    /**
     * Adds what is missing. Idempotent.
     *
     * @throws InvalidValueException where Keycloak finds fault with the realm's profiles or policies, ours or others
     */
    static void apply(KeycloakSession session, RealmModel realm) {
        List<String> executors = ManagedProfile.executors(session);
        if (!executors.isEmpty()) {
            changing(() -> {
                ManagedProfile.keep(session, realm, executors);
                new ManagedPolicy(session, realm).keep();
            });
        }
    }

    /** Whether policy and profile are as {@link #apply} leaves them. Never where the server lacks our executors. */
    static boolean isInForce(KeycloakSession session, RealmModel realm) {
        List<String> executors = ManagedProfile.required(session, realm);
        try {
            return !executors.isEmpty() && ManagedProfile.has(session, realm, executors)
                    && new ManagedPolicy(session, realm).isInForce();
        } catch (ClientPolicyException e) {
            return false;
        }
    }

    /**
     * Removes ours, and keeps what administrators added to them. Idempotent.
     *
     * @throws InvalidValueException where Keycloak finds fault with the realm's profiles or policies, ours or others
     */
    static void remove(KeycloakSession session, RealmModel realm) {
        if (!ManagedProfile.executors(session).isEmpty()) {
            changing(() -> {
                new ManagedPolicy(session, realm).remove();
                ManagedProfile.remove(session, realm);
            });
        }
    }

    /** A change of profiles or policies. */
    private interface Change {

        void make() throws ClientPolicyException;
    }

    private static void changing(Change change) {
        try {
            change.make();
        } catch (ClientPolicyException e) {
            throw new InvalidValueException("The client policies of this realm cannot be changed. Keycloak says: "
                    + e.getError());
        }
    }
}
