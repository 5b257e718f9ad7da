package io.github.appkeys.it.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

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

/** What a caller can send through a gateway, byte by byte: it passes with a right pair, or it is refused. */
@ExtendWith(KeycloakExtension.class)
class GatewayPathsIT {

    private static TestRealm realm;
    private static TestPair pair;
    private static String path;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
        path = "/realms/" + realm.name + "/app-keys/authorize";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/orders", "/a/b/c?x=1", "//orders", "/a//b", "/a/../b", "/..", "/../../admin",
        "/%2e%2e/x", "/%2E%2E/%2E%2E", "/..%2fx", "/%2f", "/a;x=1", "/a?x=%2e%2e", "/%00", "/%zz", "/caf%c3%a9",
        "/?a=b?c", "/*", "/a%20b", "/..;/x"})
    void noPathPassesWithoutAPair(String rest) {
        int status = send("GET", path + rest, List.of()).status();

        assertThat(status).as(rest).isGreaterThanOrEqualTo(400);
        RawHttp.Response with = send("GET", path + rest, ours());
        assertThat(with.status() == 200).as(rest).isEqualTo(with.head().contains("uthorization: Bearer "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "/a/b/c?x=1&role=none", "/caf%c3%a9", "/a%20b", "/"})
    void commonPathsPassWithAPair(String rest) {
        assertThat(send("GET", path + rest, ours()).status()).as(rest).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPFIND", "TRACE", "get", "XYZZY", "MKCOL", "QUERY"})
    void noOtherMethodPasses(String method) {
        for (List<String> headers : List.of(List.<String>of(), ours())) {
            assertThat(send(method, path, headers).status()).as(method).isGreaterThanOrEqualTo(400);
            assertThat(send(method, path + "/orders", headers).status()).as(method).isGreaterThanOrEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({"X_VTEX_API_AppKey, X_VTEX_API_AppToken", "X.VTEX.API.AppKey, X.VTEX.API.AppToken",
        "X_App_Key, X_App_Token", "X.App.Key, X.App.Token", "X-VTEX-API-AppKey, X_VTEX_API_AppToken",
        "X-VTEX-API-AppKeys, X-VTEX-API-AppTokens", "X-App-Key-, X-App-Token-", "HTTP_X_APP_KEY, HTTP_X_APP_TOKEN"})
    void noOtherHeaderIsAPair(String appKey, String appToken) {
        RawHttp.Response answer = send("GET", path, List.of(appKey + ": " + pair.appKey(),
                appToken + ": " + pair.appToken()));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("app_key_reason").asText()).isEqualTo("MISSING_HEADER");
    }

    @Test
    void aliasesBesideAPairChangeNothing() {
        TestPair other = realm.createPair("other");
        RawHttp.Response plain = send("GET", path, ours());
        RawHttp.Response aliased = send("GET", path, with("X_App_Key: " + other.appKey(),
                "X.App.Key: " + other.appKey(), "X_VTEX_API_AppKey: " + other.appKey(), "X-App-Roles: admin",
                "X-App-Key-Error: none", "X-Forwarded-Uri: /other", "X-Original-URL: /admin", "X-Forwarded-Method: PUT",
                "X-HTTP-Method-Override: PROPFIND", "X-Auth-Request-User: admin"));

        assertThat(aliased.status()).isEqualTo(200);
        assertThat(aliased.head()).isEqualTo(plain.head());
    }

    @Test
    void aPairIsNotTakenTwice() {
        TestPair other = realm.linkedPair();
        for (String second : List.of(TestRealm.APP_KEY + ": " + pair.appKey(), TestRealm.APP_KEY + ": "
                + other.appKey(), "X-App-Key: " + other.appKey(), TestRealm.APP_TOKEN.toLowerCase() + ": "
                + other.appToken())) {
            RawHttp.Response answer = send("GET", path, with(second));
            assertThat(answer.status()).as(second.split(":")[0]).isEqualTo(401);
            assertThat(answer.json().path("app_key_reason").asText()).isEqualTo("DUPLICATE_HEADER");
        }
        RawHttp.Response basic = send("GET", path, with(RawHttp.basic(other.appKey(), other.appToken())));
        assertThat(basic.head()).as("as in an exchange").contains("X-App-Key: " + other.appKey());
    }

    @Test
    void noHeaderTakesAnotherOneAway() {
        List<String> headers = new ArrayList<>(ours());
        headers.add("Connection: " + TestRealm.APP_KEY + ", X-App-Roles, Authorization");
        RawHttp.Response answer = send("GET", path, headers);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("X-App-Key: " + pair.appKey(), "uthorization: Bearer ", "X-App-Roles: ");
    }

    @Test
    void aBearerTokenOfTheCallerIsNoPair() {
        String bearer = "Authorization: Bearer " + Gateway.token(Gateway.ask(pair));

        assertThat(send("GET", path, List.of("Connection: close", bearer)).status()).isEqualTo(401);
        assertThat(send("GET", path, with(bearer)).status()).isEqualTo(200);
    }

    @Test
    void aBodyIsNotWaitedFor() {
        List<String> headers = new ArrayList<>(ours());
        headers.add("Content-Type: application/json");
        headers.add("Content-Length: 0");
        assertThat(send("POST", path, headers).status()).isEqualTo(200);
    }

    private static List<String> ours() {
        return with();
    }

    private static List<String> with(String... more) {
        List<String> headers = new ArrayList<>(List.of("Connection: close", TestRealm.APP_KEY + ": " + pair.appKey(),
                TestRealm.APP_TOKEN + ": " + pair.appToken()));
        headers.addAll(List.of(more));
        return headers;
    }

    private static RawHttp.Response send(String method, String target, List<String> headers) {
        List<String> closing = headers.isEmpty() ? List.of("Connection: close") : new ArrayList<>(headers);
        if (closing.stream().noneMatch(header -> header.startsWith("Connection:"))) {
            closing.add("Connection: close");
        }
        return RawHttp.send(realm.server.url(), method, target, closing, "");
    }
}
