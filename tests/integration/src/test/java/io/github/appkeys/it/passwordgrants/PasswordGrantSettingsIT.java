package io.github.appkeys.it.passwordgrants;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Parallel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a realm wants with password grants: kept as given, refused with the field, lost for nobody. */
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
    void byDefaultPasswordGrantsAreObservedAndHaveNoCutoff(KeycloakServer server) throws Exception {
        JsonNode grants = settings(TestRealm.plain(server)).path("passwordGrants");

        assertThat(grants).isEqualTo(Json.tree(Json.of("observe", true, "cutoff", null, "scope", "ALL",
                "clients", List.of(), "exceptions", List.of(), "documentationUrl", null, "retentionDays", 90)));
    }

    @Test
    void eachFieldIsStoredAsGiven(KeycloakServer server) throws Exception {
        TestRealm own = TestRealm.enabled(server);

        own.settings(Map.of("passwordGrants", Json.parse(WHOLE)));
        ObjectNode expected = (ObjectNode) Json.parse(WHOLE);
        assertThat(settings(own).path("passwordGrants")).isEqualTo(expected);

        own.settings(Map.of("passwordGrants", Map.of("retentionDays", 31), "idleDays", 7));
        assertThat(settings(own).path("passwordGrants")).isEqualTo(expected.put("retentionDays", 31));
        own.settings(Map.of("passwordGrants",
                Json.of("cutoff", null, "documentationUrl", null, "scope", null, "clients", List.of())));
        assertThat(settings(own).path("passwordGrants")).isEqualTo(expected.putNull("cutoff")
                .putNull("documentationUrl").set("clients", Http.JSON.createArrayNode()));
        expect(204, put(own, settings(own).toString()));
        assertThat(settings(own).path("passwordGrants")).isEqualTo(expected);
        assertThat(own.lastAdminEvent().path("representation").asText()).contains("their release is in May");
    }

    /** One after the other in one test, which is quicker than a test for each. */
    @Test
    void anInvalidFieldIsNamedAndNothingIsSaved() {
        JsonNode before = settings(realm);
        String token = realm.admin.accessToken();
        for (String row : BAD.lines().toList()) {
            String[] cells = row.split(" ; ");
            assertRefused(token, Json.parse(cells[0]), Arrays.copyOfRange(cells, 1, cells.length));
        }
        assertRefused(token, Map.of("clients", IntStream.range(0, 201).mapToObj(i -> "c" + i).toList()),
                "passwordGrants.clients has more than 200");
        assertThat(settings(realm)).isEqualTo(before);
    }

    @Test
    void aListedClientThatWasDeletedDoesNotBlockAnUpdate(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        String uuid = own.createClient(Map.of("clientId", "old-erp"));
        own.settings(Map.of("passwordGrants", Map.of("clients", List.of("old-erp"))));
        expect(204, own.admin.delete(own.path("/clients/" + uuid)));

        own.settings(Map.of("passwordGrants", Map.of("clients", List.of("old-erp", "account"))));

        own.settings(Map.of("passwordGrants", Map.of("clients", List.of())));
        expect(400, put(own, Map.of("passwordGrants", Map.of("clients", List.of("old-erp")))));
    }

    /** Neither reading nor writing; a stranger does not even learn that a body is bad. */
    @Test
    void onlySettingsManagersMayReadAndWriteThem(KeycloakServer server) {
        TestRealm other = TestRealm.enabled(server);
        List<AdminApi> strangers = List.of(realm.administrator("viewer", "p", "view-app-keys", "manage-app-keys",
                "renew-app-tokens", "manage-clients"), other.administrator("neighbour", "p", "realm-admin"));
        JsonNode before = settings(realm);
        for (AdminApi stranger : strangers) {
            expect(403, stranger.get(realm.path("/app-keys/settings")));
            expect(403, stranger.put(realm.path("/app-keys/settings"),
                    Map.of("passwordGrants", Map.of("cutoff", "now"))));
            expect(403, stranger.put(realm.path("/app-keys/settings"),
                    Map.of("passwordGrants", Map.of("observe", true))));
        }
        assertThat(settings(realm)).isEqualTo(before);
        AdminApi manager = realm.administrator("settings-manager", "p", "manage-app-key-settings");
        expect(204, manager.put(realm.path("/app-keys/settings"), before));
    }

    @Test
    void anUpdateWithAnOutdatedVersionIsAConflict(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        ObjectNode ada = (ObjectNode) settings(own);
        ObjectNode bob = ada.deepCopy();
        ada.put("idleDays", 11);
        bob.put("requireRole", false);

        expect(204, put(own, ada.toString()));
        Http.Response late = expect(409, put(own, bob.toString()));

        assertThat(late.field("errorMessage")).contains("Somebody else changed the settings");
        assertThat(settings(own).path("requireRole").asBoolean()).isTrue();
        assertThat(settings(own).path("idleDays").asInt()).isEqualTo(11);
        bob.put("version", settings(own).path("version").asText()).put("idleDays", 11);
        expect(204, put(own, bob.toString()));
        assertThat(expect(400, put(own, Map.of("version", 1))).field("errorMessage"))
                .contains("version must be a text");
        expect(204, put(own, Json.of("version", null, "idleDays", 12)));
        expect(409, put(own, Map.of("version", "", "idleDays", 13)));
    }

    @Test
    void aChangeOfTheRealmAttributesOutdatesTheVersion(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        JsonNode read = settings(own);
        Object attributes = ((ObjectNode) expect(200, own.admin.get(own.path(""))).json().path("attributes"))
                .put("appKeys.idleDays", "5");
        expect(204, own.admin.put(own.path(""), Map.of("attributes", attributes)));

        expect(409, put(own, read.toString()));
        assertThat(settings(own).path("idleDays").asInt()).isEqualTo(5);
    }

    /** With the version, one of all who read the same is accepted. */
    @Test
    void oneOfManyParallelUpdatesWithTheSameVersionSucceeds(KeycloakServer server) throws Exception {
        TestRealm own = TestRealm.enabled(server);
        String version = settings(own).path("version").asText();
        String token = own.admin.accessToken();

        List<Http.Response> responses = Parallel.atOnce(IntStream.range(1, 9)
                .mapToObj(i -> (Callable<Http.Response>) () ->
                        put(own, token, Map.of("version", version, "idleDays", i))).toList());

        assertThat(responses).extracting(Http.Response::status).containsOnlyOnce(204)
                .allMatch(status -> status == 204 || status == 409);
    }

    /** Without it, each changes another field, and whoever is answered 204 finds it there, over and over. */
    @Test
    void parallelUpdatesWithoutVersionDoNotOverwriteEachOther(KeycloakServer server) throws Exception {
        TestRealm own = TestRealm.enabled(server);
        int accepted = 0;
        for (int round = 1; round <= 8; round++) {
            JsonNode before = settings(own);
            List<JsonNode> bodies = Stream.of(Map.of("idleDays", round), Map.of("claimLinkSeconds", 60 + round),
                    Map.of("defaultOverlapSeconds", round), Map.of("passwordGrants", Map.of("retentionDays", round)),
                    Map.of("requireRole", round % 2 == 0)).map(Json::tree).toList();
            String token = own.admin.accessToken();
            List<Http.Response> responses = Parallel.atOnce(bodies.stream()
                    .map(body -> (Callable<Http.Response>) () -> put(own, token, body)).toList());
            JsonNode after = settings(own);
            for (int i = 0; i < bodies.size(); i++) {
                int status = responses.get(i).status();
                assertThat(status).as(responses.get(i).body()).isIn(204, 409);
                JsonNode wanted = bodies.get(i);
                assertThat(flat(after, wanted)).as("round %d, %d for %s", round, status, wanted)
                        .isEqualTo(status == 204 ? flat(wanted, wanted) : flat(before, wanted));
                accepted += status == 204 ? 1 : 0;
            }
        }
        assertThat(accepted).isGreaterThanOrEqualTo(8);
    }

    @Test
    void enablingAddsOneProfileAndOnePolicyAndKeepsOthers(KeycloakServer server) {
        TestRealm own = TestRealm.plain(server);
        expect(204, own.admin.put(own.path("/client-policies/profiles"), Map.of("profiles", List.of(Map.of(
                "name", "mine", "description", "d", "executors", List.of(Map.of("executor", "pkce-enforcer",
                        "configuration", Map.of("auto-configure", true))))))));
        expect(204, own.admin.put(own.path("/client-policies/policies"), Map.of("policies", List.of(Map.of(
                "name", "mine", "enabled", false, "profiles", List.of("mine"), "conditions", List.of(Map.of(
                        "condition", "client-access-type",
                        "configuration", Map.of("type", List.of("public")))))))));
        JsonNode profile = named(profiles(own), "mine");
        JsonNode policy = named(policies(own), "mine");

        own.settings(Map.of("enabled", true));
        JsonNode profiles = profiles(own);
        JsonNode policies = policies(own);
        own.settings(Map.of("enabled", true));

        assertThat(profiles(own)).isEqualTo(profiles).hasSize(2);
        assertThat(policies(own)).isEqualTo(policies).hasSize(2);
        assertThat(named(profiles, "mine")).isEqualTo(profile);
        assertThat(named(policies, "mine")).isEqualTo(policy);
        assertThat(named(profiles, "app-keys").path("executors").findValuesAsText("executor"))
                .contains("app-key-password-grant");
        assertThat(named(policies, "app-keys").path("enabled").asBoolean()).isTrue();
        assertThat(named(policies, "app-keys").path("conditions").findValuesAsText("condition"))
                .containsExactly("any-client");
        assertThat(named(policies, "app-keys").path("profiles").toString()).isEqualTo(Json.text(List.of("app-keys")));

        own.settings(Map.of("enabled", false));
        assertThat(named(policies(own), "app-keys").path("enabled").asBoolean()).isFalse();
        assertThat(named(policies(own), "mine")).isEqualTo(policy);
        assertThat(profiles(own)).isEqualTo(profiles);
        own.settings(Map.of("enabled", true));
        assertThat(policies(own)).isEqualTo(policies);
    }

    @Test
    void savingRestoresRemovedPartsOfThePolicyAndKeepsAddedOnes(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        JsonNode executors = named(profiles(own), "app-keys").path("executors");
        expect(204, own.admin.put(own.path("/client-policies/profiles"), Map.of("profiles", List.of(
                Map.of("name", "app-keys", "executors", List.of(
                        Map.of("executor", "consent-required", "configuration", Map.of("auto-configure", false)),
                        Map.of("executor", "app-key-password-grant", "configuration",
                                Map.of("cutoff", "2040-01-01T00:00Z")))),
                Map.of("name", "more", "executors", List.of())))));
        expect(204, own.admin.put(own.path("/client-policies/policies"), Map.of("policies", List.of(Map.of(
                "name", "app-keys", "enabled", true, "profiles", List.of("more"), "conditions", List.of(Map.of(
                        "condition", "client-access-type", "configuration", Map.of("type", List.of("public")))))))));

        own.settings("{}");

        JsonNode kept = named(profiles(own), "app-keys").path("executors");
        assertThat(kept).hasSize(executors.size() + 1).containsAll(executors);
        assertThat(kept.findValuesAsText("executor")).endsWith("consent-required");
        JsonNode policy = named(policies(own), "app-keys");
        assertThat(policy.path("profiles").toString()).isEqualTo(Json.text(List.of("app-keys", "more")));
        assertThat(policy.path("conditions").findValuesAsText("condition")).containsExactly("any-client");
    }

    @Test
    void aRealmThatNeverEnabledAppKeysGetsNoPolicy(KeycloakServer server) {
        TestRealm own = TestRealm.plain(server);

        own.settings(Map.of("passwordGrants", Map.of("retentionDays", 5)));

        assertThat(policies(own)).isEmpty();
        assertThat(profiles(own)).isEmpty();
    }

    private static void assertRefused(String token, Object passwordGrants, String... messages) {
        Http.Response response = put(realm, token, Map.of("idleDays", 77, "passwordGrants", passwordGrants));
        assertThat(response.status()).as("%s", passwordGrants).isEqualTo(400);
        assertThat(response.field("errorMessage")).as("%s", passwordGrants).contains(messages);
    }

    /** The one field that a body has, of some settings. */
    private static JsonNode flat(JsonNode settings, JsonNode body) {
        String field = body.fieldNames().next();
        return body.path(field).isObject() ? flat(settings.path(field), body.path(field)) : settings.path(field);
    }

    private static JsonNode settings(TestRealm where) {
        return expect(200, where.admin.get(where.path("/app-keys/settings"))).json();
    }

    private static Http.Response put(TestRealm where, Object body) {
        return where.admin.put(where.path("/app-keys/settings"), body);
    }

    /** Without signing in before, so that many come at the same moment. */
    private static Http.Response put(TestRealm where, String token, Object body) {
        return Http.request("PUT", where.server.url() + "/admin/realms" + where.path("/app-keys/settings"))
                .header("Authorization", "Bearer " + token).body("application/json", Json.text(body)).send();
    }

    private static JsonNode profiles(TestRealm where) {
        return expect(200, where.admin.get(where.path("/client-policies/profiles"))).json().path("profiles");
    }

    private static JsonNode policies(TestRealm where) {
        return expect(200, where.admin.get(where.path("/client-policies/policies"))).json().path("policies");
    }

    private static JsonNode named(JsonNode all, String name) {
        return StreamSupport.stream(all.spliterator(), false).filter(each -> each.path("name").asText().equals(name))
                .findFirst().orElseThrow();
    }
}
