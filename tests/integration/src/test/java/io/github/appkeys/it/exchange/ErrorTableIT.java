package io.github.appkeys.it.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.RawHttp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The error table of the design, row by row, over raw HTTP. */
@ExtendWith(KeycloakExtension.class)
class ErrorTableIT {

    private static final String GRANT = "grant_type=client_credentials";
    private static final String GENERIC = "Invalid client or Invalid client credentials";

    private static TestRealm realm;
    private static TestPair pair;
    private static TestPair other;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
        other = realm.linkedPair();
    }

    static Stream<Arguments> malformed() {
        String key = "@key";
        String token = "@token";
        String keyHeader = TestRealm.APP_KEY + ": ";
        String tokenHeader = TestRealm.APP_TOKEN + ": ";
        return Stream.of(
                row("MISSING_HEADER", "AppKey is missing", "", tokenHeader + token),
                row("MISSING_HEADER", "AppToken is missing", "", keyHeader + key),
                row("MISSING_HEADER", "AppToken is missing or empty", "", keyHeader + key, tokenHeader),
                row("MISSING_HEADER", "form parameter client_id is missing", "&client_secret=" + token),
                row("DUPLICATE_HEADER", "AppKey is sent more than once", "", keyHeader + key, keyHeader + key,
                        tokenHeader + token),
                row("DUPLICATE_HEADER", "AppToken is sent more than once", "", keyHeader + key, tokenHeader + token,
                        tokenHeader + token),
                row("DUPLICATE_HEADER", "AppToken is sent more than once", "", keyHeader + key,
                        tokenHeader + token + ", " + token),
                row("DUPLICATE_HEADER", "AppKey is sent more than once", "", keyHeader + key, "X-App-Key: " + key,
                        tokenHeader + token),
                row("DUPLICATE_HEADER", "client_secret is sent more than once", "&client_id=" + key + "&client_secret="
                        + token + "&client_secret=" + token),
                row("WHITESPACE", "AppToken has white space", "", keyHeader + key, tokenHeader + "@broken"),
                row("WHITESPACE", "password of the HTTP Basic credentials has white space", "",
                        "@basic " + key + "|" + token + "\n"),
                row("WHITESPACE", "client_secret has white space",
                        "&client_id=" + key + "&client_secret=" + token + "%0A"),
                row("WHITESPACE", "AppKey has white space", "", keyHeader + key + "\u00a0", tokenHeader + token),
                row("SWAPPED", "swapped", "", keyHeader + token, tokenHeader + key),
                row("SWAPPED", "swapped", "&client_id=" + token + "&client_secret=" + key),
                row("SWAPPED", "swapped", "", "@basic " + token + "|" + key),
                row("SWAPPED", "swapped", "&client_secret=" + key + "&client_id=%22" + token + "%22"),
                row("SWAPPED", "swapped", "", "@basic \"" + token + "\"|" + key),
                row("MISSING_HEADER", "client_secret is missing", "&client_id=" + token),
                row("DUPLICATE_HEADER", "HTTP Basic credentials is sent more than once", "",
                        "@basic " + key + "|" + token, "@basic " + key + "|" + token),
                row("BAD_CHARACTERS", "AppToken has characters", "",
                        keyHeader + key, tokenHeader + "\"" + token + "\""),
                row("BAD_CHARACTERS", "AppKey has characters", "", keyHeader + "ké", tokenHeader + token),
                row("BAD_CHARACTERS", "AppKey is not an appKey", "", keyHeader + "-x", tokenHeader + token),
                row("BAD_CHARACTERS", "AppKey is not an appKey", "", keyHeader + "x".repeat(256), tokenHeader + token),
                row("CHECKSUM", "checksum is wrong", "", keyHeader + key, tokenHeader + "@typo"),
                row("CHECKSUM", "checksum is wrong", "", keyHeader + key, tokenHeader + "@short"),
                row("CHECKSUM", "checksum is wrong", "", keyHeader + key, tokenHeader + "a".repeat(4000)),
                row("CHECKSUM", "checksum is wrong", "", keyHeader + key, tokenHeader + "Bearer"),
                row("CHECKSUM", "checksum is wrong", "", "@basic " + key + "|@typo"));
    }

    private static Arguments row(String reason, String says, String form, String... headers) {
        return Arguments.of(reason, says, form, List.of(headers));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedPairIsExplainedWithoutAQuery(String reason, String says, String form, List<String> headers) {
        long mark = realm.server.log().mark();

        RawHttp.Response response = RawHttp.post(realm.tokenUrl(), filled(headers), GRANT + filled(form));

        assertThat(realm.server.log().statementsSince(mark).stream().filter(line -> !line.contains("EVENT_ENTITY")))
                .as("statements").isEmpty();
        assertThat(response.status()).isEqualTo(401);
        assertThat(json(response).path("error").asText()).isEqualTo("invalid_client");
        assertThat(json(response).path("error_description").asText()).contains(says);
        assertThat(response.body()).doesNotContain(pair.appToken()).doesNotContain(pair.appToken().substring(0, 30));
        assertEvent(reason);
    }

    @Test
    void unknownAppKeyAndWrongAppTokenGetTheSameBytes() {
        RawHttp.Response unknown = post(realm, pair.appKey() + "x", pair.appToken(), GRANT);
        assertEvent("UNKNOWN_KEY");
        RawHttp.Response wrong = post(realm, pair.appKey(), other.appToken(), GRANT);
        assertEvent("WRONG_TOKEN");
        RawHttp.Response otherCase = post(realm, pair.appKey().toLowerCase(), pair.appToken(), GRANT);
        assertEvent("UNKNOWN_KEY");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(json(unknown).path("error").asText()).isEqualTo("invalid_client");
        assertThat(json(unknown).path("error_description").asText()).isEqualTo(GENERIC);
        assertThat(wrong).isEqualTo(unknown);
        assertThat(otherCase).isEqualTo(unknown);
    }

    @Test
    void unknownAndWrongCostTheSameQueries() {
        post(realm, pair.appKey(), other.appToken(), GRANT);

        List<String> unknown = statementsOf(pair.appKey() + "x", pair.appToken());
        List<String> wrong = statementsOf(pair.appKey(), other.appToken());

        assertThat(unknown).hasSize(1);
        assertThat(wrong).isEqualTo(unknown);
    }

    @Test
    void aRealmWithoutAppKeysRespondsAsForAnUnknownAppKey(KeycloakServer server) {
        RawHttp.Response unknown = post(realm, "no-such-key", pair.appToken(), GRANT);
        TestRealm never = TestRealm.plain(server);
        TestRealm disabled = TestRealm.enabled(server);
        TestPair there = disabled.linkedPair();
        disabled.settings(Map.of("enabled", false));

        assertThat(post(never, pair.appKey(), pair.appToken(), GRANT)).isEqualTo(unknown);
        assertThat(post(disabled, there.appKey(), there.appToken(), GRANT)).isEqualTo(unknown);
        assertThat(disabled.lastEvent().path("details").path("app_key_reason").asText()).isEqualTo("NOT_ENABLED");
    }

    @Test
    void aDisabledPairIsRefusedWithTheDate() {
        TestPair disabled = realm.linkedPair();
        disabled.update(Map.of("enabled", false));

        RawHttp.Response response = post(disabled, GRANT);

        assertRefused(response, 401, "invalid_client");
        assertThat(json(response).path("error_description").asText())
                .matches("This pair is disabled since \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
        assertEvent("DISABLED");
        assertThat(post(realm, disabled.appKey(), pair.appToken(), GRANT).body()).contains(GENERIC);
    }

    @Test
    void anExpiredTokenIsRefusedWithTheDate() {
        String expiresAt = java.time.Instant.now().plusSeconds(1).toString();
        TestPair expiring = realm.createPair(Map.of("label", "short", "expiresAt", expiresAt));
        expiring.link("orders:read");
        String status;
        do {
            status = expiring.get().path("status").asText();
        } while (!status.equals("EXPIRED"));

        RawHttp.Response response = post(expiring, GRANT);

        assertRefused(response, 401, "invalid_client");
        String kept = expiring.get().path("tokens").path(0).path("expiresAt").asText();
        assertThat(json(response).path("error_description").asText()).isEqualTo("This appToken expired at " + kept);
        assertEvent("EXPIRED");
    }

    @Test
    void anAddressOutsideTheAllowedNetworksIsRefused() {
        post(pair, GRANT);
        String here = realm.lastEvent().path("ipAddress").asText();
        TestPair inside = realm.createPair(Map.of("label", "lan", "allowedNetworks", List.of("192.0.2.0/24", here)));
        inside.link("orders:read");
        assertThat(post(inside, GRANT).status()).isEqualTo(200);

        inside.update(Map.of("allowedNetworks", List.of("192.0.2.0/24")));
        RawHttp.Response response = post(inside, GRANT);

        assertRefused(response, 401, "invalid_client");
        assertThat(response.body()).contains("may not be used from the address " + here);
        assertEvent("ADDRESS_NOT_ALLOWED");
    }

    @Test
    void aPairWithoutRoleIsRefusedWithTheRemedy() {
        TestPair bare = realm.createPair("bare");

        RawHttp.Response response = post(bare, GRANT);

        assertRefused(response, 400, "unauthorized_client");
        assertThat(response.body()).contains("linked to no role").contains("key manager must link one");
        assertEvent("NO_ROLE");
    }

    @ParameterizedTest
    @MethodSource("otherGrants")
    void otherGrantTypesAreRefusedWithTheRightOne(String form) {
        RawHttp.Response response = post(pair, form);

        assertRefused(response, 400, "unauthorized_client");
        assertThat(response.body()).contains("client_credentials").contains("appKey and appToken");
        assertEvent("GRANT_NOT_ALLOWED");
    }

    static Stream<String> otherGrants() {
        return Stream.of("grant_type=password&username=u&password=p",
                "grant_type=refresh_token&refresh_token=x",
                "grant_type=authorization_code&code=x&redirect_uri=http://localhost/",
                "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=x",
                "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=x",
                "grant_type=urn:ietf:params:oauth:grant-type:uma-ticket&audience=x",
                "grant_type=urn:openid:params:grant-type:ciba&auth_req_id=x");
    }

    @Test
    void twoAuthenticationMethodsAtOnceAreAnInvalidRequest() {
        List<String> headers = List.of(TestRealm.APP_KEY + ": " + pair.appKey(),
                TestRealm.APP_TOKEN + ": " + pair.appToken());
        List<String> withBasic = new ArrayList<>(headers);
        withBasic.add(basic(pair.appKey(), pair.appToken()));
        String form = "&client_id=" + pair.appKey() + "&client_secret=" + pair.appToken();

        for (RawHttp.Response response : List.of(
                RawHttp.post(realm.tokenUrl(), withBasic, GRANT),
                RawHttp.post(realm.tokenUrl(), headers, GRANT + form),
                RawHttp.post(realm.tokenUrl(), List.of(basic(pair.appKey(), pair.appToken())), GRANT + form),
                RawHttp.post(realm.tokenUrl(), headers, GRANT + "&client_id=another"),
                RawHttp.post(realm.tokenUrl(), headers, GRANT + "&client_assertion=x&client_assertion_type=y"))) {
            assertRefused(response, 400, "invalid_request");
            assertEvent("DUPLICATE_HEADER");
        }
    }

    @Test
    void aClientIdParameterBesideTheHeadersIsAccepted() {
        assertThat(RawHttp.post(realm.tokenUrl(), List.of(TestRealm.APP_KEY + ": " + pair.appKey(),
                TestRealm.APP_TOKEN + ": " + pair.appToken()), GRANT + "&client_secret=&client_id=" + pair.appKey())
                .status()).as("empty client_secret").isEqualTo(200);
        assertThat(RawHttp.post(realm.tokenUrl(), List.of(TestRealm.APP_KEY + ": " + pair.appKey(),
                TestRealm.APP_TOKEN + ": " + pair.appToken()), GRANT + "&client_id=" + pair.appKey()).status())
                .isEqualTo(200);
    }

    private static void assertRefused(RawHttp.Response response, int status, String error) {
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(json(response).path("error").asText()).isEqualTo(error);
    }

    private static void assertEvent(String reason) {
        JsonNode event = realm.lastEvent();
        assertThat(event.path("type").asText()).isEqualTo("CLIENT_LOGIN_ERROR");
        assertThat(event.path("details").path("app_key_reason").asText()).isEqualTo(reason);
        assertThat(event.toString()).doesNotContain("apptoken_");
    }

    private static List<String> statementsOf(String appKey, String appToken) {
        long mark = realm.server.log().mark();
        post(realm, appKey, appToken, GRANT);
        return realm.server.log().statementsSince(mark).stream()
                .map(line -> line.substring(line.indexOf("[org.hibernate.SQL]")).replaceAll("\\(executor-[^)]*\\)", ""))
                .filter(line -> !line.contains("EVENT_ENTITY"))
                .toList();
    }

    private static RawHttp.Response post(TestPair sent, String form) {
        return post(sent.realm(), sent.appKey(), sent.appToken(), form);
    }

    private static RawHttp.Response post(TestRealm where, String appKey, String appToken, String form) {
        return RawHttp.post(where.tokenUrl(), List.of(TestRealm.APP_KEY + ": " + appKey,
                TestRealm.APP_TOKEN + ": " + appToken), form);
    }

    private static List<String> filled(List<String> headers) {
        return headers.stream().map(header -> {
            String text = filled(header);
            if (!text.startsWith("@basic ")) {
                return text;
            }
            String[] halves = text.substring("@basic ".length()).split("\\|");
            return basic(halves[0], halves[1]);
        }).toList();
    }

    private static String filled(String text) {
        String token = pair.appToken();
        char last = token.charAt(token.length() - 1);
        return text.replace("@key", pair.appKey())
                .replace("@broken", token.substring(0, 20) + " " + token.substring(20))
                .replace("@token", token)
                .replace("@typo", token.substring(0, token.length() - 1) + (last == 'x' ? 'y' : 'x'))
                .replace("@short", token.substring(0, token.length() - 1));
    }

    private static String basic(String user, String password) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
    }

    private static JsonNode json(RawHttp.Response response) {
        return Json.parse(response.body());
    }
}
