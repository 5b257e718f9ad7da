package io.github.appkeys.it.gateway;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Gateway;
import io.github.appkeys.it.support.RawHttp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway check answers. */
@ExtendWith(KeycloakExtension.class)
class GatewayIT {

    private static TestRealm realm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.createPair("gateway");
        pair.link("orders:write", "orders:read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void letsAPairPassWithEveryMethod(String method) {
        Http.Response answer = expect(200, Gateway.request(method, pair, "").send());

        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("X-App-Key")).isEqualTo(pair.appKey());
        assertThat(answer.header("X-App-Roles")).isEqualTo("orders-api:orders%3Aread,orders-api:orders%3Awrite");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=1");
        assertThat(Jwt.claims(Gateway.token(answer)).path("azp").asText()).isEqualTo(pair.appKey());
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.equalsIgnoreCase("X-App-Key-Error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "OPTIONS"})
    void refusesEveryMethodWithoutAPair(String method) {
        Http.Response answer = expect(401, Http.request(method, Gateway.url(realm)).send());

        assertThat(answer.field("error")).isEqualTo("invalid_client");
        assertThat(answer.field("error_description")).contains("X-VTEX-API-AppKey");
        assertThat(answer.field("app_key_reason")).isEqualTo("MISSING_HEADER");
        assertThat(answer.header("X-App-Key-Error")).isEqualTo(answer.body());
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"" + realm.name + "\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Authorization") + answer.header("X-App-Key")).isEmpty();
    }

    @Test
    void takesHttpBasicAndShortNames() {
        expect(200, Http.get(Gateway.url(realm)).header("Authorization",
                RawHttp.basic(pair.appKey(), pair.appToken()).substring("Authorization: ".length())).send());
        expect(200, Http.get(Gateway.url(realm)).header("X-App-Key", pair.appKey())
                .header("X-App-Token", pair.appToken()).send());
        expect(401, Http.get(Gateway.url(realm)).header("Authorization",
                RawHttp.basic("stock", "secret").substring("Authorization: ".length())).send());
    }

    @Test
    void takesAnyTypeAndAcceptsAnyAnswer() {
        expect(200, Gateway.request("POST", pair, "").header("Accept", "text/html")
                .body("application/xml", "<order/>").send());
        expect(401, Http.request("POST", Gateway.url(realm)).header("Accept", "image/png")
                .body("multipart/form-data", "no form").send());
        expect(200, Gateway.request("PUT", pair, "").body(TestRealm.FORM, "client_id=other&client_secret=x").send());
    }

    @Test
    void doesNotTellUnknownFromWrong() {
        TestPair other = realm.linkedPair();
        Http.Response wrong = expect(401, Http.get(Gateway.url(realm)).header(TestRealm.APP_KEY, pair.appKey())
                .header(TestRealm.APP_TOKEN, other.appToken()).send());
        Http.Response unknown = expect(401, Http.get(Gateway.url(realm)).header(TestRealm.APP_KEY, pair.appKey() + "X")
                .header(TestRealm.APP_TOKEN, other.appToken()).send());

        assertThat(wrong.body()).isEqualTo(unknown.body()).doesNotContain("app_key_reason");
        assertThat(names(wrong)).isEqualTo(names(unknown));
    }

    @Test
    void tellsTheHolderWhy() {
        TestPair roleless = realm.createPair("roleless");
        TestPair disabled = realm.linkedPair();
        disabled.update(Map.of("enabled", false));

        Http.Response noRole = expect(403, Gateway.ask(roleless));
        assertThat(noRole.field("error")).isEqualTo("unauthorized_client");
        assertThat(noRole.field("app_key_reason")).isEqualTo("NO_ROLE");
        assertThat(noRole.header("X-App-Key-Error")).isEqualTo(noRole.body());
        assertThat(noRole.header("WWW-Authenticate")).isEmpty();
        assertThat(expect(401, Gateway.ask(disabled)).field("app_key_reason")).isEqualTo("DISABLED");
    }

    @Test
    void tellsThatAppKeysAreNotEnabled(KeycloakServer server) {
        TestRealm plain = TestRealm.plain(server);
        Http.Response answer = expect(401, Http.get(Gateway.url(plain)).header(TestRealm.APP_KEY, pair.appKey())
                .header(TestRealm.APP_TOKEN, pair.appToken()).send());

        assertThat(answer.field("app_key_reason")).isEqualTo("NOT_ENABLED");
        expect(401, Http.get(Gateway.url(plain)).send());
    }

    @Test
    void isOfOneRealm(KeycloakServer server) {
        TestRealm other = TestRealm.enabled(server);
        expect(401, Http.get(Gateway.url(other)).header(TestRealm.APP_KEY, pair.appKey())
                .header(TestRealm.APP_TOKEN, pair.appToken()).send());
    }

    @ParameterizedTest
    @CsvSource({"0, no-store", "60, 'private, max-age=60'"})
    void mayBeKeptAsTheRealmSays(int seconds, String header, KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        own.settings(Map.of("gatewayMaxAge", seconds));

        assertThat(Gateway.ask(own.linkedPair()).header("Cache-Control")).isEqualTo(header);
        expect(400, own.admin.put(own.path("/app-keys/settings"), Map.of("gatewayMaxAge", 61)));
    }

    private static List<String> names(Http.Response answer) {
        return answer.headers().map().keySet().stream().sorted().toList();
    }
}
