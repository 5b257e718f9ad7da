package io.github.appkeys.it.diagnosis;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
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

/** What integrators send, pasted as it was sent. */
@ExtendWith(KeycloakExtension.class)
class PastedDiagnosisIT {

    private static TestRealm realm;
    private static TestRealm otherRealm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        otherRealm = TestRealm.enabled(server);
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
    void aLookAlikeAppKeyLeadsToThePair() {
        TestPair erp = realm.createPair(Map.of("label", "erp", "appKey", "erp-1-" + realm.name));
        erp.link("orders:read");

        Diagnosed diagnosed = Diagnosed.ofPasted(realm, erp.appKey().replace("erp-1", "erp-l"), erp.appToken());

        diagnosed.assertRefusedFor("LOOK_ALIKE");
        assertThat(diagnosed.json().path("appKey").asText()).isEqualTo(erp.appKey());
    }

    @Test
    void anUnknownAppKey() {
        Diagnosed diagnosed = Diagnosed.ofPasted(realm, "no-such-key", null);

        diagnosed.assertRefusedFor("UNKNOWN_KEY");
        assertThat(diagnosed.json().path("appKey").isNull()).isTrue();
    }

    @Test
    void aTokenOfAnotherPair() {
        TestPair other = realm.linkedPair();

        Diagnosed diagnosed = Diagnosed.ofPasted(realm, pair.appKey(), other.appToken());

        diagnosed.assertRefusedFor("OTHER_PAIR");
        assertThat(diagnosed.message("OTHER_PAIR")).isEqualTo("The appToken is one of the pair " + other.appKey());
        Diagnosed.ofPasted(realm, "no-such-key", other.appToken()).assertRefusedFor("UNKNOWN_KEY", "OTHER_PAIR");
    }

    @Test
    void aTokenAloneLeadsToItsPair() {
        Diagnosed diagnosed = Diagnosed.ofPasted(realm, null, pair.appToken());

        diagnosed.assertHealthy();
        assertThat(diagnosed.json().path("appKey").asText()).isEqualTo(pair.appKey());
        assertThat(diagnosed.message("OTHER_PAIR")).isEqualTo("The appToken is one of the pair " + pair.appKey());
    }

    @Test
    void anUnknownToken() {
        TestPair deleted = realm.linkedPair();
        expect(204, realm.admin.delete(deleted.path("")));

        Diagnosed.ofPasted(realm, pair.appKey(), deleted.appToken()).assertRefusedFor("WRONG_TOKEN");
        Diagnosed.ofPasted(realm, null, deleted.appToken()).assertRefusedFor("WRONG_TOKEN");
        Diagnosed.ofPasted(realm, deleted.appKey(), deleted.appToken()).assertRefusedFor("UNKNOWN_KEY");
    }

    @Test
    void aTokenThatWasReplacedInARenewal() {
        TestPair old = realm.linkedPair();
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 0));

        Diagnosed diagnosed = Diagnosed.ofPasted(realm, old.appKey(), old.appToken());

        diagnosed.assertRefusedFor("EXPIRED");
        assertThat(diagnosed.message("EXPIRED")).startsWith("This appToken was replaced in a renewal and ended at 20");
        Diagnosed.ofPasted(realm, old.appKey(), renewed.appToken()).assertHealthy();
        Diagnosed.ofPasted(realm, null, old.appToken()).assertRefusedFor("EXPIRED");
    }

    @Test
    void aPairOfAnotherRealm() {
        TestPair there = otherRealm.linkedPair();

        Diagnosed diagnosed = Diagnosed.ofPasted(realm, there.appKey(), there.appToken());

        diagnosed.assertRefusedFor("OTHER_REALM");
        assertThat(diagnosed.message("OTHER_REALM")).isEqualTo("The pair is one of the realm " + otherRealm.name);
        Diagnosed.ofPasted(realm, pair.appKey(), there.appToken()).assertRefusedFor("OTHER_REALM");
        Diagnosed.ofPasted(realm, null, there.appToken()).assertRefusedFor("OTHER_REALM");
    }

    @Test
    void anotherRealmIsNamedOnlyToThoseWhoMayViewIt() {
        TestPair there = otherRealm.linkedPair();
        AdminApi viewer = realm.administrator("viewer-of-one-realm", "a password", "view-app-keys");

        assertThat(diagnose(viewer, there.appKey(), there.appToken()).errors()).containsExactly("UNKNOWN_KEY");
        assertThat(diagnose(viewer, there.appKey(), null).errors()).containsExactly("UNKNOWN_KEY");
        assertThat(diagnose(viewer, pair.appKey(), there.appToken()).errors()).containsExactly("WRONG_TOKEN");
        assertThat(diagnose(viewer, null, there.appToken()).errors()).containsExactly("WRONG_TOKEN");
        Diagnosed own = diagnose(viewer, pair.appKey(), pair.appToken());
        own.assertHealthy();
        assertThat(own.json()).isEqualTo(Diagnosed.ofPasted(realm, pair.appKey(), pair.appToken()).json());
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

    private static Diagnosed diagnose(AdminApi caller, String appKey, String appToken) {
        Map<String, String> body = new HashMap<>();
        body.put("appKey", appKey);
        body.put("appToken", appToken);
        return new Diagnosed(expect(200, caller.post(realm.path("/app-keys/diagnosis"), body)).json());
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
