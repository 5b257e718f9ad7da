package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the console offers as an adapter's configuration, for an API client. */
@ExtendWith(KeycloakExtension.class)
class AdapterConfigurationIT {

    @Test
    void hasNoCredentials(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.createPair("adapter");

        JsonNode configuration = expect(200, realm.admin.get(realm.path("/clients/" + pair.clientUuid()
                + "/installation/providers/keycloak-oidc-keycloak-json"))).json();

        assertThat(configuration.path("resource").asText()).isEqualTo(pair.appKey());
        assertThat(configuration.path("credentials")).isEmpty();
    }
}
