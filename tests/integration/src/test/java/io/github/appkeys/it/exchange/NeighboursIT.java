package io.github.appkeys.it.exchange;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published weaknesses of products like this one, tried at the exchange; docs/security.md lists them. */
@ExtendWith(KeycloakExtension.class)
class NeighboursIT {

    private static TestRealm realm;
    private static TestPair pair;
    private static TestPair other;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
        other = realm.linkedPair();
    }

    /** Names that a gateway or a CGI takes for the same header (CVE-2026-54763, CVE-2026-88011). */
    @ParameterizedTest
    @CsvSource({
        "X_VTEX_API_AppKey, X_VTEX_API_AppToken",
        "X.VTEX.API.AppKey, X.VTEX.API.AppToken",
        "X_App_Key, X_App_Token",
        "X.App.Key, X.App.Token",
        "HTTP-X-App-Key, HTTP-X-App-Token"})
    void anAliasOfAHeaderIsNotThatHeader(String appKeyHeader, String appTokenHeader) {
        Map<String, String> grant = Map.of("grant_type", "client_credentials");
        assertThat(realm.tokenRequest(grant).header(appKeyHeader, pair.appKey())
                .header(appTokenHeader, pair.appToken()).send().status()).isEqualTo(401);

        Http.Response response = expect(200, realm.tokenRequest(grant).header(TestRealm.APP_KEY, pair.appKey())
                .header(TestRealm.APP_TOKEN, pair.appToken()).header(appKeyHeader, other.appKey())
                .header(appTokenHeader, other.appToken()).send());
        assertThat(Jwt.claims(response.field("access_token")).path("azp").asText()).isEqualTo(pair.appKey());
    }

    /** The same header twice is an error, never a choice. */
    @Test
    void aHeaderThatIsSentTwiceIsRefused() {
        for (String name : List.of(TestRealm.APP_KEY, "x-vtex-api-appkey", "X-App-Key")) {
            Http.Response response = realm.tokenRequest(Map.of("grant_type", "client_credentials"))
                    .header(TestRealm.APP_KEY, pair.appKey()).header(TestRealm.APP_TOKEN, pair.appToken())
                    .header(name, other.appKey()).send();
            assertThat(response.status()).as("%s: %s", name, response.body()).isIn(400, 401);
        }
    }

    /** One pair in two realms: what is remembered of it belongs to its realm (CVE-2026-92443, CVE-2026-92442). */
    @Test
    void aPairInTwoRealmsIsTwoPairs(KeycloakServer server) {
        TestRealm first = TestRealm.enabled(server);
        TestPair here = first.linkedPair();
        TestRealm second = TestRealm.enabled(server);
        expect(200, Archives.imports(second, Archives.archive(first, "").toString(), false));
        Http.Response of = expect(200, here.exchange());
        for (int i = 0; i < 2; i++) {
            Http.Response there = expect(200, second.exchange(here.appKey(), here.appToken()));
            assertThat(Jwt.claims(there.field("access_token")).path("iss").asText()).endsWith(second.name);
            assertThat(Jwt.claims(of.field("access_token")).path("iss").asText()).endsWith(first.name);
        }

        here.update(Map.of("enabled", false));

        expect(401, here.exchange());
        expect(200, second.exchange(here.appKey(), here.appToken()));
        expect(204, first.admin.delete(here.path("")));
        expect(200, second.exchange(here.appKey(), here.appToken()));
    }

    /** No series of our metrics comes from a text that was sent (CVE-2026-16100). */
    @Test
    void requestsAddNoSeriesToOurMetrics(KeycloakServer server) {
        expect(200, pair.exchange());
        List<String> before = series(server);
        for (int i = 0; i < 40; i++) {
            realm.exchange("made-up-" + i, pair.appToken());
            realm.exchange(pair.appKey() + " \"" + i, pair.appToken());
            Map<String, String> form = new HashMap<>(Map.of("grant_type", "made-up-" + i, "scope", "made-up-" + i));
            realm.tokenRequest(form).header(TestRealm.APP_KEY, pair.appKey())
                    .header(TestRealm.APP_TOKEN, pair.appToken()).send();
        }

        assertThat(series(server)).isEqualTo(before);
    }

    private static List<String> series(KeycloakServer server) {
        return Http.get(server.managementUrl() + "/metrics").send().body().lines()
                .filter(line -> line.startsWith("app_key_")).map(line -> line.replaceFirst(" [^ ]+$", "")).sorted()
                .toList();
    }
}
