package io.github.appkeys.core.service.diagnosis;

import java.util.ArrayList;
import java.util.List;

import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.settings.ClientFlow;
import io.github.appkeys.core.service.settings.RealmProblems;
import io.github.appkeys.core.settings.RealmSettings;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether pairs can be exchanged in the realm at all. */
final class RealmChecks {

    private RealmChecks() {
    }

    static List<Finding> of(KeycloakSession session, RealmModel realm, RealmSettings settings) {
        Occurrence enabled = Occurrence.of(Reason.NOT_ENABLED);
        if (!settings.enabled()) {
            return List.of(Finding.error(enabled));
        }
        List<Finding> findings = new ArrayList<>(List.of(Finding.ok(enabled), flow(ClientFlow.of(realm))));
        if (settings.passwordGrants().cutoff() != null) {
            Occurrence policy = Occurrence.of(Reason.POLICY_NOT_IN_FORCE);
            findings.add(RealmProblems.isPolicyInForce(session, realm) ? Finding.ok(policy) : Finding.warn(policy));
        }
        return findings;
    }

    private static Finding flow(ClientFlow flow) {
        Occurrence occurrence = Occurrence.of(Reason.FLOW_NOT_READY).with("flow", flow.alias());
        return switch (flow.readiness()) {
            case READY -> Finding.ok(occurrence);
            case MISSING -> Finding.error(occurrence);
            case BLOCKED -> Finding.error(occurrence.variant("blocked")
                    .with("execution", flow.requiredOther().orElseThrow()));
            case DISABLED -> Finding.error(occurrence.variant("disabled"));
        };
    }
}
