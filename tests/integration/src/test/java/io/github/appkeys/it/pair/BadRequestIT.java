package io.github.appkeys.it.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Repeated;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid changes, roles, parameters and bodies get a clear answer, never a 500, and change nothing. */
@ExtendWith(KeycloakExtension.class)
class BadRequestIT {

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

        Http.Response response = realm.admin.put(pair.path(""), Repeated.in(body));

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
        for (Http.Response response : new Http.Response[] {realm.admin.post(pair.path("/roles"), Repeated.in(body)),
                realm.admin.delete(pair.path("/roles"), Repeated.in(body))}) {
            assertThat(response.status()).as(response.body()).isEqualTo(status);
            assertThat(response.field("errorMessage")).contains(says);
        }
        assertThat(pair.get().path("roles")).isEmpty();
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
            "status=UNKNOWN", "status=active", "search=%C2%85"})
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
}
