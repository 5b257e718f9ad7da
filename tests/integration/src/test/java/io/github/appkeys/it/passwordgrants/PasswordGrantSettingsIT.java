package io.github.appkeys.it.passwordgrants;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The settings of password grants: stored as given, or refused with the name of the field. */
@ExtendWith(KeycloakExtension.class)
class PasswordGrantSettingsIT {

    private static final String WHOLE = """
            {"observe":false,"cutoff":"2031-11-13T14:00:00-02:00","scope":"SELECTED","clients":["account","admin-cli"],
            "exceptions":[{"clientId":"account","reason":"their release is in May","until":"2032-05-01T00:00-03:00"}],
            "documentationUrl":"https://docs.example.org/keys","retentionDays":30}""";

    /** A bad value of passwordGrants, and what the error message contains. */
    private static final String BAD = """
            [] ; passwordGrants must be an object
            {"cut":1} ; Unknown field ; passwordGrants.cutoff
            {"observe":"yes"} ; passwordGrants.observe must be true or false
            {"cutoff":"2026-11-13T14:00:00"} ; passwordGrants.cutoff must be a moment with a time zone
            {"cutoff":"13.11.2026"} ; passwordGrants.cutoff must be a moment with a time zone
            {"cutoff":"2026-02-30T14:00:00Z"} ; passwordGrants.cutoff must be a moment with a time zone
            {"cutoff":""} ; passwordGrants.cutoff must be a moment with a time zone
            {"cutoff":1793980800} ; passwordGrants.cutoff must be a text
            {"scope":"SOME"} ; passwordGrants.scope must be one of ALL, API_CLIENTS and SELECTED
            {"scope":"all"} ; passwordGrants.scope must be one of
            {"clients":"account"} ; passwordGrants.clients must be an array
            {"clients":["account",7]} ; passwordGrants.clients[1] must be a text
            {"clients":["account","no-such-client"]} ; passwordGrants.clients[1] is no client
            {"clients":[""]} ; passwordGrants.clients[0] is empty
            {"clients":["account","broker","account"]} ; passwordGrants.clients[2] is there twice
            {"exceptions":{}} ; passwordGrants.exceptions must be an array
            {"exceptions":[1]} ; passwordGrants.exceptions[0] must be an object
            {"exceptions":[{"clientId":"account","reason":"why","until":"2032-05-01T00:00Z"},\
            {"clientId":"broker","until":"2032-05-01T00:00Z"}]} \
            ; passwordGrants.exceptions[1].reason is missing
            {"exceptions":[{"clientId":"account","reason":" ","until":"2032-05-01T00:00Z"}]} \
            ; passwordGrants.exceptions[0].reason is missing
            {"exceptions":[{"clientId":"account","reason":"why"}]} ; passwordGrants.exceptions[0].until is missing
            {"exceptions":[{"clientId":"account","reason":"why","until":"2032-05-01T00:00"}]} \
            ; passwordGrants.exceptions[0].until must be a moment with a time zone
            {"exceptions":[{"clientId":"nobody","reason":"why","until":"2032-05-01T00:00Z"}]} \
            ; passwordGrants.exceptions[0].clientId is no client
            {"exceptions":[{"reason":"why","until":"2032-05-01T00:00Z"}]} \
            ; passwordGrants.exceptions[0].clientId is missing
            {"exceptions":[{"clientId":"account","reason":"why","until":"2032-05-01T00:00Z"},\
            {"clientId":"account","reason":"why","until":"2033-05-01T00:00Z"}]} \
            ; passwordGrants.exceptions[1].clientId is there twice
            {"exceptions":[{"client":"account"}]} ; passwordGrants.exceptions[0].clientId
            {"documentationUrl":"docs.example.org"} ; passwordGrants.documentationUrl must be
            {"documentationUrl":"javascript:alert(1)"} ; passwordGrants.documentationUrl must be
            {"documentationUrl":"https://docs.example.org/\\r\\nX: y"} ; passwordGrants.documentationUrl must be
            {"retentionDays":0} ; passwordGrants.retentionDays must be between 1 and 3650
            {"retentionDays":4294967386} ; passwordGrants.retentionDays must be between 1 and 3650
            {"retentionDays":1.5} ; passwordGrants.retentionDays must be a whole number
            """;

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        realm.settings(Map.of("passwordGrants", Json.parse(WHOLE)));
    }

    @Test
    void byDefaultPasswordGrantsAreObservedAndHaveNoCutoff(KeycloakServer server) {
        JsonNode grants = Settings.of(TestRealm.plain(server)).path("passwordGrants");

        assertThat(grants).isEqualTo(Json.tree(Json.of("observe", true, "cutoff", null, "scope", "ALL",
                "clients", List.of(), "exceptions", List.of(), "documentationUrl", null, "retentionDays", 90)));
    }

    @Test
    void eachFieldIsStoredAsGiven(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);

        own.settings(Map.of("passwordGrants", Json.parse(WHOLE)));
        ObjectNode expected = (ObjectNode) Json.parse(WHOLE);
        assertThat(Settings.of(own).path("passwordGrants")).isEqualTo(expected);

        own.settings(Map.of("passwordGrants", Map.of("retentionDays", 31), "idleDays", 7));
        assertThat(Settings.of(own).path("passwordGrants")).isEqualTo(expected.put("retentionDays", 31));
        own.settings(Map.of("passwordGrants",
                Json.of("cutoff", null, "documentationUrl", null, "scope", null, "clients", List.of())));
        assertThat(Settings.of(own).path("passwordGrants")).isEqualTo(expected.putNull("cutoff")
                .putNull("documentationUrl").set("clients", Http.JSON.createArrayNode()));
        expect(204, Settings.put(own, Settings.of(own).toString()));
        assertThat(Settings.of(own).path("passwordGrants")).isEqualTo(expected);
        assertThat(own.lastAdminEvent().path("representation").asText()).contains("their release is in May");
    }

    /** One after the other in one test, which is quicker than a test for each. */
    @Test
    void anInvalidFieldIsNamedAndNothingIsSaved() {
        JsonNode before = Settings.of(realm);
        String token = realm.admin.accessToken();
        for (String row : BAD.lines().toList()) {
            String[] cells = row.split(" ; ");
            assertRefused(token, Json.parse(cells[0]), Arrays.copyOfRange(cells, 1, cells.length));
        }
        assertRefused(token, Map.of("clients", IntStream.range(0, 201).mapToObj(i -> "c" + i).toList()),
                "passwordGrants.clients has more than 200");
        assertThat(Settings.of(realm)).isEqualTo(before);
    }

    @Test
    void aListedClientThatWasDeletedDoesNotBlockAnUpdate(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        String uuid = own.createClient(Map.of("clientId", "old-erp"));
        own.settings(Map.of("passwordGrants", Map.of("clients", List.of("old-erp"))));
        expect(204, own.admin.delete(own.path("/clients/" + uuid)));

        own.settings(Map.of("passwordGrants", Map.of("clients", List.of("old-erp", "account"))));

        own.settings(Map.of("passwordGrants", Map.of("clients", List.of())));
        expect(400, Settings.put(own, Map.of("passwordGrants", Map.of("clients", List.of("old-erp")))));
    }

    /** Neither reading nor writing; a stranger does not even learn that a body is bad. */
    @Test
    void onlySettingsManagersMayReadAndWriteThem(KeycloakServer server) {
        TestRealm other = TestRealm.enabled(server);
        List<AdminApi> strangers = List.of(realm.administrator("viewer", "p", "view-app-keys", "manage-app-keys",
                "renew-app-tokens", "manage-clients"), other.administrator("neighbour", "p", "realm-admin"));
        JsonNode before = Settings.of(realm);
        for (AdminApi stranger : strangers) {
            expect(403, stranger.get(realm.path("/app-keys/settings")));
            expect(403, stranger.put(realm.path("/app-keys/settings"),
                    Map.of("passwordGrants", Map.of("cutoff", "now"))));
            expect(403, stranger.put(realm.path("/app-keys/settings"),
                    Map.of("passwordGrants", Map.of("observe", true))));
        }
        assertThat(Settings.of(realm)).isEqualTo(before);
        AdminApi manager = realm.administrator("settings-manager", "p", "manage-app-key-settings");
        expect(204, manager.put(realm.path("/app-keys/settings"), before));
    }

    private static void assertRefused(String token, Object passwordGrants, String... messages) {
        Http.Response response = Settings.put(realm, token, Map.of("idleDays", 77, "passwordGrants", passwordGrants));
        assertThat(response.status()).as("%s", passwordGrants).isEqualTo(400);
        assertThat(response.field("errorMessage")).as("%s", passwordGrants).contains(messages);
    }
}
