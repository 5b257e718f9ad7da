package io.github.appkeys.it.issuance;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits, the input, the admin events and the rights of a renewal. */
@ExtendWith(KeycloakExtension.class)
class RenewalRulesIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void theMaximumTokenAgeLimitsANewToken(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair pair = own.linkedPair();
        own.settings(Map.of("maxTokenAgeSeconds", 3600));

        pair.renewed(Map.of("expiresAt", "2099-01-01T00:00:00Z"));

        JsonNode newest = pair.get().path("tokens").path(0);
        assertThat(Duration.between(Instant.parse(newest.path("createdAt").asText()),
                Instant.parse(newest.path("expiresAt").asText()))).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        {"overlapSeconds":-1}; overlapSeconds must be between 0 and 315360000
        {"overlapSeconds":315360001}; overlapSeconds must be between 0 and 315360000
        {"overlapSeconds":"60"}; overlapSeconds must be a whole number
        {"overlapSeconds":1.5}; overlapSeconds must be a whole number
        {"expiresAt":"2020-01-01T00:00:00Z"}; expiresAt is not in the future
        {"expiresAt":"2023-02-29T00:00:00Z"}; expiresAt must be a moment
        {"delivery":"PIGEON"}; delivery must be
        {"overlap":1}; Unknown field
        []; A JSON object is expected
        {; not well-formed
        """)
    void invalidInputIsRefusedAndNothingChanges(String body, String message) {
        TestPair pair = realm.linkedPair();

        assertThat(expect(400, pair.renew(body)).field("errorMessage")).contains(message);

        assertThat(pair.get().path("tokens")).hasSize(1);
        expect(200, pair.exchange());
    }

    @Test
    void eachChangeIsAnAdminEvent() {
        TestPair pair = realm.linkedPair();
        pair.renewed("{}");
        assertEvent("CREATE", pair, "/renewal");
        expect(204, realm.admin.delete(pair.path("/renewal")));
        assertEvent("DELETE", pair, "/renewal");
        pair.renewed("{}");
        expect(204, realm.admin.post(pair.path("/renewal/finish"), ""));
        assertEvent("ACTION", pair, "/renewal/finish");
        String id = pair.get().path("tokens").path(0).path("id").asText();
        expect(204, realm.admin.delete(pair.path("/tokens/" + id)));
        assertEvent("DELETE", pair, "/tokens/" + id);
    }

    /** A new appToken is as good as the roles that it opens. */
    @Test
    void renewingAnAdministrativePairNeedsTheRightToMapItsRoles() {
        TestPair pair = realm.createPair("robot administrator");
        expect(204, realm.admin.post(pair.path("/roles"),
                List.of(Map.of("name", "manage-users", "client", "realm-management"))));

        expect(403, realm.administrator("renewer", "a password", "renew-app-tokens").post(pair.path("/renewal"), "{}"));

        assertThat(pair.get().path("tokens")).hasSize(1);
    }

    private static void assertEvent(String operation, TestPair pair, String path) {
        JsonNode event = realm.lastAdminEvent();
        assertThat(event.path("resourceType").asText()).isEqualTo("APP_KEY");
        assertThat(event.path("operationType").asText()).isEqualTo(operation);
        assertThat(event.path("resourcePath").asText()).isEqualTo("app-keys/" + pair.appKey() + path);
        assertThat(event.toString()).doesNotContain("apptoken_");
    }
}
