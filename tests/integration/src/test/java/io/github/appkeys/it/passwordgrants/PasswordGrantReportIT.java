package io.github.appkeys.it.passwordgrants;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.GrantReport;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.Rows;
import io.github.appkeys.it.support.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who still uses password grants. */
@ExtendWith(KeycloakExtension.class)
class PasswordGrantReportIT {

    @Test
    void eachClientAndUserHasOneRowMostRecentFirst(KeycloakServer server) {
        GrantReport report = new GrantReport(TestRealm.enabled(server));
        List.of("erp", "market-place", "batch_1").forEach(report::client);
        List.of("ana", "bruno", "carla").forEach(report::user);
        assertThat(report.page("").toString())
                .isEqualTo(Json.text(
                        Json.of("rows", List.of(), "total", 0, "complete", true, "limit", 10_000)));
        Instant before = Instant.now().minusMillis(1);
        report.granted("erp", "ana");
        report.granted("erp", "bruno");
        report.granted("market-place", "ana");
        report.granted("batch_1", "carla");
        report.granted("batch_1", "CARLA@example.org");
        report.written().granted("erp", "ana");
        Instant after = Instant.now();

        assertThat(report.written().rows(""))
                .containsExactly("erp/ana=2", "batch_1/carla=2", "market-place/ana=1", "erp/bruno=1");
        JsonNode row = report.page("").path("rows").path(0);
        assertThat(Instant.parse(row.path("firstAt").asText())).isBetween(before, after);
        assertThat(Instant.parse(row.path("lastAt").asText())).isBetween(before, after)
                .isAfter(Instant.parse(row.path("firstAt").asText()));
        assertThat(row.path("lastAddress").asText()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(report.rows("?first=1&max=2")).containsExactly("batch_1/carla=2", "market-place/ana=1");
        assertThat(report.rows("?first=4")).isEmpty();
        assertThat(report.rows("?max=0")).isEmpty();
        assertThat(report.page("?max=1").path("total").asInt()).isEqualTo(4);
        assertThat(report.rows("?search=%20ERP%20")).containsExactly("erp/ana=2", "erp/bruno=1");
        assertThat(report.rows("?search=aRL")).containsExactly("batch_1/carla=2");
        assertThat(report.page("?search=an&max=1").path("total").asInt()).isEqualTo(2);
        assertThat(report.rows("?search=_")).as("no wildcard").containsExactly("batch_1/carla=2");
        assertThat(report.rows("?sort=username")).containsExactly("erp/ana=2", "market-place/ana=1", "erp/bruno=1",
                "batch_1/carla=2");
        assertThat(report.rows("?sort=clientId")).containsExactly("batch_1/carla=2", "erp/ana=2", "erp/bruno=1",
                "market-place/ana=1");
        assertThat(report.rows("?sort=count&max=2")).containsExactly("erp/ana=2", "batch_1/carla=2");
        assertThat(report.rows("?sort=firstAt&max=1")).containsExactly("batch_1/carla=2");
        assertThat(report.rows("?sort=lastAt")).isEqualTo(report.rows(""));
    }

    @Test
    void onlySuccessfulPasswordGrantsAreCounted(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        GrantReport report = new GrantReport(realm);
        report.client("erp");
        realm.createClient(Map.of("clientId", "robot", "secret", "s", "publicClient", false,
                "serviceAccountsEnabled", true, "directAccessGrantsEnabled", false));
        String ana = report.user("ana");
        report.granted("erp", "ana");
        assertThat(report.grant("erp", "ana", "wrong").status()).isBetween(400, 401);
        assertThat(report.grant("erp", "nobody", GrantReport.PASSWORD).status()).isBetween(400, 401);
        expect(400, realm.tokenRequest(Map.of("grant_type", "password", "client_id", "robot", "client_secret", "s",
                "username", "ana", "password", GrantReport.PASSWORD)).send());
        expect(200, realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", "robot",
                "client_secret", "s")).send());
        String refreshToken = expect(200, report.grant("erp", "ana", GrantReport.PASSWORD)).field("refresh_token");
        expect(200, realm.tokenRequest(Map.of("grant_type", "refresh_token", "client_id", "erp",
                "refresh_token", refreshToken)).send());
        expect(204, realm.admin.put(realm.path("/users/" + ana),
                Map.of("requiredActions", List.of("UPDATE_PASSWORD"))));
        expect(400, report.grant("erp", "ana", GrantReport.PASSWORD));

