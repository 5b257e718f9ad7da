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
     * Idempotent.
     *
     * @param enabled whether app keys are enabled; where they are not, the policy is switched off and stays there
     * @throws InvalidValueException where Keycloak finds fault with the realm's profiles or policies, ours or others
     */
    static void apply(KeycloakSession session, RealmModel realm, boolean enabled) {
        List<String> executors = ManagedProfile.executors(session);
        if (executors.isEmpty()) {
            return;
        }
        try {
            if (enabled) {
                ManagedProfile.keep(session, realm, executors);
                new ManagedPolicy(session, realm).keep();
            } else {
                new ManagedPolicy(session, realm).switchOff();
            }
        } catch (ClientPolicyException e) {
            throw new InvalidValueException("The client policies of this realm cannot be changed. Keycloak says: "
                    + e.getError());
        }
    }
}
