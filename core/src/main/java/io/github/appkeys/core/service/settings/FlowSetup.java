package io.github.appkeys.core.service.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.ApiClient;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.RealmModel;

/** Adds our execution to the client authentication flow of a realm, or removes it. Others stay as they are. */
final class FlowSetup {

    private FlowSetup() {
    }

    /**
     * Adds our execution to the flow that is bound now, or switches it on. Idempotent.
     *
     * @throws InvalidValueException if the flow has a required execution: Keycloak then runs only that one
     */
    static void addExecution(RealmModel realm) {
        ClientFlow flow = ClientFlow.of(realm);
        flow.requiredOther().ifPresent(authenticator -> {
            throw new InvalidValueException("The client authentication flow \"" + flow.alias()
                    + "\" requires \"" + authenticator + "\", so no other way to authenticate "
                    + "would run. Make it alternative, then enable app keys");
        });
        flow.own().ifPresentOrElse(execution -> switchOn(realm, execution), () -> add(realm, flow));
    }

    /** Removes our execution from all flows: without our jar, Keycloak refuses all clients at a flow that has it. */
    static void removeExecutions(RealmModel realm) {
        realm.getAuthenticationFlowsStream()
                .flatMap(flow -> realm.getAuthenticationExecutionsStream(flow.getId()))
                .filter(execution -> ApiClient.isAuthenticator(execution.getAuthenticator()))
                .toList()
                .forEach(realm::removeAuthenticatorExecution);
    }

    private static void switchOn(RealmModel realm, AuthenticationExecutionModel execution) {
        if (!execution.isAlternative()) {
            execution.setRequirement(Requirement.ALTERNATIVE);
            realm.updateAuthenticatorExecution(execution);
        }
    }

    /** Before all others, so that a malformed pair is refused before a stock authenticator reads the database. */
    private static void add(RealmModel realm, ClientFlow flow) {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        // the id depends on the flow only: if two requests add it at once, the database accepts one
        execution.setId(UUID.nameUUIDFromBytes((ApiClient.AUTHENTICATOR + flow.id()).getBytes(UTF_8)).toString());
        execution.setParentFlow(flow.id());
        execution.setAuthenticator(ApiClient.AUTHENTICATOR);
        execution.setRequirement(Requirement.ALTERNATIVE);
        execution.setPriority(flow.firstPriority() - 1);
        realm.addAuthenticatorExecution(execution);
    }
}
