package io.github.appkeys.it.gateway;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The login in VTEX's form. */
@ExtendWith(KeycloakExtension.class)
class LoginIT {

    private static TestRealm realm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
    }

    @Test
    void answersWithATokenAndItsEnd() {
        Http.Response answer = expect(200, login(pair.appKey(), pair.appToken()));

        assertThat(answer.json()).hasSize(3);
        assertThat(answer.field("authStatus")).isEqualTo("Success");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Jwt.claims(answer.field("token")).path("azp").asText()).isEqualTo(pair.appKey());
        assertThat(answer.json().path("expires").asLong())
                .isEqualTo(Jwt.claims(answer.field("token")).path("exp").asLong())
                .isGreaterThan(Instant.now().getEpochSecond());
        assertThat(realm.lastEvent().path("details").path("app_key_endpoint").asText()).isEqualTo("login");
    }

    @Test
    void refusesAlike() {
        TestPair roleless = realm.createPair("roleless");
        Http.Response wrong = expect(401, login(pair.appKey(), roleless.appToken()));
        Http.Response unknown = expect(401, login("unknown", pair.appToken()));

        assertThat(wrong.body()).isEqualTo(unknown.body()).isEqualTo("{\"authStatus\":\"WrongCredentials\"}");
        assertThat(wrong.header("Cache-Control")).isEqualTo("no-store");
        assertThat(wrong.header("X-App-Key-Error")).isEqualTo(unknown.header("X-App-Key-Error"))
                .doesNotContain("app_key_reason");
        Http.Response noRole = expect(401, login(roleless.appKey(), roleless.appToken()));
        assertThat(noRole.body()).isEqualTo(wrong.body());
        assertThat(noRole.header("X-App-Key-Error")).contains("NO_ROLE");
        expect(401, send("application/json", "{\"appkey\":\"" + pair.appKey() + "\"}"));
        expect(401, send("application/json", "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"text\"", "{", "{\"appkey\":1}", "{\"appkey\":\"a\",\"appkey\":\"b\"}",
        "{\"appkey\":\"a\",\"more\":\"b\"}", "{} {}", "{\"appkey\":null}", "{\"AppKey\":\"a\"}", "null", "appkey=a"})
    void takesNoOtherBody(String body) {
        assertThat(expect(400, send("application/json", body)).field("error")).isEqualTo("invalid_request");
    }

    @Test
    void isBounded() {
        expect(400, send("application/json", "{\"appkey\":\"" + "a".repeat(5000) + "\"}"));
        expect(400, send("application/json", "[".repeat(4000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "application/vnd.vtex.ds.v10+json",
        "text/plain"})
    void takesTheTypesThatClientsSend(String type) {
        expect(200, send(type, Json.text(Json.of("appkey", pair.appKey(), "apptoken", pair.appToken()))));
    }

    @Test
    void isNotOpenToOthers(KeycloakServer server) {
        TestRealm other = TestRealm.enabled(server);
        TestRealm plain = TestRealm.plain(server);
        String body = Json.text(Json.of("appkey", pair.appKey(), "apptoken", pair.appToken()));
        for (TestRealm elsewhere : new TestRealm[] {other, plain}) {
            expect(401, Http.request("POST", url(elsewhere)).body("application/json", body).send());
        }
        expect(405, Http.get(url(realm)).header(TestRealm.APP_KEY, pair.appKey())
                .header(TestRealm.APP_TOKEN, pair.appToken()).send());
    }

    private static Http.Response login(String appKey, String appToken) {
        return send("application/json", Json.text(Json.of("appkey", appKey, "apptoken", appToken)));
    }

    private static Http.Response send(String type, String body) {
        return Http.request("POST", url(realm)).body(type, body).send();
    }

    private static String url(TestRealm where) {
        return where.server.url() + "/realms/" + where.name + "/app-keys/login";
    }
}
