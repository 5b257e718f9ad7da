package io.github.appkeys.core.service.diagnosis;

import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.settings.RealmSettings;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** Whether the realm takes pairs at all. */
final class RealmChecks {

    private RealmChecks() {
    }

    static List<Finding> of(RealmModel realm, RealmSettings settings) {
        Occurrence enabled = Occurrence.of(Reason.NOT_ENABLED);
        return List.of(settings.enabled() ? Finding.ok(enabled) : Finding.error(enabled), flow(realm));
    }

    /** As ClientAuthenticationFlow.findExecutionsToRun chooses: where one is required, that one only. */
    private static Finding flow(RealmModel realm) {
        AuthenticationFlowModel flow = realm.getClientAuthenticationFlow();
        Occurrence occurrence = Occurrence.of(Reason.FLOW_NOT_READY).with("flow", flow.getAlias());
        List<AuthenticationExecutionModel> executions = realm.getAuthenticationExecutionsStream(flow.getId()).toList();
        Optional<AuthenticationExecutionModel> ours = executions.stream()
                .filter(execution -> ApiClient.isAuthenticator(execution.getAuthenticator())).findFirst();
        Optional<AuthenticationExecutionModel> required = executions.stream()
                .filter(AuthenticationExecutionModel::isRequired).findFirst();
        if (ours.isEmpty()) {
            return Finding.error(occurrence);
        }
        if (required.isPresent() && !ours.get().isRequired()) {
            return Finding.error(occurrence.variant("blocked").with("execution", required.get().getAuthenticator()));
        }
        return ours.get().isEnabled() ? Finding.ok(occurrence) : Finding.error(occurrence.variant("disabled"));
    }
}
