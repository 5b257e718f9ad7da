package io.github.appkeys.it.diagnosis;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
import io.github.appkeys.it.support.Diagnosed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A pair that was pasted as it was sent: each copying mistake is named. */
@ExtendWith(KeycloakExtension.class)
class PastedDiagnosisIT {

    private static TestRealm realm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
    }

    @Test
    void aPairThatWorks() {
        Diagnosed diagnosed = Diagnosed.ofPasted(realm, pair.appKey(), pair.appToken());

        diagnosed.assertHealthy();
        assertThat(diagnosed.message("UNKNOWN_KEY")).isEqualTo("The appKey exists");
        assertThat(diagnosed.message("WRONG_TOKEN")).contains("the one that ends with " + pair.created().path("tokens")
                .path(0).path("hint").asText());
        assertThat(diagnosed.json().path("appKey").asText()).isEqualTo(pair.appKey());
    }

    @ParameterizedTest
    @MethodSource
    void eachCopyingMistakeIsNamed(String code, String appKey, String appToken) {
        Diagnosed diagnosed = Diagnosed.ofPasted(realm, filled(appKey), filled(appToken));

        diagnosed.assertRefusedFor(code.split(" "));
        assertThat(diagnosed.json().path("appKey").asText()).as("the pair that was meant").isEqualTo(pair.appKey());
        assertThat(diagnosed.json().toString()).doesNotContain(pair.appToken());
    }

    static Stream<Arguments> eachCopyingMistakeIsNamed() {
        return Stream.of(
                Arguments.of("WHITESPACE", "@key", "@token\n"),
                Arguments.of("WHITESPACE", " @key", "@token"),
                Arguments.of("WHITESPACE", "@key", "\u00A0@token"),
                Arguments.of("INVISIBLE_CHARACTERS", "@key\u200B", "@token"),
                Arguments.of("QUOTED", "@key", "\"@token\""),
                Arguments.of("QUOTED", "'@key'", "@token"),
                Arguments.of("AUTHORIZATION_PREFIX", "@key", "Bearer @token"),
                Arguments.of("AUTHORIZATION_PREFIX BASE64", null, "Basic @base64"),
                Arguments.of("BASE64", "@key", "@base64"),
                Arguments.of("BOTH_IN_ONE", "@key:@token", null),
                Arguments.of("BOTH_IN_ONE", null, "@key:@token"),
                Arguments.of("URL_ENCODED", "@key", "@percent"),
                Arguments.of("SWAPPED", "@token", "@key"),
                Arguments.of("NAME_INCLUDED", "X-VTEX-API-AppKey: @key", "@token"),
                Arguments.of("DUPLICATE_HEADER", "@key,@key", "@token"),
                Arguments.of("MISSING_HEADER", "@key", ""),
                Arguments.of("PLACEHOLDER", "@key", "{{appToken}}"),
                Arguments.of("CHECKSUM", "@key", "@token-"),
                Arguments.of("BAD_CHARACTERS", "@key", "@token\u2026"),
                Arguments.of("CASE_MISMATCH", "@KEY", "@token"));
    }

    @Test
    void thePairItselfIsCheckedToo() {
        TestPair bare = realm.createPair("bare");
        bare.update(Map.of("enabled", false));

        Diagnosed.ofPasted(realm, bare.appKey(), bare.appToken() + "\n")
                .assertRefusedFor("WHITESPACE", "DISABLED", "NO_ROLE");
    }

    @Test
    void theAdminEventDoesNotHoldThePastedToken() {
        Diagnosed.ofPasted(realm, pair.appKey(), "\"" + pair.appToken() + "\"");

        JsonNode event = realm.lastAdminEvent();
        assertThat(event.path("operationType").asText()).isEqualTo("ACTION");
        assertThat(event.path("resourcePath").asText()).isEqualTo("app-keys/diagnosis");
        assertThat(event.path("representation").asText())
                .isEqualTo(Json.text(Json.of("verdict", "REFUSED", "codes", List.of("QUOTED"))));
        // LogSecrecyIT reads the server's whole log afterwards
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        {}; appKey or appToken is missing
        {"appKey":null}; appKey or appToken is missing
        {"appKey":1}; appKey must be a text
        {"appKey":"a","token":"b"}; Unknown field
        []; A JSON object is expected
        ; The body is empty
        """)
    void invalidInputIsNamed(String body, String message) {
        assertThat(expect(400, realm.admin.post(realm.path("/app-keys/diagnosis"), body == null ? "" : body))
                .field("errorMessage")).contains(message);
    }

    @Test
    void anOverlongTokenIsRefused() {
        assertThat(expect(400,
                realm.admin.post(realm.path("/app-keys/diagnosis"), Map.of("appToken", "x".repeat(5000))))
                .field("errorMessage")).isEqualTo("appToken has more than 4096 characters");
    }

    private static String filled(String text) {
        if (text == null) {
            return null;
        }
        String both = pair.appKey() + ":" + pair.appToken();
        return text.replace("@token-", pair.appToken().substring(0, 50))
                .replace("@KEY", pair.appKey().toUpperCase())
                .replace("@key", pair.appKey())
                .replace("@token", pair.appToken())
                .replace("@base64", Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)))
                .replace("@percent", pair.appToken().replace("_", "%5F"));
    }
}
