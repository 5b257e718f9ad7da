package io.github.appkeys.core.service.settings;

import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.pair.ApiClient;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * The client authentication flow that is bound in a realm, built-in or a copy, and whether it runs our execution: as
 * ClientAuthenticationFlow.findExecutionsToRun chooses. A required execution runs alone.
 */
public final class ClientFlow {

    private final AuthenticationFlowModel flow;
    private final List<AuthenticationExecutionModel> executions;

    /** Whether a flow runs our execution. */
    public enum Readiness {

        /** It does. */
        READY,
        /** It does not have our execution. */
        MISSING,
        /** It runs only the execution of another authenticator, because that one is required. */
        BLOCKED,
        /** Our execution is disabled. */
        DISABLED
    }

    private ClientFlow(AuthenticationFlowModel flow, List<AuthenticationExecutionModel> executions) {
        this.flow = flow;
        this.executions = executions;
    }

    /** The flow as it is now. */
    public static ClientFlow of(RealmModel realm) {
        AuthenticationFlowModel flow = realm.getClientAuthenticationFlow();
        return new ClientFlow(flow, realm.getAuthenticationExecutionsStream(flow.getId()).toList());
    }

    /** The name of the flow. */
    public String alias() {
        return flow.getAlias();
    }

    /** Whether the flow runs our execution. */
    public Readiness readiness() {
        Optional<AuthenticationExecutionModel> own = own();
        if (own.isEmpty()) {
            return Readiness.MISSING;
        }
        if (requiredOther().isPresent()) {
            return Readiness.BLOCKED;
        }
        return own.get().isEnabled() ? Readiness.READY : Readiness.DISABLED;
    }

    /** The authenticator of the first required execution, where it is not ours: Keycloak runs only that one. */
    public Optional<String> requiredOther() {
        return executions.stream().filter(AuthenticationExecutionModel::isRequired).findFirst()
                .filter(execution -> !ApiClient.isAuthenticator(execution.getAuthenticator()))
                .map(execution -> String.valueOf(execution.getAuthenticator()));
    }

    /** Our execution. */
    Optional<AuthenticationExecutionModel> own() {
        return executions.stream().filter(execution -> ApiClient.isAuthenticator(execution.getAuthenticator()))
                .findFirst();
    }

    /** The id of the flow. */
    String id() {
        return flow.getId();
    }

    /** The lowest priority of all executions: the one that runs first. */
    int firstPriority() {
        return executions.stream().mapToInt(AuthenticationExecutionModel::getPriority).min().orElse(1);
    }
}
