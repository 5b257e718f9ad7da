package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a clear answer, never a 500, and leaves nothing behind. */
@ExtendWith(KeycloakExtension.class)
class BadInputIT {

    private static TestRealm realm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.createPair(Map.of("label", "taken", "appKey", "taken-key"));
    }

    static Stream<Arguments> badPairs() {
        return Stream.of(
                row("", "empty"),
                row("null", "object"),
                row("[]", "object"),
                row("{", "not well-formed"),
                row("{\"label\":\"a\"} {}", "not well-formed"),
                row("{\"label\":\"a\",\"label\":\"b\"}", "not well-formed"),
                row("{}", "label is missing"),
                row("{\"label\":null}", "label is missing"),
                row("{\"label\":\"\"}", "label is missing"),
                row("{\"label\":\"  \\t \"}", "label is missing"),
                row("{\"label\":1}", "label must be a text"),
                row("{\"label\":[\"a\"]}", "label must be a text"),
                row("{\"label\":\"" + "x".repeat(300) + "\"}", "label has more than 255"),
                row("{\"label\":\"a\\u0007b\"}", "cannot be printed"),
                row("{\"label\":\"a\\nb\"}", "cannot be printed"),
                row("{\"label\":\"a\\u0000b\"}", "NUL"),
                row("{\"label\":\"a\\u202eb\"}", "cannot be printed"),
                row("{\"label\":\"a\",\"description\":\"" + "x".repeat(300) + "\"}", "description has more than 255"),
                row("{\"label\":\"a\",\"secret\":\"x\"}", "Unknown field"),
                row("{\"label\":\"a\",\"tokens\":[]}", "Unknown field"),
                row("{\"label\":\"a\",\"appKey\":\"ab\"}", "appKey has 3 to"),
                row("{\"label\":\"a\",\"appKey\":\"" + "x".repeat(201) + "\"}", "at most 200"),
                row("{\"label\":\"a\",\"appKey\":\"" + "x".repeat(300) + "\"}", "appKey has 3 to"),
                row("{\"label\":\"a\",\"appKey\":\"-abc\"}", "appKey has 3 to"),
                row("{\"label\":\"a\",\"appKey\":\"a/b\"}", "appKey has 3 to"),
                row("{\"label\":\"a\",\"appKey\":\"chave-ção\"}", "appKey has 3 to"),
                row("{\"label\":\"a\",\"appKey\":\"settings\"}", "reserved"),
                row("{\"label\":\"a\",\"appKey\":\"password-grants\"}", "reserved"),
                row("{\"label\":\"a\",\"appKey\":\"realm-management\"}", "reserved for a client of Keycloak"),
                row("{\"label\":\"a\",\"appKey\":\"apptoken_123\"}", "apptoken_"),
                row("{\"label\":\"a\",\"appKey\":5}", "appKey must be a text"),
                row("{\"label\":\"a\",\"expiresAt\":\"tomorrow\"}", "ISO 8601"),
                row("{\"label\":\"a\",\"expiresAt\":\"2030-01-01T00:00:00\"}", "time zone"),
                row("{\"label\":\"a\",\"expiresAt\":\"2030-02-30T00:00:00Z\"}", "ISO 8601"),
                row("{\"label\":\"a\",\"expiresAt\":1}", "expiresAt must be a text"),
                row("{\"label\":\"a\",\"expiresAt\":\"2001-01-01T00:00:00Z\"}", "not in the future"),
                row("{\"label\":\"a\",\"expiresAt\":\"+999999999-12-31T23:59:59Z\"}", "ISO 8601"),
                row("{\"label\":\"a\",\"allowedNetworks\":\"10.0.0.0/8\"}", "allowedNetworks must be an array"),
                row("{\"label\":\"a\",\"allowedNetworks\":[1]}", "allowedNetworks must be a text"),
                row("{\"label\":\"a\",\"allowedNetworks\":[\"10.0.0.0/8\",\"10.0.0.0/33\"]}", "Entry 2"),
                row("{\"label\":\"a\",\"allowedNetworks\":[\"example.org\"]}", "Entry 1"),
                row("{\"label\":\"a\",\"allowedNetworks\":[" + "\"10.0.0.1\",".repeat(50) + "\"10.0.0.1\"]}",
                        "more than 50"),
                row("{\"label\":\"a\",\"delivery\":\"PIGEON\"}", "delivery"));
    }

    private static Arguments row(String body, String says) {
        return Arguments.of(body, says);
    }

    @ParameterizedTest
    @MethodSource("badPairs")
    void createSaysWhatIsWrongAndLeavesNothing(String body, String says) {
        Map<String, Long> before = Rows.ofPairs(realm.server);

        Http.Response response = realm.admin.post(realm.path("/app-keys"), body);

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.field("errorMessage")).contains(says);
        assertThat(Rows.ofPairs(realm.server)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERP", "שלום עולם", "مرحبا", "日本語の統合", "🚀 Rocket", "👩‍👩‍👧‍👦", "<b>&\"'</b>",
            "${jndi:ldap://x}", "%00%n%s", "'; drop table CLIENT; --"})
    void labelsMayBeAnyPrintableText(String label) {
        if (Rows.keepsThreeBytes(realm.server) && label.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            for (Http.Response response : new Http.Response[] {
                    realm.admin.post(realm.path("/app-keys"), Map.of("label", label)),
                    realm.admin.put(pair.path(""), Map.of("label", label)),
                    realm.admin.get(realm.path("/app-keys?search=" + Http.encode(label))),
                    realm.admin.post(pair.path("/roles"), List.of(Map.of("name", label)))}) {
                assertThat(response.status()).as(response.body()).isEqualTo(400);
                assertThat(response.field("errorMessage")).contains("cannot keep or search such characters");
            }
            return;
        }
        TestPair created = realm.createPair(Map.of("label", label, "description", "line 1\nline 2"));

        assertThat(created.get().path("label").asText()).isEqualTo(label);
        assertThat(created.get().path("description").asText()).isEqualTo("line 1\nline 2");
        assertThat(realm.admin.get(realm.path("/app-keys?search=" + Http.encode(label))).body())
                .contains(created.appKey());
    }

    @Test
    void aLabelOf255CharactersIsKept() {
        String label = "ü".repeat(255);

        assertThat(realm.createPair(label).get().path("label").asText()).isEqualTo(label);
    }

    @Test
    void aTakenAppKeyIsAConflict() {
        realm.createClient(Map.of("clientId", "stock-client"));
        realm.createUser("service-account-user-there", "a password");
        Map<String, Long> before = Rows.ofPairs(realm.server);

        for (String appKey : new String[] {"taken-key", "Taken-Key", "stock-client", "user-there"}) {
            Http.Response response = realm.admin.post(realm.path("/app-keys"), Map.of("label", "b", "appKey", appKey));
            assertThat(response.status()).as(appKey).isEqualTo(409);
            assertThat(response.field("errorMessage")).contains("taken");
        }
        assertThat(Rows.ofPairs(realm.server)).isEqualTo(before);
    }

    @Test
    void tenMegabytesAreRefused() {
        String huge = "{\"label\":\"" + "x".repeat(10 * 1024 * 1024 - 100) + "\"}";
        Map<String, Long> before = Rows.ofPairs(realm.server);

        for (Http.Response response : new Http.Response[] {realm.admin.post(realm.path("/app-keys"), huge),
                realm.admin.put(pair.path(""), huge), realm.admin.put(realm.path("/app-keys/settings"), huge),
                realm.admin.post(pair.path("/roles"), huge), realm.admin.delete(pair.path("/roles"), huge)}) {
            assertThat(response.status()).isEqualTo(413);
            assertThat(response.field("errorMessage")).contains("larger than");
        }
        assertThat(Rows.ofPairs(realm.server)).isEqualTo(before);
    }

    @Test
    void anotherTypeThanJsonIsRefused() {
        assertThat(realm.admin.request("POST", realm.path("/app-keys")).body("text/plain", "label=x").send().status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first=-1", "max=-1", "first=x", "max=1.5", "max=1001", "first=99999999999",
            "status=BROKEN", "status=active", "search=%C2%85"})
    void badListParametersAreRefused(String query) {
        Http.Response response = realm.admin.get(realm.path("/app-keys?" + query));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.field("errorMessage")).contains(query.substring(0, query.indexOf('=')) + " must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%07", "a%0Ab"})
    void controlCharactersInAQueryDoNotEvenReachUs(String search) {
        assertThat(realm.admin.get(realm.path("/app-keys?search=" + search)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-key", "x", "%20", "..%2F..", "a%00b", "%F0%9F%9A%80", "TAKEN-KEY"})
    void anUnknownAppKeyIsNotFound(String appKey) {
        assertThat(realm.admin.get(realm.path("/app-keys/" + appKey)).status()).isIn(400, 404);
    }

    static Stream<Arguments> badChanges() {
        return Stream.of(
                row("", "empty"),
                row("[]", "object"),
                row("{\"label\":\"\"}", "label is missing"),
                row("{\"label\":\"" + "x".repeat(300) + "\"}", "more than 255"),
                row("{\"enabled\":\"yes\"}", "enabled must be true or false"),
                row("{\"enabled\":1}", "enabled must be true or false"),
                row("{\"appKey\":\"another\"}", "appKey cannot be changed"),
                row("{\"createdBy\":\"me\",\"roles\":[{\"name\":\"x\"}]}", "createdBy, roles cannot be changed"),
                row("{\"unknown\":1}", "Unknown field"),
                row("{\"allowedNetworks\":[\"nonsense\"]}", "Entry 1"));
    }

    @ParameterizedTest
    @MethodSource("badChanges")
    void updateSaysWhatIsWrongAndChangesNothing(String body, String says) {
        String before = pair.get().toString();

        Http.Response response = realm.admin.put(pair.path(""), body);

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.field("errorMessage")).contains(says);
        assertThat(pair.get().toString()).isEqualTo(before);
    }

    @Test
    void updateLeavesAbsentFieldsAsTheyAre() {
        TestPair changed = realm.createPair(Map.of("label", "a", "description", "b", "allowedNetworks",
                List.of("10.0.0.0/8")));

        changed.update("{\"label\":\"c\"}");
        assertThat(changed.get().path("label").asText()).isEqualTo("c");
        assertThat(changed.get().path("description").asText()).isEqualTo("b");
        assertThat(changed.get().path("allowedNetworks").toString()).isEqualTo("[\"10.0.0.0/8\"]");

        changed.update("{\"description\":null,\"allowedNetworks\":[]}");
        assertThat(changed.get().path("description").isNull()).isTrue();
        assertThat(changed.get().path("allowedNetworks")).isEmpty();
        changed.update(changed.get().toString());
    }

    static Stream<Arguments> badRoles() {
        return Stream.of(
                Arguments.of("", 400, "empty"),
                Arguments.of("{}", 400, "array"),
                Arguments.of("[1]", 400, "object"),
                Arguments.of("[null]", 400, "object"),
                Arguments.of("[{}]", 400, "name of a role is missing"),
                Arguments.of("[{\"name\":1}]", 400, "name must be a text"),
                Arguments.of("[{\"name\":\"x\\u0000\"}]", 400, "NUL"),
                Arguments.of("[{\"name\":\"catalog-viewer\",\"id\":\"1\"}]", 400, "Unknown field"),
                Arguments.of("[{\"name\":\"no such role\"}]", 404, "no such role"),
                Arguments.of("[{\"name\":\"" + "x".repeat(5000) + "\"}]", 404, "no such role"),
                Arguments.of("[{\"name\":\"catalog-viewer\"},{\"name\":\"no such role\"}]", 404, "no such role"),
                Arguments.of("[{\"name\":\"orders:read\",\"client\":\"no-such-client\"}]", 404, "no such client"),
                Arguments.of("[{\"name\":\"nothing\",\"client\":\"orders-api\"}]", 404, "no such role"));
    }

    @ParameterizedTest
    @MethodSource("badRoles")
    void linkingSaysWhatIsWrongAndLinksNothing(String body, int status, String says) {
        for (Http.Response response : new Http.Response[] {realm.admin.post(pair.path("/roles"), body),
                realm.admin.delete(pair.path("/roles"), body)}) {
            assertThat(response.status()).as(response.body()).isEqualTo(status);
            assertThat(response.field("errorMessage")).contains(says);
        }
        assertThat(pair.get().path("roles")).isEmpty();
    }

    static Stream<Arguments> badSettings() {
        return Stream.of(
                row("", "empty"),
                row("[]", "object"),
                row("{\"enabled\":\"true\"}", "enabled must be true or false"),
                row("{\"unknown\":1}", "Unknown field"),
                row("{\"defaultOverlapSeconds\":-1}", "defaultOverlapSeconds must be between"),
                row("{\"defaultOverlapSeconds\":1.5}", "defaultOverlapSeconds must be a whole number"),
                row("{\"maxTokenAgeSeconds\":\"1\"}", "maxTokenAgeSeconds must be a whole number"),
                row("{\"maxTokenAgeSeconds\":99999999999999999999}", "maxTokenAgeSeconds must be a whole number"),
                row("{\"maxTokenAgeSeconds\":9999999999}", "maxTokenAgeSeconds must be between"),
                row("{\"headerNames\":\"X\"}", "headerNames must be an object"),
                row("{\"headerNames\":{\"appKey\":\"X-A\"}}", "header name"),
                row("{\"headerNames\":{\"appKey\":\"X-A\",\"appToken\":\"x-a\"}}", "different names"),
                row("{\"headerNames\":{\"appKey\":\"X A\",\"appToken\":\"X-B\"}}", "header name"),
                row("{\"headerNames\":{\"appKey\":\"Authorization\",\"appToken\":\"X-B\"}}", "starts with X-"),
                row("{\"headerNames\":{\"appKey\":\"X-Forwarded-For\",\"appToken\":\"X-B\"}}", "another meaning"),
                row("{\"headerNames\":{\"appKey\":\"X-A\",\"appToken\":\"X-B\",\"x\":1}}", "Unknown field"));
    }

    @ParameterizedTest
    @MethodSource("badSettings")
    void settingsSayWhatIsWrongAndStayAsTheyAre(String body, String says) {
        String before = expect(200, realm.admin.get(realm.path("/app-keys/settings"))).body();

        Http.Response response = realm.admin.put(realm.path("/app-keys/settings"), body);

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.field("errorMessage")).contains(says);
        assertThat(realm.admin.get(realm.path("/app-keys/settings")).body()).isEqualTo(before);
    }
}
