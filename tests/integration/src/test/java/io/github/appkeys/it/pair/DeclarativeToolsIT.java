package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools that send the whole body that made a pair again, with a PUT, whatever has changed in it. */
@ExtendWith(KeycloakExtension.class)
class DeclarativeToolsIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESPONSE", "LINK"})
    void theBodyThatMadeAPairCanBePut(String delivery) {
        Map<String, Object> body = Map.of("appKey", "erp-" + delivery, "label", "ERP", "description", "Orders",
                "expiresAt", "2037-01-31T09:00:00-03:00", "contact", "ops@example.org",
                "allowedNetworks", List.of("192.0.2.0/24"), "delivery", delivery);
        String pair = realm.path("/app-keys/erp-" + delivery);
        expect(201, realm.admin.post(realm.path("/app-keys"), body));

        expect(204, realm.admin.put(pair, body));
        expect(204, realm.admin.put(pair, with(body, "label", "ERP 2")));

        assertThat(realm.admin.get(pair).json().path("label").asText()).isEqualTo("ERP 2");
        assertThat(expect(400, realm.admin.put(pair, with(body, "expiresAt", "2038-01-31T12:00:00Z")))
                .field("errorMessage")).isEqualTo("expiresAt cannot be changed here. expiresAt: POST {appKey}/renewal "
                        + "issues an appToken with another expiry");
    }

    @Test
    void theBodyThatAdoptedAClientCanBePut() {
        realm.createClient(Map.of("clientId", "legacy", "secret", "s3cret", "serviceAccountsEnabled", true));
        Map<String, Object> body = Map.of("clientId", "legacy", "label", "Legacy", "finishAt", "2037-01-31T12:00:00Z");
        expect(201, realm.admin.post(realm.path("/app-keys"), body));

        expect(204, realm.admin.put(realm.path("/app-keys/legacy"), body));

        assertThat(expect(400, realm.admin.put(realm.path("/app-keys/legacy"), with(body, "clientId", "other")))
                .field("errorMessage")).contains("clientId cannot be changed here");
        expect(204, realm.admin.post(realm.path("/app-keys/legacy/renewal/finish"), Map.of()));
        expect(204, realm.admin.put(realm.path("/app-keys/legacy"), body));
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(name, value);
        return changed;
    }
}
