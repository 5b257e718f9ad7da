package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static io.github.appkeys.it.support.StockClients.account;
import static io.github.appkeys.it.support.StockClients.adopt;
import static io.github.appkeys.it.support.StockClients.bySecret;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.ServerVersion;
import io.github.appkeys.it.support.StockClients;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that cannot be adopted, and callers who may not adopt. */
@ExtendWith(KeycloakExtension.class)
class AdoptionRefusalIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        {"clientId":"no-such-client"}; 400; names no client
        {"clientId":"spa"}; 400; confidential
        {"clientId":"orders-api"}; 400; confidential
        {"clientId":"saml-app"}; 400; confidential
        {"clientId":"broker"}; 400; reserved
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

    /** Since 26.7, Keycloak itself gives no right to manage this client. */
    @Test
    void theClientOfTheAdminRolesCannotBeAdopted() {
        Http.Response response = realm.admin.post(realm.path("/app-keys"), Map.of("clientId", "realm-management"));

        if (ServerVersion.isAtLeast(7)) {
            assertThat(expect(403, response).body()).contains("Forbidden");
        } else {
            assertThat(expect(400, response).body()).contains("reserved");
        }
        expect(404, realm.admin.get(realm.path("/app-keys/realm-management")));
    }

    @Test
    void adoptingNeedsTheRightsToManageTheClientAndToMapItsRoles() {
        StockClients.create(realm, "guarded", Map.of());
        AdminApi manager = realm.administrator("adopter", "a password", "manage-app-keys");
        expect(403, manager.post(realm.path("/app-keys"), Map.of("clientId", "guarded")));
        expect(403, manager.post(realm.path("/app-keys"), Map.of("clientId", "no-such-client")));
        expect(403, realm.administrator("client-manager", "a password", "manage-clients")
                .post(realm.path("/app-keys"), Map.of("clientId", "guarded")));
        String robot = StockClients.create(realm, "robot", Map.of());
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
    void oneOfManyParallelAdoptionsSucceeds() {
        StockClients.create(realm, "race", Map.of());

        List<Http.Response> responses = Parallel.atOnce(6,
                () -> realm.admin.post(realm.path("/app-keys"), Map.of("clientId", "race")));

        assertThat(responses).extracting(Http.Response::status).containsOnlyOnce(201)
                .allMatch(status -> status == 201 || status == 409);
        responses.stream().filter(r -> r.status() == 201)
                .forEach(r -> expect(200, TestPair.of(realm, r.json()).exchange()));
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
            StockClients.create(realm, clientId, more);
        } else {
            Map<String, Object> body = new HashMap<>(Map.of("clientId", clientId, "enabled", true));
            body.putAll(more);
            realm.createClient(body);
        }
        if (clientId.equals("adopted")) {
            TestPair.of(realm, adopt(realm, Map.of("clientId", "adopted")));
        }
    }
}
