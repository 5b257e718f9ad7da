package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.ServerVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call what. Each caller tries every call; a call that is refused changes nothing. */
@ExtendWith(KeycloakExtension.class)
class PermissionsIT {

    private static final String PASSWORD = "a password";
    private static final List<?> ROLE = List.of(Json.of("name", "orders:read", "client", "orders-api"));
    private static final Map<String, ?> NO_PAIRS = Json.of("format", 1, "pairs", List.of(), "count", 0);

    private static KeycloakServer server;
    private static TestRealm realm;
    private static TestRealm otherRealm;

    @BeforeAll
    static void prepare(KeycloakServer started) {
        server = started;
        realm = TestRealm.enabled(server);
        otherRealm = TestRealm.enabled(server);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "-,                                        403, 403, 403, 403, 403",
            "view-app-keys,                            200, 403, 403, 403, 403",
            "manage-app-keys,                          200, 200, 403, 403, 403",
            "renew-app-tokens,                         200, 403, 200, 403, 403",
            "manage-app-key-settings,                  403, 403, 403, 200, 200",
            "manage-clients,                           403, 403, 403, 403, 403",
            "view-clients,                             403, 403, 403, 403, 403",
            "manage-users,                             403, 403, 403, 403, 403",
            "manage-realm,                             403, 403, 403, 200, 403",
            "realm-admin,                              200, 200, 200, 200, 200"})
    void eachRoleAllowsItsCallsOnly(String role, int view, int manage, int renew, int settings, int move) {
        AdminApi caller = caller(realm, "caller-" + role, role);

        assertAll(caller, view, manage, renew, settings, move);
    }

    @Test
    void anAdministratorOfAnotherRealmMayCallNothing() {
        assertAll(caller(otherRealm, "neighbour", "realm-admin"), 403, 403, 403, 403, 403);
    }

    @Test
    void theAdminOfMasterMayCallEverything() {
        assertAll(AdminApi.of(server), 200, 200, 200, 200, 200);
    }

    @Test
    void aCallWithoutATokenIsUnauthorized() {
        assertThat(Http.get(server.url() + "/admin/realms" + realm.path("/app-keys")).send().status()).isEqualTo(401);
    }

    /** The console asks for the realm before anything else. */
    @ParameterizedTest
    @ValueSource(strings = {"view-app-keys", "manage-app-keys", "renew-app-tokens", "manage-app-key-settings"})
    void eachRoleShowsTheConsoleAndNothingElseOfKeycloak(String role) {
        AdminApi caller = caller(realm, "console-" + role, role);

        assertThat(expect(200, caller.get(realm.path(""))).body()).contains(realm.name).doesNotContain("Lifespan");
        if (ServerVersion.isAtLeast(5)) {
            expect(403, caller.get(realm.path("/roles")));
        } // in 26.4, Keycloak lists the names of realm roles to all that may open the console
        for (String more : List.of("/clients", "/users", "/groups", "/events", "/client-scopes")) {
            assertThat(caller.get(realm.path(more))).as(more)
                    .satisfiesAnyOf(response -> assertThat(response.status()).isEqualTo(403),
                            response -> assertThat(response.body()).isEqualTo("[]"));
        }
        expect(403, caller(realm, "closed-" + role, null).get(realm.path("")));
    }

    @Test
    void onlyViewersLearnThatAnAppKeyDoesNotExist() {
        expect(404, caller(realm, "viewer", "view-app-keys").get(realm.path("/app-keys/no-such-key")));
        expect(403, caller(realm, "stranger", null).get(realm.path("/app-keys/no-such-key")));
        expect(404, caller(realm, "asker", "view-app-keys").post(realm.path("/app-keys/no-such-key/diagnosis"), "{}"));
        expect(403, caller(realm, "quiet", null).post(realm.path("/app-keys/no-such-key/diagnosis"), "{}"));
    }

    @Test
    void aPairDoesNotExistInAnotherRealm() {
        TestPair pair = realm.linkedPair();

        expect(404, otherRealm.admin.get(otherRealm.path("/app-keys/" + pair.appKey())));
        assertThat(otherRealm.exchange(pair.appKey(), pair.appToken()).status()).isEqualTo(401);
    }

    @Test
    void beforeEnablingOnlySettingsManagersGetAConflict(KeycloakServer started) {
        TestRealm plain = TestRealm.plain(started);

        assertThat(expect(409, plain.admin.get(plain.path("/app-keys"))).field("errorMessage")).contains("not enabled");
        expect(409, caller(plain, "realm-manager", "manage-realm").get(plain.path("/app-keys")));
        expect(403, caller(plain, "client-manager", "manage-clients").get(plain.path("/app-keys")));
        expect(403, caller(plain, "nobody", null).get(plain.path("/app-keys/settings")));
    }

    /** @param view 200 where the calls for viewers succeed, and so on */
    private static void assertAll(AdminApi caller, int view, int manage, int renew, int settings, int move) {
        TestPair pair = realm.createPair("target");
        Map<String, Integer> answers = new LinkedHashMap<>();
        Map<String, Integer> expected = new LinkedHashMap<>();
        call(answers, expected, "list", view, caller.get(realm.path("/app-keys")));
        call(answers, expected, "count", view, caller.get(realm.path("/app-keys/count")));
        call(answers, expected, "inventory", view, export(caller, "text/csv"));
        call(answers, expected, "usage", view, caller.get(realm.path("/app-keys/usage")));
        call(answers, expected, "usage of a pair", view, caller.get(pair.path("/usage")));
        call(answers, expected, "history", view, caller.get(pair.path("/history")));
        call(answers, expected, "password grants", view, caller.get(realm.path("/app-keys/password-grants")));
        call(answers, expected, "archive", move, export(caller, "application/json"));
        call(answers, expected, "dry run", move, caller.post(realm.path("/app-keys/import?dryRun=true"), NO_PAIRS));
        call(answers, expected, "import", move, caller.post(realm.path("/app-keys/import"), NO_PAIRS));
        call(answers, expected, "get", view, caller.get(pair.path("")));
        call(answers, expected, "roles", view, caller.get(pair.path("/roles")));
        call(answers, expected, "diagnose", view, caller.post(pair.path("/diagnosis"), ""));
        call(answers, expected, "diagnose pasted", view, caller.post(realm.path("/app-keys/diagnosis"),
                Map.of("appKey", pair.appKey(), "appToken", pair.appToken())));
        call(answers, expected, "create", manage, caller.post(realm.path("/app-keys"), Map.of("label", "made")));
        call(answers, expected, "update", manage, caller.put(pair.path(""), Map.of("enabled", true)));
        call(answers, expected, "link", manage, caller.post(pair.path("/roles"), ROLE));
        call(answers, expected, "unlink", manage, caller.delete(pair.path("/roles"), ROLE));
        call(answers, expected, "renew", renew, caller.post(pair.path("/renewal"), "{}"));
        call(answers, expected, "undo", renew, caller.delete(pair.path("/renewal")));
        pair.renewed("{}");
        call(answers, expected, "finish", renew, caller.post(pair.path("/renewal/finish"), ""));
        realm.admin.post(pair.path("/renewal/finish"), "");
        call(answers, expected, "revoke", renew,
                caller.delete(pair.path("/tokens/" + pair.get().path("tokens").path(0).path("id").asText())));
        TestClaim claim = TestClaim.of(realm, expect(201, pair.renew(Map.of("delivery", "LINK"))).json());
        call(answers, expected, "claim link again", renew, caller.post(claim.path("/claim-link"), ""));
        call(answers, expected, "withdraw claim link", renew, caller.delete(claim.path("/claim-link")));
        call(answers, expected, "renew by link", renew, caller.post(pair.path("/renewal"), Map.of("delivery", "LINK")));
        call(answers, expected, "create by link", manage, caller.post(realm.path("/app-keys"),
                Map.of("label", "made", "delivery", "LINK")));
        call(answers, expected, "available roles", manage, caller.get(pair.path("/roles/available")));
        call(answers, expected, "delete", manage, caller.delete(pair.path("")));
        call(answers, expected, "get settings", settings, caller.get(realm.path("/app-keys/settings")));
        call(answers, expected, "put settings", settings, caller.put(realm.path("/app-keys/settings"), "{}"));
        assertThat(answers).isEqualTo(expected);
        assertThat(realm.admin.get(pair.path("")).status()).isEqualTo(manage == 200 ? 404 : 200);
    }

    private static Http.Response export(AdminApi caller, String type) {
        return caller.request("GET", realm.path("/app-keys/export")).header("Accept", type).send();
    }

    private static void call(Map<String, Integer> answers, Map<String, Integer> expected, String name, int status,
            Http.Response response) {
        if (List.of("create", "renew").contains(name) && response.status() == 201) {
            TestPair.of(realm, response.json());
        } else if (name.contains("link") && response.status() == 201) {
            TestClaim.of(realm, response.json());
        }
        answers.put(name, response.status() / 100 == 2 ? 200 : response.status());
        expected.put(name, status);
    }

    /** A user of a realm with roles of its realm-management. */
    private static AdminApi caller(TestRealm where, String username, String... roles) {
        String[] held = roles == null ? new String[0]
                : Arrays.stream(roles).filter(Objects::nonNull).toArray(String[]::new);
        return where.administrator(username, PASSWORD, held);
    }
}
