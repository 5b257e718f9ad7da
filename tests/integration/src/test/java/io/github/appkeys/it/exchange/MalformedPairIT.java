package io.github.appkeys.it.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.RawHttp;
import io.github.appkeys.it.support.Refusals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Malformed pairs, byte by byte over HTTP: the response names the mistake, and the database is not asked. */
@ExtendWith(KeycloakExtension.class)
class MalformedPairIT {

    private static final String GRANT = "grant_type=client_credentials";

    private static TestRealm realm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
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
        assertThat(response.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(response.json().path("error_description").asText()).contains(says);
        assertThat(response.body()).doesNotContain(pair.appToken()).doesNotContain(pair.appToken().substring(0, 30));
        Refusals.assertEvent(realm, reason);
    }

    @Test
    void twoAuthenticationMethodsAtOnceAreAnInvalidRequest() {
        List<String> headers = List.of(TestRealm.APP_KEY + ": " + pair.appKey(),
                TestRealm.APP_TOKEN + ": " + pair.appToken());
        List<String> withBasic = new ArrayList<>(headers);
        withBasic.add(RawHttp.basic(pair.appKey(), "another"));
        String form = "&client_id=" + pair.appKey() + "&client_secret=another";

        for (RawHttp.Response response : List.of(
                RawHttp.post(realm.tokenUrl(), withBasic, GRANT),
                RawHttp.post(realm.tokenUrl(), headers, GRANT + form),
                RawHttp.post(realm.tokenUrl(), List.of(RawHttp.basic(pair.appKey(), pair.appToken())), GRANT + form),
                RawHttp.post(realm.tokenUrl(), headers, GRANT + "&client_id=another"),
                RawHttp.post(realm.tokenUrl(), headers, GRANT + "&client_id=" + pair.appKey()
                        + "&client_assertion=x&client_assertion_type=y"))) {
            Refusals.assertRefused(response, 400, "invalid_request");
            Refusals.assertEvent(realm, "DUPLICATE_HEADER");
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

    private static List<String> filled(List<String> headers) {
        return headers.stream().map(header -> {
            String text = filled(header);
            if (!text.startsWith("@basic ")) {
                return text;
            }
            String[] halves = text.substring("@basic ".length()).split("\\|");
            return RawHttp.basic(halves[0], halves[1]);
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
}
