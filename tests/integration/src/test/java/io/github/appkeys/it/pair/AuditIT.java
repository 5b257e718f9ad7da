package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every act leaves an event that names the pair and the act, and holds no secret. */
@ExtendWith(KeycloakExtension.class)
class AuditIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void eachChangeIsAnAdminEvent() {
        TestPair pair = realm.createPair(Map.of("label", "audited"));
        assertAdminEvent("CREATE", "app-keys/" + pair.appKey(), "label", "audited");

        pair.update(Map.of("enabled", false));
        assertAdminEvent("UPDATE", "app-keys/" + pair.appKey(), "enabled", false);

        pair.link("orders:read");
        assertAdminEvent("CREATE", "app-keys/" + pair.appKey() + "/roles", "orders:read");

        expect(204, realm.admin.delete(pair.path("/roles"),
                List.of(Map.of("name", "orders:read", "client", "orders-api"))));
        assertAdminEvent("DELETE", "app-keys/" + pair.appKey() + "/roles", "orders:read");

        expect(204, realm.admin.delete(pair.path("")));
        assertAdminEvent("DELETE", "app-keys/" + pair.appKey(), "");

        realm.settings(Map.of("requireRole", true));
        assertAdminEvent("UPDATE", "app-keys/settings", "requireRole", true);
    }

    /** Keycloak's filter by type answers 500 for types that are not its own. */
    @Test
    void adminEventsAreFoundByTheirPath() {
        TestPair pair = realm.createPair("found");
        pair.link("orders:read");
        expect(201, realm.admin.post(realm.path("/roles"), Map.of("name", "app-keys")));
        realm.claimablePair("by link").revealed();

        JsonNode all = expect(200, realm.admin.get(realm.path("/admin-events?max=1000&resourcePath=app-keys*"))).json();
        JsonNode ofPair = expect(200, realm.admin.get(realm.path("/admin-events?resourcePath=app-keys/"
                + pair.appKey() + "*"))).json();

        assertThat(all).isNotEmpty().allMatch(event -> event.path("resourceType").asText().equals("APP_KEY"))
                .anyMatch(event -> event.path("operationType").asText().equals("ACTION"));
        assertThat(ofPair).extracting(event -> event.path("resourcePath").asText())
                .containsExactly("app-keys/" + pair.appKey() + "/roles", "app-keys/" + pair.appKey());
    }

    @Test
    void aRefusedCallIsNoAdminEvent() {
        realm.createPair("last");
        String before = realm.lastAdminEvent().path("id").asText();

        expect(400, realm.admin.post(realm.path("/app-keys"), "{}"));
        expect(404, realm.admin.delete(realm.path("/app-keys/no-such-key")));

        assertThat(realm.lastAdminEvent().path("id").asText()).isEqualTo(before);
    }

    @Test
    void anExchangeIsAClientLoginEvent() {
        TestPair pair = realm.linkedPair();

        expect(200, pair.exchange());

        JsonNode event = realm.lastEvent();
        assertThat(event.path("type").asText()).isEqualTo("CLIENT_LOGIN");
        assertThat(event.path("clientId").asText()).isEqualTo(pair.appKey());
        assertThat(event.path("details").path("client_auth_method").asText()).isEqualTo("app-key");
        assertThat(event.toString()).doesNotContain("apptoken_");
    }

    private static void assertAdminEvent(String operation, String path, String field, Object value) {
        assertAdminEvent(operation, path, "");
        assertThat(Json.parse(realm.lastAdminEvent().path("representation").asText()).path(field))
                .isEqualTo(Json.tree(value));
    }

    private static void assertAdminEvent(String operation, String path, String representation) {
        JsonNode event = realm.lastAdminEvent();
        assertThat(event.path("resourceType").asText()).isEqualTo("APP_KEY");
        assertThat(event.path("operationType").asText()).isEqualTo(operation);
        assertThat(event.path("resourcePath").asText()).isEqualTo(path);
        assertThat(event.path("representation").asText()).contains(representation);
        assertThat(event.toString()).doesNotContain("apptoken_");
    }
}
