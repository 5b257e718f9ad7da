package io.github.appkeys.it.passwordgrants;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.GrantReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may see the report, and the roles that it proposes for a new pair. */
@ExtendWith(KeycloakExtension.class)
class PasswordGrantReportRightsIT {

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

    private static String proposed(String role, String client, boolean mayLink) {
        return Json.text(Json.of("name", role, "client", client, "mayLink", mayLink));
    }

    private static void give(TestRealm realm, String to, String role) {
        expect(204, realm.admin.post(realm.path(to), List.of(expect(200, realm.admin.get(realm.path(role))).json())));
    }
}
