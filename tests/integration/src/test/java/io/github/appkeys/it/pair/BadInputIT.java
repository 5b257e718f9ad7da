package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        ''; empty
        null; object
        []; object
        {; not well-formed
        {"label":"a"} {}; not well-formed
        {"label":"a","label":"b"}; not well-formed
        {}; label is missing
        {"label":null}; label is missing
        {"label":""}; label is missing
        {"label":"  \\t "}; label is missing
        {"label":1}; label must be a text
        {"label":["a"]}; label must be a text
        {"label":"x*300"}; label has more than 255
        {"label":"a\\u0007b"}; cannot be printed
        {"label":"a\\nb"}; cannot be printed
        {"label":"a\\u0000b"}; NUL
        {"label":"a\\u202eb"}; cannot be printed
        {"label":"a","description":"x*300"}; description has more than 255
        {"label":"a","secret":"x"}; Unknown field
        {"label":"a","tokens":[]}; Unknown field
        {"label":"a","appKey":"ab"}; appKey has 3 to
        {"label":"a","appKey":"x*201"}; at most 200
        {"label":"a","appKey":"x*300"}; appKey has 3 to
        {"label":"a","appKey":"-abc"}; appKey has 3 to
        {"label":"a","appKey":"a/b"}; appKey has 3 to
        {"label":"a","appKey":"chave-ção"}; appKey has 3 to
        {"label":"a","appKey":"settings"}; reserved
        {"label":"a","appKey":"password-grants"}; reserved
        {"label":"a","appKey":"realm-management"}; reserved for a client of Keycloak
        {"label":"a","appKey":"apptoken_123"}; apptoken_
        {"label":"a","appKey":5}; appKey must be a text
        {"label":"a","expiresAt":"tomorrow"}; ISO 8601
        {"label":"a","expiresAt":"2030-01-01T00:00:00"}; time zone
        {"label":"a","expiresAt":"2030-02-30T00:00:00Z"}; ISO 8601
        {"label":"a","expiresAt":1}; expiresAt must be a text
        {"label":"a","expiresAt":"2001-01-01T00:00:00Z"}; not in the future
        {"label":"a","expiresAt":"+999999999-12-31T23:59:59Z"}; ISO 8601
        {"label":"a","allowedNetworks":"10.0.0.0/8"}; allowedNetworks must be an array
        {"label":"a","allowedNetworks":[1]}; allowedNetworks must be a text
        {"label":"a","allowedNetworks":["10.0.0.0/8","10.0.0.0/33"]}; Entry 2
        {"label":"a","allowedNetworks":["example.org"]}; Entry 1
        {"label":"a","delivery":"PIGEON"}; delivery
        """)
    void anInvalidPairIsRefusedAndNothingIsStored(String body, String says) {
        Map<String, Long> before = Rows.ofPairs(realm.server);

        Http.Response response = realm.admin.post(realm.path("/app-keys"), written(body));

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.field("errorMessage")).contains(says);
        assertThat(Rows.ofPairs(realm.server)).isEqualTo(before);
    }

    @Test
    void aPairWithMoreThanFiftyNetworksIsRefused() {
        Map<String, Long> before = Rows.ofPairs(realm.server);

        Http.Response response = realm.admin.post(realm.path("/app-keys"),
                Map.of("label", "a", "allowedNetworks", Collections.nCopies(51, "10.0.0.1")));

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.field("errorMessage")).contains("more than 50");
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
    void aBodyOfTenMegabytesIsRefused() {
        Map<String, ?> huge = Map.of("label", "x".repeat(10 * 1024 * 1024 - 100));
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
    void aBodyThatIsNotJsonIsRefused() {
        assertThat(realm.admin.request("POST", realm.path("/app-keys")).body("text/plain", "label=x").send().status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first=-1", "max=-1", "first=x", "max=1.5", "max=1001", "first=99999999999",
            "status=BROKEN", "status=active", "search=%C2%85"})
    void invalidListParametersAreRefused(String query) {
        Http.Response response = realm.admin.get(realm.path("/app-keys?" + query));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.field("errorMessage")).contains(query.substring(0, query.indexOf('=')) + " must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%07", "a%0Ab"})
    void controlCharactersInAQueryAreRefused(String search) {
        assertThat(realm.admin.get(realm.path("/app-keys?search=" + search)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-key", "x", "%20", "..%2F..", "a%00b", "%F0%9F%9A%80", "TAKEN-KEY"})
    void anUnknownAppKeyIsNotFound(String appKey) {
        assertThat(realm.admin.get(realm.path("/app-keys/" + appKey)).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        ''; empty
        []; object
        {"label":""}; label is missing
        {"label":"x*300"}; more than 255
        {"enabled":"yes"}; enabled must be true or false
        {"enabled":1}; enabled must be true or false
        {"appKey":"another"}; appKey cannot be changed
        {"createdBy":"me","roles":[{"name":"x"}]}; createdBy, roles cannot be changed
        {"unknown":1}; Unknown field
        {"allowedNetworks":["nonsense"]}; Entry 1
        """)
    void anInvalidChangeIsRefusedAndNothingChanges(String body, String says) {
        String before = pair.get().toString();

        Http.Response response = realm.admin.put(pair.path(""), written(body));

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.field("errorMessage")).contains(says);
        assertThat(pair.get().toString()).isEqualTo(before);
    }

    @Test
    void absentFieldsStayUnchanged() {
        TestPair changed = realm.createPair(Map.of("label", "a", "description", "b", "allowedNetworks",
                List.of("10.0.0.0/8")));

        changed.update(Map.of("label", "c"));
        assertThat(changed.get().path("label").asText()).isEqualTo("c");
        assertThat(changed.get().path("description").asText()).isEqualTo("b");
        assertThat(changed.get().path("allowedNetworks").toString()).isEqualTo(Json.text(List.of("10.0.0.0/8")));

        changed.update(Json.of("description", null, "allowedNetworks", List.of()));
        assertThat(changed.get().path("description").isNull()).isTrue();
        assertThat(changed.get().path("allowedNetworks")).isEmpty();
        changed.update(changed.get().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        ''; 400; empty
        {}; 400; array
        [1]; 400; object
        [null]; 400; object
        [{}]; 400; name of a role is missing
        [{"name":1}]; 400; name must be a text
        [{"name":"x\\u0000"}]; 400; NUL
        [{"name":"catalog-viewer","id":"1"}]; 400; Unknown field
        [{"name":"no such role"}]; 404; no such role
        [{"name":"x*5000"}]; 404; no such role
        [{"name":"catalog-viewer"},{"name":"no such role"}]; 404; no such role
        [{"name":"orders:read","client":"no-such-client"}]; 404; no such client
        [{"name":"nothing","client":"orders-api"}]; 404; no such role
        """)
    void invalidRolesAreRefusedAndNothingIsLinked(String body, int status, String says) {
        for (Http.Response response : new Http.Response[] {realm.admin.post(pair.path("/roles"), written(body)),
                realm.admin.delete(pair.path("/roles"), written(body))}) {
            assertThat(response.status()).as(response.body()).isEqualTo(status);
            assertThat(response.field("errorMessage")).contains(says);
        }
        assertThat(pair.get().path("roles")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        ''; empty
        []; object
        {"enabled":"true"}; enabled must be true or false
        {"unknown":1}; Unknown field
        {"defaultOverlapSeconds":-1}; defaultOverlapSeconds must be between
        {"defaultOverlapSeconds":1.5}; defaultOverlapSeconds must be a whole number
        {"maxTokenAgeSeconds":"1"}; maxTokenAgeSeconds must be a whole number
        {"maxTokenAgeSeconds":99999999999999999999}; maxTokenAgeSeconds must be a whole number
        {"maxTokenAgeSeconds":9999999999}; maxTokenAgeSeconds must be between
        {"headerNames":"X"}; headerNames must be an object
        {"headerNames":{"appKey":"X-A"}}; header name
        {"headerNames":{"appKey":"X-A","appToken":"x-a"}}; different names
        {"headerNames":{"appKey":"X A","appToken":"X-B"}}; header name
        {"headerNames":{"appKey":"Authorization","appToken":"X-B"}}; starts with X-
        {"headerNames":{"appKey":"X-Forwarded-For","appToken":"X-B"}}; another meaning
        {"headerNames":{"appKey":"X-A","appToken":"X-B","x":1}}; Unknown field
        """)
    void invalidSettingsAreRefusedAndNothingChanges(String body, String says) {
        String before = expect(200, realm.admin.get(realm.path("/app-keys/settings"))).body();

        Http.Response response = realm.admin.put(realm.path("/app-keys/settings"), body);

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.field("errorMessage")).contains(says);
        assertThat(realm.admin.get(realm.path("/app-keys/settings")).body()).isEqualTo(before);
    }

    /** A row of a table with what is too long for one: {@code x*300} is 300 times x. */
    private static String written(String row) {
        return Pattern.compile("(.)\\*(\\d+)").matcher(row)
                .replaceAll(times -> times.group(1).repeat(Integer.parseInt(times.group(2))));
    }
}
