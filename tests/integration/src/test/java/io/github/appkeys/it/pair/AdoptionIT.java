package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Parallel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that was there before becomes an API client. */
@ExtendWith(KeycloakExtension.class)
class AdoptionIT {

    private static final String SECRET = "stock-secret-of-the-client";

    private static TestRealm realm;

    @BeforeAll
    static void enable(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void anAdoptedClientKeepsRolesAndSettingsAndLosesItsSecret() {
        String uuid = stockClient(realm, "erp", Map.of("name", "The ERP", "description", "old",
                "attributes", Map.of("access.token.lifespan", "77"), "directAccessGrantsEnabled", true));
        expect(200, bySecret(realm, "erp"));

        TestPair pair = TestPair.of(realm, adopt(realm, Map.of("clientId", "erp")));

        assertThat(pair.appKey()).isEqualTo("erp");
        assertThat(pair.clientUuid()).isEqualTo(uuid);
        JsonNode got = pair.get();
        assertThat(got.path("label").asText()).isEqualTo("The ERP");
        assertThat(got.path("description").asText()).isEqualTo("old");
        assertThat(got.path("renewal").isNull()).isTrue();
        assertThat(got.path("tokens")).hasSize(1);
        expect(401, bySecret(realm, "erp"));
        JsonNode token = expect(200, pair.exchange()).json();
        assertThat(token.path("expires_in").asInt()).isEqualTo(77);
        assertThat(Jwt.claims(token.path("access_token").asText()).path("resource_access").path("orders-api")
                .path("roles").toString()).isEqualTo(Json.text(List.of("orders:read")));
        assertNoSecret(realm, uuid);
        JsonNode client = realm.admin.get(realm.path("/clients/" + uuid)).json();
        for (String flow : List.of("standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled")) {
            assertThat(client.path(flow).asBoolean(true)).as(flow).isFalse();
        }
    }

    @Test
    void theClientSecretWorksUntilFinishAt(KeycloakServer server) {
        // its clock is moved, so its events are not in order
        TestRealm realm = TestRealm.enabled(server);
        String uuid = stockClient(realm, "wms", Map.of());
        Instant finishAt = Instant.now().plusSeconds(3600);
        TestPair pair = TestPair.of(realm, adopt(realm, Map.of("clientId", "wms", "finishAt", finishAt.toString())));

        assertNoSecret(realm, uuid);
        assertThat(pair.get().path("renewal").path("finishAt").asText()).isEqualTo(
                finishAt.truncatedTo(ChronoUnit.MILLIS).toString());
        assertThat(pair.get().path("tokens").path(1).path("hint").asText()).isEmpty();
        expect(200, bySecret(realm, "wms"));
        expect(200, byBasic(realm, "wms", SECRET));
        expect(200, pair.exchange());
        assertThat(expect(401, byBasic(realm, "wms", "wrong")).body())
                .isEqualTo(expect(401, byBasic(realm, "nobody", "wrong")).body());
        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofSeconds(3601));
            expect(401, bySecret(realm, "wms"));
            expect(200, pair.exchange());
        }
    }

    @Test
    void finishingEndsTheClientSecret() {
        stockClient(realm, "pos", Map.of());
        TestPair pair = TestPair.of(realm,
                adopt(realm, Map.of("clientId", "pos", "finishAt", "2099-01-01T00:00:00Z")));
        assertThat(expect(409, realm.admin.delete(pair.path("/renewal"))).field("errorMessage"))
                .contains("cannot come back");

        expect(204, realm.admin.post(pair.path("/renewal/finish"), ""));

        assertThat(expect(401, bySecret(realm, "pos")).field("error_description"))
                .contains("was replaced in a renewal");
        expect(200, pair.exchange());
    }

    @Test
    void theClientSecretOfADisabledPairIsRefused() {
        stockClient(realm, "off", Map.of());
        TestPair pair = TestPair.of(realm,
                adopt(realm, Map.of("clientId", "off", "finishAt", "2099-01-01T00:00:00Z")));

        pair.update(Map.of("enabled", false));

        expect(401, bySecret(realm, "off"));
        assertThat(realm.lastEvent().path("details").path("app_key_reason").asText()).isEqualTo("DISABLED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        {"clientId":"no-such-client"}; 400; names no client
        {"clientId":"spa"}; 400; confidential
        {"clientId":"orders-api"}; 400; confidential
        {"clientId":"saml-app"}; 400; confidential
        {"clientId":"broker"}; 400; reserved
        {"clientId":"realm-management"}; 403; Forbidden
        {"clientId":"https://app.example.org"}; 400; appKey
        {"clientId":"by-key","finishAt":"2099-01-01T00:00:00Z"}; 400; finishAt needs
        {"clientId":"stock","finishAt":"2001-01-01T00:00:00Z"}; 400; finishAt is not in the future
        {"clientId":"stock","finishAt":"tomorrow"}; 400; finishAt must be a moment
        {"clientId":"stock","appKey":"other"}; 400; exclude each other
        {"clientId":"stock","delivery":"LINK"}; 400; delivery must be
        {"clientId":1}; 400; clientId must be a text
        {"label":"x","finishAt":"2099-01-01T00:00:00Z"}; 400; goes with clientId only
        {"clientId":"adopted"}; 409; already
        """)
    void aClientThatCannotBeAdoptedIsRefusedAndUnchanged(String body, int status, String message) {
        for (String clientId : List.of("spa", "saml-app", "https://app.example.org", "by-key", "stock", "adopted")) {
            createOnce(clientId);
        }

        Http.Response response = expect(status, realm.admin.post(realm.path("/app-keys"), body));

        assertThat(response.body()).contains(message);
        expect(200, bySecret(realm, "stock"));
    }

    @Test
    void adoptingNeedsTheRightsToManageTheClientAndToMapItsRoles() {
        stockClient(realm, "guarded", Map.of());
        AdminApi manager = realm.administrator("adopter", "a password", "manage-app-keys");
        expect(403, manager.post(realm.path("/app-keys"), Map.of("clientId", "guarded")));
        expect(403, manager.post(realm.path("/app-keys"), Map.of("clientId", "no-such-client")));
        expect(403, realm.administrator("client-manager", "a password", "manage-clients")
                .post(realm.path("/app-keys"), Map.of("clientId", "guarded")));
        String robot = stockClient(realm, "robot", Map.of());
        String management = realm.clientUuid("realm-management");
        Object role = realm.admin.get(realm.path("/clients/" + management + "/roles/manage-users")).json();
        expect(204, realm.admin.post(
                realm.path("/users/" + account(realm, robot) + "/role-mappings/clients/" + management), List.of(role)));
        AdminApi both = realm.administrator("both", "a password", "manage-app-keys", "manage-clients");

        expect(403, both.post(realm.path("/app-keys"), Map.of("clientId", "robot")));
        TestPair.of(realm, expect(201, both.post(realm.path("/app-keys"), Map.of("clientId", "guarded"))).json());

        expect(200, bySecret(realm, "robot"));
        expect(404, realm.admin.get(realm.path("/app-keys/robot")));
    }

    @Test
    void oneOfManyParallelAdoptionsSucceeds() throws Exception {
        stockClient(realm, "race", Map.of());

        List<Http.Response> responses = Parallel.atOnce(6,
                () -> realm.admin.post(realm.path("/app-keys"), Map.of("clientId", "race")));

        assertThat(responses).extracting(Http.Response::status).containsOnlyOnce(201)
                .allMatch(status -> status == 201 || status == 409);
        responses.stream().filter(r -> r.status() == 201)
                .forEach(r -> expect(200, TestPair.of(realm, r.json()).exchange()));
    }

    private static JsonNode adopt(TestRealm realm, Object body) {
        return expect(201, realm.admin.post(realm.path("/app-keys"), body)).json();
    }

    private static void createOnce(String clientId) {
        if (!realm.clientUuid(clientId).isEmpty()) {
            return;
        }
        Map<String, Object> more = switch (clientId) {
            case "spa" -> Map.of("publicClient", true, "serviceAccountsEnabled", false);
            case "saml-app" -> Map.of("protocol", "saml", "serviceAccountsEnabled", false);
            case "by-key" -> Map.of("clientAuthenticatorType", "client-jwt");
            default -> Map.of();
        };
        boolean account = !more.containsKey("serviceAccountsEnabled");
        if (account) {
            stockClient(realm, clientId, more);
        } else {
            Map<String, Object> body = new HashMap<>(Map.of("clientId", clientId, "enabled", true));
            body.putAll(more);
            realm.createClient(body);
        }
        if (clientId.equals("adopted")) {
            TestPair.of(realm, adopt(realm, Map.of("clientId", "adopted")));
        }
    }

    /** A confidential client with the role orders:read; its id. */
    private static String stockClient(TestRealm realm, String clientId, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("clientId", clientId, "secret", SECRET, "publicClient", false,
                "serviceAccountsEnabled", true));
        body.putAll(more);
        String uuid = realm.createClient(body);
        String orders = realm.clientUuid("orders-api");
        Object role = realm.admin.get(realm.path("/clients/" + orders + "/roles/orders:read")).json();
        expect(204, realm.admin.post(realm.path("/users/" + account(realm, uuid) + "/role-mappings/clients/" + orders),
                List.of(role)));
        return uuid;
    }

    private static String account(TestRealm realm, String clientUuid) {
        return realm.admin.get(realm.path("/clients/" + clientUuid + "/service-account-user")).field("id");
    }

    private static Http.Response bySecret(TestRealm realm, String clientId) {
        return realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", clientId,
                "client_secret", SECRET)).send();
    }

    private static Http.Response byBasic(TestRealm realm, String clientId, String secret) {
        String credentials = Base64.getEncoder().encodeToString((clientId + ":" + secret)
                .getBytes(StandardCharsets.UTF_8));
        return realm.tokenRequest(Map.of("grant_type", "client_credentials"))
                .header("Authorization", "Basic " + credentials).send();
    }

    private static void assertNoSecret(TestRealm realm, String uuid) {
        assertThat(realm.admin.get(realm.path("/clients/" + uuid)).body()).doesNotContain(SECRET);
        assertThat(realm.admin.get(realm.path("/clients/" + uuid + "/client-secret")).field("value")).isEmpty();
        assertThat(realm.admin.get(realm.path("/app-keys")).body()).doesNotContain(SECRET);
    }
}
