package io.github.appkeys.it.diagnosis;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Diagnosed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Causes in the settings and the client authentication flow of the realm: named until they are fixed. */
@ExtendWith(KeycloakExtension.class)
class FlowDiagnosisIT {

    @Test
    void appKeysAreDisabledInTheRealm(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair pair = own.linkedPair();
        own.settings(Map.of("enabled", false));
        expect(401, pair.exchange());
        Diagnosed.of(pair).assertRefusedFor("NOT_ENABLED");

        own.settings(Map.of("enabled", true));

        Diagnosed.assertWorksAgain(pair);
    }

    @Test
    void theFlowHasNoAppKeyExecution(KeycloakServer server) {
        TestRealm own = TestRealm.plain(server);
        expect(201, own.admin.post(own.path("/authentication/flows/clients/copy"), Map.of("newName", "ours")));
        expect(204, own.admin.put(own.path(""), Map.of("clientAuthenticationFlow", "ours")));
        own.settings(Map.of("enabled", true));
        TestPair pair = own.linkedPair();
        expect(204, own.admin.delete(own.path("/authentication/executions/" + execution(own, "ours", "app-key")
                .path("id").asText())));
        expect(401, pair.exchange());
        Diagnosed.of(pair).assertRefusedFor("FLOW_NOT_READY");

        own.settings(Map.of("enabled", true));
        Diagnosed.assertWorksAgain(pair);

        setRequirement(own, "ours", "app-key", "DISABLED");
        expect(401, pair.exchange());
        Diagnosed disabled = Diagnosed.of(pair);
        disabled.assertRefusedFor("FLOW_NOT_READY");
        assertThat(disabled.message("FLOW_NOT_READY")).contains("switched off");

        own.settings(Map.of("enabled", true));
        Diagnosed.assertWorksAgain(pair);
    }

    @Test
    void theFlowRequiresAnotherAuthenticator(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair pair = own.linkedPair();
        setRequirement(own, "clients", "client-secret", "REQUIRED");
        expect(401, pair.exchange());

        Diagnosed diagnosed = Diagnosed.of(pair);
        diagnosed.assertRefusedFor("FLOW_NOT_READY");
        assertThat(diagnosed.message("FLOW_NOT_READY")).contains("requires client-secret");

        setRequirement(own, "clients", "client-secret", "ALTERNATIVE");
        Diagnosed.assertWorksAgain(pair);
    }

    @Test
    void anotherFlowIsBound(KeycloakServer server) {
        TestRealm own = TestRealm.plain(server);
        expect(201, own.admin.post(own.path("/authentication/flows/clients/copy"), Map.of("newName", "theirs")));
        own.settings(Map.of("enabled", true));
        TestPair pair = own.linkedPair();
        expect(204, own.admin.put(own.path(""), Map.of("clientAuthenticationFlow", "theirs")));
        expect(401, pair.exchange());

        Diagnosed diagnosed = Diagnosed.of(pair);
        diagnosed.assertRefusedFor("FLOW_NOT_READY");
        assertThat(diagnosed.message("FLOW_NOT_READY")).contains("flow theirs has no execution");

        own.settings(Map.of("enabled", true));
        Diagnosed.assertWorksAgain(pair);
    }

    private static ObjectNode execution(TestRealm where, String flow, String authenticator) {
        JsonNode executions = where.admin.get(where.path("/authentication/flows/" + flow + "/executions")).json();
        return (ObjectNode) StreamSupport.stream(executions.spliterator(), false)
                .filter(node -> node.path("providerId").asText().equals(authenticator)).findFirst().orElseThrow();
    }

    private static void setRequirement(TestRealm where, String flow, String authenticator, String requirement) {
        // 202 in older versions, 204 in newer ones
        assertThat(where.admin.put(where.path("/authentication/flows/" + flow + "/executions"),
                execution(where, flow, authenticator).put("requirement", requirement)).status()).isBetween(200, 299);
    }
}
