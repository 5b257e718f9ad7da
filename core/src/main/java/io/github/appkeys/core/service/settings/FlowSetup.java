package io.github.appkeys.core.service.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.ApiClient;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * Gives the client authentication flow of a realm the execution that it needs. Existing executions stay as they are.
 */
final class FlowSetup {

    private FlowSetup() {
    }

    /**
     * As often as you like. Looks at the flow that is bound now, be it the built-in one or a copy.
     *
     * @throws InvalidValueException where the flow has a required execution: Keycloak then runs that one only
     *                               (ClientAuthenticationFlow.findExecutionsToRun)
     */
    static void addExecution(RealmModel realm) {
        AuthenticationFlowModel flow = realm.getClientAuthenticationFlow();
        List<AuthenticationExecutionModel> executions =
                realm.getAuthenticationExecutionsStream(flow.getId()).toList();
        refuseRequired(flow, executions);
        executions.stream()
                .filter(execution -> ApiClient.isAuthenticator(execution.getAuthenticator()))
                .findFirst()
                .ifPresentOrElse(execution -> switchOn(realm, execution), () -> add(realm, flow, executions));
    }

    private static void refuseRequired(AuthenticationFlowModel flow, List<AuthenticationExecutionModel> executions) {
        executions.stream().filter(AuthenticationExecutionModel::isRequired)
                .filter(execution -> !ApiClient.isAuthenticator(execution.getAuthenticator()))
                .findFirst()
                .ifPresent(execution -> {
                    throw new InvalidValueException("The client authentication flow \"" + flow.getAlias()
                            + "\" requires \"" + execution.getAuthenticator() + "\", so no other way to authenticate "
                            + "would run. Make it alternative, then enable app keys");
                });
    }

    private static void switchOn(RealmModel realm, AuthenticationExecutionModel execution) {
        if (!execution.isAlternative()) {
            execution.setRequirement(Requirement.ALTERNATIVE);
            realm.updateAuthenticatorExecution(execution);
        }
    }

    /** In front of all others: so a malformed pair is refused before a stock authenticator looks anything up. */
    private static void add(RealmModel realm, AuthenticationFlowModel flow,
            List<AuthenticationExecutionModel> executions) {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        // always the same in a flow: of two that add it at once, the database lets one
        execution.setId(UUID.nameUUIDFromBytes((ApiClient.AUTHENTICATOR + flow.getId()).getBytes(UTF_8)).toString());
        execution.setParentFlow(flow.getId());
        execution.setAuthenticator(ApiClient.AUTHENTICATOR);
        execution.setRequirement(Requirement.ALTERNATIVE);
        execution.setPriority(
                executions.stream().mapToInt(AuthenticationExecutionModel::getPriority).min().orElse(1) - 1);
        realm.addAuthenticatorExecution(execution);
    }
}
