package io.github.appkeys.it.exchange;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What libraries, gateways and hasty integrators add to a request. */
@ExtendWith(KeycloakExtension.class)
class StrayHeadersIT {

    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    private static TestRealm realm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
        realm.createUser("ada", "ada's password");
        realm.createClient(Map.of("clientId", "public", "publicClient", true, "directAccessGrantsEnabled", true));
        realm.createClient(Map.of("clientId", "stock", "secret", "stock-secret", "serviceAccountsEnabled", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-App-Token: abc", "X-App-Key: 4711", "X-VTEX-API-AppToken: x y"})
    void aStrayHeaderRefusesNoOtherClient(String header) {
        String[] parts = header.split(": ");
        expect(200, realm.tokenRequest(Map.of("grant_type", "password", "client_id", "public", "username", "ada",
                "password", "ada's password")).header(parts[0], parts[1]).send());
        expect(200, realm.tokenRequest(GRANT).header("Authorization", basic("stock", "stock-secret"))
                .header(parts[0], parts[1]).send());
        expect(200, realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", "stock",
                "client_secret", "stock-secret")).header(parts[0], parts[1]).send());
        assertThat(realm.lastEvent().path("details").path("app_key_reason").asText()).isEqualTo("IGNORED_HEADERS");
    }

    @Test
    void aWholePairBesideAnotherClientIsIgnored() {
        Http.Response response = expect(200, realm.tokenRequest(GRANT)
                .header("Authorization", basic("stock", "stock-secret"))
                .header(TestRealm.APP_KEY, pair.appKey()).header(TestRealm.APP_TOKEN, pair.appToken()).send());

        assertThat(response.body()).contains("access_token");
        assertThat(realm.lastEvent().path("clientId").asText()).isEqualTo("stock");
    }

    @Test
    void theSameCredentialsTwiceAreOneWay() {
        expect(200, realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", pair.appKey(),
                "client_secret", pair.appToken())).header("Authorization", basic(pair.appKey(), pair.appToken()))
                .header(TestRealm.APP_KEY, pair.appKey()).header(TestRealm.APP_TOKEN, pair.appToken()).send());
    }

    @Test
    void anAdoptedClientMaySendItsSecretTwice() {
        realm.createClient(Map.of("clientId", "old-erp", "secret", "old-secret", "serviceAccountsEnabled", true));
        expect(201, realm.admin.post(realm.path("/app-keys"), Map.of("clientId", "old-erp", "finishAt",
                "2099-01-01T00:00:00Z")));
        TestPair adopted = new TestPair(realm, "old-erp", "", realm.admin.get(realm.path("/app-keys/old-erp")).json());
        adopted.link("orders:read");

        expect(200, realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", "old-erp",
                "client_secret", "old-secret")).header("Authorization", basic("old-erp", "old-secret")).send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ";x=1", "//"})
    void theTokenEndpointIsTheOneThatKeycloakTakesForIt(String end) {
        Http.Response stock = Http.request("POST", realm.tokenUrl() + end).body(TestRealm.FORM, Http.form(Map.of(
                "grant_type", "client_credentials", "client_id", "stock", "client_secret", "stock-secret"))).send();
        Http.Response ours = Http.request("POST", realm.tokenUrl() + end).body(TestRealm.FORM, Http.form(GRANT))
                .header(TestRealm.APP_KEY, pair.appKey()).header(TestRealm.APP_TOKEN, pair.appToken()).send();

        assertThat(ours.status()).isEqualTo(stock.status());
    }

    @Test
    void aRefusalOfHttpBasicNamesTheScheme() {
        String wrong = realm.linkedPair().appToken();
        for (String appKey : List.of(pair.appKey(), "no-such-key")) {
            Http.Response refused = expect(401, realm.tokenRequest(GRANT)
                    .header("Authorization", basic(appKey, wrong)).send());
            assertThat(refused.header("WWW-Authenticate")).isEqualTo("Basic realm=\"" + realm.name + "\"");
        }
        assertThat(expect(401, realm.exchange(pair.appKey(), wrong)).header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void aMisplacedAppTokenIsToldWhereItBelongs() {
        assertMisplaced(realm.tokenRequest(GRANT).header("Authorization", "Bearer " + pair.appToken()).send(),
                "no bearer token");
        assertMisplaced(Http.request("POST", realm.tokenUrl() + "?client_id=" + pair.appKey() + "&client_secret="
                + pair.appToken()).body(TestRealm.FORM, Http.form(GRANT)).send(), "access logs");
        assertMisplaced(realm.tokenRequest(GRANT).header(TestRealm.APP_KEY, pair.appKey())
                .header(TestRealm.APP_TOKEN, "Bearer " + pair.appToken()).send(), "the word Bearer");
    }

    @Test
    void rolesOfAGroupCount() {
        TestPair byGroup = realm.createPair("by group");
        expect(400, byGroup.exchange());
        String location = expect(201, realm.admin.post(realm.path("/groups"), Map.of("name", "integrations")))
                .header("Location");
        String group = location.substring(location.lastIndexOf('/') + 1);
        Object role = expect(200, realm.admin.get(realm.path("/roles/catalog-viewer"))).json();
        expect(204, realm.admin.post(realm.path("/groups/" + group + "/role-mappings/realm"), List.of(role)));
        expect(204, realm.admin.put(realm.path("/users/" + byGroup.serviceAccountUserId() + "/groups/" + group),
                Map.of()));

        expect(200, byGroup.exchange());
    }

    private static void assertMisplaced(Http.Response response, String text) {
        assertThat(expect(401, response).field("error_description")).contains(text);
        JsonNode event = realm.lastEvent();
        assertThat(event.path("details").path("app_key_reason").asText()).isEqualTo("MISPLACED");
        assertThat(event.toString()).doesNotContain(pair.appToken());
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
