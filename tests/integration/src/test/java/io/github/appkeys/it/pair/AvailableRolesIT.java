package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.ServerVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a key manager can link: no less, and nothing that would be refused. */
@ExtendWith(KeycloakExtension.class)
class AvailableRolesIT {

    private static final String PASSWORD = "a password";

    private static TestRealm realm;
    private static TestPair pair;
    private static AdminApi manager;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
        manager = realm.administrator("manager", PASSWORD, "manage-app-keys");
        expect(201, realm.admin.post(realm.path("/roles"),
                Map.of("name", "partner", "description", "Sees the catalogue")));
        expect(201, realm.admin.post(realm.path("/roles"), Map.of("name", "harmless-looking")));
        Object admin = realm.admin.get(realm.path("/clients/" + realm.clientUuid("realm-management")
                + "/roles/manage-users")).json();
        expect(204, realm.admin.post(realm.path("/roles/harmless-looking/composites"), List.of(admin)));
    }

    @Test
    void listsTheRolesThatTheKeyManagerCanLinkAndDidNot() {
        assertThat(names(list(manager, ""))).contains("orders-api:orders:write", "catalog-viewer", "partner")
                .doesNotContain("orders-api:orders:read", "harmless-looking")
                .noneMatch(name -> name.startsWith("realm-management:"));
    }

    @Test
    void everyListedRoleCanBeLinked() {
        TestPair other = realm.createPair("all of them");
        String path = other.path("/roles");
        for (JsonNode role : expect(200, manager.get(path + "/available")).json()) {
            ((com.fasterxml.jackson.databind.node.ObjectNode) role).remove("description");
            expect(204, manager.post(path, List.of(role)));
        }
        assertThat(expect(200, manager.get(path + "/available")).json()).isEmpty();
    }

    @Test
    void listsAdministrativeRolesToThoseWhoMayMapThem() {
        assertThat(names(list(realm.admin, ""))).contains("realm-management:view-users", "harmless-looking");
    }

    @Test
    void listsTheAdministrativeRolesOfTheirOwnToThoseWhoManageUsers() {
        ServerVersion.assumeAtLeast(5, ServerVersion.ONLY_REALM_ADMINS_MAP);
        AdminApi mapper = realm.administrator("mapper", PASSWORD, "manage-app-keys", "manage-users", "view-events");
        assertThat(names(list(mapper, ""))).contains("realm-management:view-events", "realm-management:manage-app-keys")
                .doesNotContain("realm-management:realm-admin", "realm-management:manage-app-key-settings");
    }

    @Test
    void searchesInNamesClientsAndDescriptions() {
        assertThat(names(list(manager, "?search=WRITE"))).containsExactly("orders-api:orders:write");
        assertThat(names(list(manager, "?search=orders-api"))).containsExactly("orders-api:orders:write");
        assertThat(names(list(manager, "?search=catalog"))).containsExactlyInAnyOrder("catalog-viewer", "partner");
        assertThat(list(manager, "?search=partner").path(0).path("description").asText())
                .isEqualTo("Sees the catalogue");
        expect(400, manager.get(pair.path("/roles/available?max=-1")));
    }

    @Test
    void pagesCountListedRolesOnly() {
        List<String> all = names(list(manager, ""));
        assertThat(names(list(manager, "?first=1&max=2"))).isEqualTo(all.subList(1, 3));
        assertThat(names(list(manager, "?first=" + all.size()))).isEmpty();
    }

    @Test
    void askingDoesNotDependOnHowManyRolesThereAre(KeycloakServer server) {
        TestRealm large = TestRealm.enabled(server);
        TestPair target = large.createPair("target");
        AdminApi caller = large.administrator("manager", PASSWORD, "manage-app-keys");
        int few = statements(server, caller, target);

        expect(200, large.admin.post(large.path("/partialImport"), Map.of("ifResourceExists", "FAIL", "roles",
                Map.of("realm", IntStream.range(0, 500).mapToObj(i -> Map.of("name", "role-" + i)).toList()))));

        assertThat(statements(server, caller, target)).isEqualTo(few);
        expect(400, caller.get(target.path("/roles/available?first=2147483647")));
    }

    /** Of the second call, which finds the caches filled. */
    private static int statements(KeycloakServer server, AdminApi caller, TestPair target) {
        String path = target.path("/roles/available?first=1000000");
        expect(200, caller.get(path));
        long mark = server.log().mark();
        expect(200, caller.get(path));
        return server.log().statementsSince(mark).size();
    }

    private static JsonNode list(AdminApi caller, String query) {
        return expect(200, caller.get(pair.path("/roles/available" + query))).json();
    }

    private static List<String> names(JsonNode roles) {
        return StreamSupport.stream(roles.spliterator(), false).map(role -> (role.path("client").isNull() ? ""
                : role.path("client").asText() + ":") + role.path("name").asText()).toList();
    }
}