        assertThat(report.written().rows("")).containsExactly("erp/ana=2");
    }

    @Test
    void nothingIsCountedWithoutObservationOrWithoutAppKeys(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        GrantReport report = new GrantReport(realm);
        report.client("erp");
        report.user("ana");
        report.granted("erp", "ana");
        realm.settings(Map.of("enabled", true));
        report.granted("erp", "ana");
        realm.settings(Map.of("passwordGrants", Map.of("observe", false)));
        report.granted("erp", "ana");
        realm.settings(Map.of("enabled", false, "passwordGrants", Map.of("observe", true)));
        report.granted("erp", "ana");

        assertThat(report.written().rows("")).as("what was counted is still told").containsExactly("erp/ana=1");
        realm.settings(Map.of("enabled", true));
        report.granted("erp", "ana");
        assertThat(report.written().rows("")).containsExactly("erp/ana=2");
    }

    @Test
    void parallelGrantsAreCountedExactlyWhileTheyAreWritten(KeycloakServer server) throws Exception {
        GrantReport report = new GrantReport(TestRealm.enabled(server));
        report.client("erp");
        report.user("ana");
        report.user("bruno");
        AtomicInteger turn = new AtomicInteger();
        CompletableFuture<List<Http.Response>> grants = CompletableFuture.supplyAsync(() -> Parallel.atOnce(50,
                () -> report.grant("erp", turn.getAndIncrement() % 2 == 0 ? "ana" : "bruno", GrantReport.PASSWORD)));
        while (!grants.isDone()) {
            report.written();
        }

        assertThat(grants.get()).extracting(Http.Response::status).hasSize(50).containsOnly(200);
        assertThat(report.written().rows("?sort=username")).containsExactly("erp/ana=25", "erp/bruno=25");
    }

    @Test
    void renamedClientsAndUsersHaveTheirNewNameAndDeletedOnesNoRow(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        expect(204, realm.admin.put(realm.path(""), Map.of("editUsernameAllowed", true)));
        GrantReport report = new GrantReport(realm);
        String erp = report.client("erp");
        String shop = report.client("shop");
        String ana = report.user("ana");
        report.user("bruno");
        report.granted("erp", "ana");
        report.granted("erp", "bruno");
        report.granted("shop", "bruno");
        report.written();
        ObjectNode user = (ObjectNode) realm.admin.get(realm.path("/users/" + ana)).json();
        expect(204, realm.admin.put(realm.path("/users/" + ana), user.put("username", "ana.maria")));
        ObjectNode client = (ObjectNode) realm.admin.get(realm.path("/clients/" + erp)).json();
        expect(204, realm.admin.put(realm.path("/clients/" + erp), client.put("clientId", "erp-2")));
        assertThat(report.rows("?search=erp-2&sort=username")).containsExactly("erp-2/ana.maria=1", "erp-2/bruno=1");
        assertThat(report.rows("?search=maria")).containsExactly("erp-2/ana.maria=1");
        report.granted("erp-2", "ana.maria");
        assertThat(report.written().rows("?search=maria")).containsExactly("erp-2/ana.maria=2");

        expect(204, realm.admin.delete(realm.path("/clients/" + shop)));
        assertThat(report.rows("?sort=username")).containsExactly("erp-2/ana.maria=2", "erp-2/bruno=1");
        assertThat(report.stored()).isEqualTo(2);
        expect(204, realm.admin.delete(realm.path("/users/" + ana)));
        assertThat(report.rows("")).containsExactly("erp-2/bruno=1");
        assertThat(report.stored()).isEqualTo(1);

        String carla = report.user("carla");
        report.granted("erp-2", "carla");
        expect(204, realm.admin.delete(realm.path("/users/" + carla)));
        assertThat(report.written().rows("")).as("written after she was deleted").containsExactly("erp-2/bruno=1");
        assertThat(report.page("").path("total").asInt()).isEqualTo(1);
        report.pruned();
        assertThat(report.stored()).isEqualTo(1);
        String realmId = report.realmId();
        expect(204, realm.admin.delete(realm.path("")));
        assertThat(Rows.count(server, "select count(*) from APP_KEY_PASSWORD_GRANT where REALM_ID = '" + realmId + "'"))
                .isZero();
    }

    @Test
    void rowsAreDeletedAfterTheRetentionOfTheRealm(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        GrantReport report = new GrantReport(realm);
        report.client("erp");
        report.user("ana");
        report.user("bruno");
        report.granted("erp", "ana");
        report.written();
        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofDays(50));
            report.granted("erp", "bruno");
            assertThat(report.written().pruned().rows("")).containsExactly("erp/bruno=1", "erp/ana=1");
            clock.set(Duration.ofDays(91));
            assertThat(report.pruned().rows("")).as("90 days").containsExactly("erp/bruno=1");
            realm.settings(Map.of("passwordGrants", Map.of("retentionDays", 30)));
            assertThat(report.pruned().rows("")).as("30 days").isEmpty();
            assertThat(report.stored()).isZero();
        }
    }

    @Test
    void beyondTheLimitTheLeastRecentRowsAreDeleted(KeycloakServer server) throws Exception {
        GrantReport report = new GrantReport(TestRealm.enabled(server));
        report.client("erp");
        report.user("ana");
        Seed.passwordGrants(server, report.realmId(), Instant.now().minusSeconds(20_000), 10_000);

        JsonNode full = report.pruned().page("?first=9999&max=9");
        assertThat(full.path("total").asInt()).isEqualTo(10_000);
        assertThat(full.path("complete").asBoolean()).isTrue();
        assertThat(full.path("rows").path(0).path("username").asText()).isEqualTo("user-0");

        Seed.passwordGrants(server, report.realmId(), Instant.now().minusSeconds(40_000), 1_500);
        report.granted("erp", "ana");
        JsonNode page = report.written().page("?first=9999&max=9");
        assertThat(page.path("total").asInt()).isEqualTo(10_000);
        assertThat(page.path("complete").asBoolean()).isFalse();
        assertThat(page.path("rows")).hasSize(1);
        assertThat(page.path("rows").path(0).path("username").asText()).isEqualTo("user-1");
        assertThat(report.rows("?max=1")).containsExactly("erp/ana=1");
        Http.Response csv = csv(report, "");
        assertThat(csv.header("X-Complete")).isEqualTo("false");
        assertThat(csv.body().split("\r\n")).hasSize(10_001).doesNotHaveDuplicates();

        report.pruned();
        assertThat(report.stored()).as("one more than is shown").isEqualTo(10_001);
        assertThat(report.page("?first=9999&max=9")).isEqualTo(page);
    }

    @Test
    void theCsvFileHasAllRowsAndNoFormulas(KeycloakServer server) {
        GrantReport report = new GrantReport(TestRealm.enabled(server));
        report.client("=1+1");
        report.client("erp");
        report.user("-2+3");
        report.granted("=1+1", "-2+3");
        report.granted("erp", "-2+3");

        Http.Response csv = csv(report.written(), "");

        assertThat(csv.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition"))
                .matches("attachment; filename=\"password-grants-[0-9-]{10}\\.csv\"");
        assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
        assertThat(csv.header("X-Total-Count")).isEqualTo("2");
        assertThat(csv.header("X-Complete")).isEqualTo("true");
        String[] lines = csv.body().split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0])
                .isEqualTo("\uFEFF\"clientId\",\"username\",\"firstAt\",\"lastAt\",\"count\",\"lastAddress\"");
        assertThat(lines[1]).startsWith("\"erp\",\"'-2+3\",\"20").contains("\",\"1\",\"");
        assertThat(lines[2]).startsWith("\"'=1+1\",\"'-2+3\",\"20");
        assertThat(csv(report, "?search=erp").body().split("\r\n")).hasSize(2);
        assertThat(csv(report, "?sort=clientId").body().split("\r\n")[1]).startsWith("\"'=1+1\"");
        Http.Response any = report.realm().admin.request("GET", report.path("")).header("Accept", "*/*").send();
        assertThat(any.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void viewersSeeTheReportAndOnlyKeyManagersTheRoles(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestRealm other = TestRealm.enabled(server);
        GrantReport report = new GrantReport(realm);
        report.client("erp");
        report.user("ana");
        report.granted("erp", "ana");
        report.written();
        String roles = report.path("/roles?clientId=erp&username=ana");
        AdminApi viewer = realm.administrator("viewer", GrantReport.PASSWORD, "view-app-keys");
        AdminApi manager = realm.administrator("manager", GrantReport.PASSWORD, "manage-app-keys");
        AdminApi renewer = realm.administrator("renewer", GrantReport.PASSWORD, "renew-app-tokens");

        for (AdminApi may : List.of(viewer, manager, renewer)) {
            expect(200, may.get(report.path("")));
            expect(200, may.request("GET", report.path("")).header("Accept", "text/csv").send());
        }
        expect(200, manager.get(roles));
        expect(403, viewer.get(roles));
        expect(403, renewer.get(roles));
        AdminApi settings = realm.administrator("settings", GrantReport.PASSWORD, "manage-app-key-settings");
        AdminApi stranger = realm.administrator("stranger", GrantReport.PASSWORD, "manage-users", "manage-clients");
        AdminApi neighbour = other.administrator("neighbour", GrantReport.PASSWORD, "realm-admin");
        for (AdminApi mayNot : List.of(settings, stranger, neighbour)) {
            expect(403, mayNot.get(report.path("")));
            expect(403, mayNot.request("GET", report.path("")).header("Accept", "text/csv").send());
            expect(403, mayNot.get(roles));
            expect(403, mayNot.get(report.path("/roles?clientId=erp&username=nobody")));
        }
        for (String path : List.of(report.path(""), roles)) {
            expect(401, Http.get(server.url() + "/admin/realms" + path).send());
        }
        assertThat(new GrantReport(other).rows("?search=ana")).as("of this realm").isEmpty();
        expect(404, other.admin.get(new GrantReport(other).path("/roles?clientId=erp&username=ana")));
        TestRealm plain = TestRealm.plain(server);
        assertThat(expect(409, plain.admin.get(plain.path("/app-keys/password-grants"))).field("errorMessage"))
                .contains("not enabled");
    }

    @Test
    void theRolesOfARowsUserAreProposed(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        GrantReport report = new GrantReport(realm);
        report.client("erp");
        String ana = report.user("ana");
        report.user("bruno");
        String orders = realm.clientUuid("orders-api");
        give(realm, "/users/" + ana + "/role-mappings/clients/" + orders, "/clients/" + orders + "/roles/orders:read");
        expect(201, realm.admin.post(realm.path("/groups"), Map.of("name", "staff")));
        String group = realm.admin.get(realm.path("/groups")).json().path(0).path("id").asText();
        give(realm, "/groups/" + group + "/role-mappings/realm", "/roles/catalog-viewer");
        give(realm, "/roles/catalog-viewer/composites", "/clients/" + orders + "/roles/orders:write");
        expect(204, realm.admin.put(realm.path("/users/" + ana + "/groups/" + group), "{}"));
        String management = realm.clientUuid("realm-management");
        give(realm, "/users/" + ana + "/role-mappings/clients/" + management,
                "/clients/" + management + "/roles/view-users");
        report.granted("erp", "ana");
        report.written();
        AdminApi manager = realm.administrator("manager", GrantReport.PASSWORD, "manage-app-keys");

        JsonNode roles = expect(200, manager.get(report.path("/roles?clientId=erp&username=ana"))).json();

        assertThat(roles).map(JsonNode::toString).contains(
                proposed("orders:read", "orders-api", true),
                proposed("orders:write", "orders-api", true),
                proposed("catalog-viewer", null, true),
                proposed("view-users", "realm-management", false));
        assertThat(expect(200, realm.admin.get(report.path("/roles?clientId=erp&username=ana"))).body())
                .contains(proposed("view-users", "realm-management", true));
        for (String none : List.of("clientId=erp&username=bruno", "clientId=erp&username=nobody",
                "clientId=orders-api&username=ana", "clientId=ERP&username=ana")) {
            assertThat(expect(404, manager.get(report.path("/roles?" + none))).field("errorMessage"))
                    .isEqualTo("No password grant of this client and user is known");
        }
        expect(400, manager.get(report.path("/roles?clientId=erp")));
        expect(400, manager.get(report.path("/roles?username=ana")));
        expect(400, manager.get(report.path("/roles?clientId=&username=")));
    }

    @Test
    void anInvalidQueryParameterIsNamed(KeycloakServer server) {
        GrantReport report = new GrantReport(TestRealm.enabled(server));
        Map<String, String> bad = Map.of("?first=-1", "first must be", "?max=1001", "max must be", "?sort=password",
                "sort must be one of [lastAt, firstAt, count, clientId, username]",
                "?search=" + "x".repeat(256), "search must be");

        bad.forEach((query, message) -> assertThat(expect(400, report.realm().admin.get(report.path(query)))
                .field("errorMessage")).as(query).contains(message));
        for (String query : List.of("?sort=x", "?search=" + "x".repeat(256))) {
            expect(400, report.realm().admin.request("GET", report.path(query)).header("Accept", "text/csv").send());
        }
        expect(405, report.realm().admin.delete(report.path("")));
    }

    private static Http.Response csv(GrantReport report, String query) {
        return expect(200, report.realm().admin.request("GET", report.path(query)).header("Accept", "text/csv").send());
    }

    private static String proposed(String role, String client, boolean mayLink) {
        return Json.text(Json.of("name", role, "client", client, "mayLink", mayLink));
    }

    private static void give(TestRealm realm, String to, String role) {
        expect(204, realm.admin.post(realm.path(to), List.of(expect(200, realm.admin.get(realm.path(role))).json())));
    }
}
