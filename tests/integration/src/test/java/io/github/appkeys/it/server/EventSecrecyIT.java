package io.github.appkeys.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The events that Keycloak stores hold no appToken, wherever it was sent. */
@ExtendWith(KeycloakExtension.class)
class EventSecrecyIT {

    @Test
    void noStoredEventHoldsAnAppToken(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);

        QuotedRequests.send(realm, realm.claimablePair("by link"));

        JsonNode events = realm.admin.get(realm.path("/events?max=100")).json();
        assertThat(events).isNotEmpty();
        assertThat(events.toString()).contains("apptoken_***").doesNotContainPattern("apptoken_[0-9A-Za-z]");
        assertThat(realm.admin.get(realm.path("/admin-events?max=100")).body())
                .doesNotContainPattern("apptoken_[0-9A-Za-z]");
    }

    @Test
    void whatElseAnEventSaysStays(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        realm.createClient(Map.of("clientId", "old-integration", "publicClient", true,
                "directAccessGrantsEnabled", true));

        realm.tokenRequest(Map.of("grant_type", "password", "client_id", "old-integration",
                "username", realm.linkedPair().appToken(), "password", "p")).send();

        JsonNode event = realm.lastEvent();
        assertThat(event.path("type").asText()).isEqualTo("LOGIN_ERROR");
        assertThat(event.path("error").asText()).isEqualTo("user_not_found");
        assertThat(event.path("clientId").asText()).isEqualTo("old-integration");
        assertThat(event.path("details").path("username").asText()).isEqualTo("apptoken_***");
        assertThat(event.path("details").path("grant_type").asText()).isEqualTo("password");
    }
}
