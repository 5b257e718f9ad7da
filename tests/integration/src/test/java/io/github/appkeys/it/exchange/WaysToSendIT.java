package io.github.appkeys.it.exchange;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.ServerVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to send a pair, and every endpoint that takes one. */
@ExtendWith(KeycloakExtension.class)
class WaysToSendIT {

    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    private static TestRealm realm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
    }

    @ParameterizedTest
    @CsvSource({
            "X-VTEX-API-AppKey,X-VTEX-API-AppToken",
            "x-vtex-api-appkey,x-vtex-api-apptoken",
            "X-App-Key,X-App-Token",
            "X-VTEX-API-AppKey,X-App-Token"})
    void bothHeaderNamesWorkInAnyCase(String appKey, String appToken) {
        expect(200, realm.tokenRequest(GRANT).header(appKey, pair.appKey()).header(appToken, pair.appToken()).send());
    }

    @Test
    void httpBasic() {
        expect(200, realm.tokenRequest(GRANT).header("Authorization", basic(pair)).send());
        expect(200, realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", pair.appKey()))
                .header("Authorization", basic(pair)).send());
    }

    @Test
    void formParameters() {
        expect(200, realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", pair.appKey(),
                "client_secret", pair.appToken())).send());
    }

    @Test
    void aRealmCanChooseItsHeaderNames(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair there = own.linkedPair();
        own.settings(Map.of("headerNames", Map.of("appKey", "X-Partner-Key", "appToken", "X-Partner-Token")));

        expect(200, own.tokenRequest(GRANT).header("X-Partner-Key", there.appKey())
                .header("X-Partner-Token", there.appToken()).send());
        expect(200, own.tokenRequest(GRANT).header("X-App-Key", there.appKey())
                .header("X-App-Token", there.appToken()).send());
        expect(401, own.exchange(there.appKey(), there.appToken()));

        own.settings(Json.of("headerNames", null));
        expect(200, own.exchange(there.appKey(), there.appToken()));
    }

    @Test
    void introspectionAndRevocationAcceptAPair() {
        // the pair of an API: it introspects tokens that are meant for it, and needs no role for that
        TestPair api = realm.createPair("api");
        TestPair caller = realm.createPair("caller");
        expect(201, realm.admin.post(realm.path("/clients/" + api.clientUuid() + "/roles"), Map.of("name", "call")));
        expect(204, realm.admin.post(caller.path("/roles"), List.of(Map.of("name", "call", "client", api.appKey()))));
        String token = expect(200, caller.exchange()).field("access_token");

        assertThat(form("/token/introspect", "token", token, api).json().path("active").asBoolean()).isTrue();
        expect(200, form("/revoke", "token", token, caller));
        assertThat(form("/token/introspect", "token", token, api).json().path("active").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token/introspect", "/revoke"})
    void introspectionAndRevocationRefuseAWrongPair(String endpoint) {
        Http.Response response = Http.request("POST", realm.openId(endpoint))
                .body(TestRealm.FORM, Http.form(Map.of("token", "x")))
                .header(TestRealm.APP_KEY, "unknown").header(TestRealm.APP_TOKEN, pair.appToken()).send();

        assertThat(response.status()).isEqualTo(401);
        // Keycloak 26.4 and 26.5 have one error for all failures of introspection
        boolean old = endpoint.equals("/token/introspect") && !ServerVersion.isAtLeast(7);
        assertThat(response.field("error")).isEqualTo(old ? "invalid_request" : "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/device", "/ext/ciba/auth", "/ext/par/request"})
    void noOtherEndpointAcceptsAPair(String endpoint) {
        Http.Response response = form(endpoint, "grant_type", "client_credentials", pair);

        // Keycloak's endpoints give their own status and words to a refused client
        assertThat(response.status()).isIn(400, 401);
        assertThat(realm.lastEvent().path("details").path("app_key_reason").asText()).isEqualTo("GRANT_NOT_ALLOWED");
    }

    private static Http.Response form(String endpoint, String name, String value, TestPair sent) {
        return Http.request("POST", realm.openId(endpoint)).body(TestRealm.FORM, Http.form(Map.of(name, value)))
                .header(TestRealm.APP_KEY, sent.appKey()).header(TestRealm.APP_TOKEN, sent.appToken()).send();
    }

    private static String basic(TestPair sent) {
        return "Basic " + Base64.getEncoder()
                .encodeToString((sent.appKey() + ":" + sent.appToken()).getBytes(StandardCharsets.UTF_8));
    }
}
