package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.ServerVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which roles a caller may link to a pair, and take from it. */
@ExtendWith(KeycloakExtension.class)
class LinkPermissionsIT {

    private static final String PASSWORD = "a password";
    private static final List<?> ROLE = List.of(Json.of("name", "orders:read", "client", "orders-api"));

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void aKeyManagerMayLinkAllButAdministrativeRoles() {
        AdminApi manager = realm.administrator("linker", PASSWORD, "manage-app-keys");
        TestPair pair = realm.createPair("target");
        realm.admin.post(realm.path("/roles"), Map.of("name", "harmless-looking"));
        String management = realm.clientUuid("realm-management");
        Object realmAdmin = realm.admin.get(realm.path("/clients/" + management + "/roles/realm-admin")).json();
        expect(204, realm.admin.post(realm.path("/roles/harmless-looking/composites"), List.of(realmAdmin)));

        expect(204, manager.post(pair.path("/roles"), ROLE));
        for (String role : List.of("realm-admin", "manage-users", "view-app-keys", "manage-app-keys")) {
            expect(403, manager.post(pair.path("/roles"), List.of(Map.of("name", role, "client", "realm-management"))));
        }
        expect(403, manager.post(pair.path("/roles"), List.of(Map.of("name", "harmless-looking"))));
        expect(403, manager.post(pair.path("/roles"), List.of(Map.of("name", "catalog-viewer"),
                Map.of("name", "realm-admin", "client", "realm-management"))));

        assertThat(pair.get().path("roles").toString())
                .isEqualTo(Json.text(ROLE));
    }

    @Test
    void aKeyManagerMayNotUnlinkAnAdministrativeRole() {
        TestPair pair = realm.createPair("robot administrator");
        List<?> body = management("view-users");
        expect(204, realm.admin.post(pair.path("/roles"), body));

        expect(403, realm.administrator("unlinker", PASSWORD, "manage-app-keys").delete(pair.path("/roles"), body));
        assertThat(pair.get().path("roles")).hasSize(1);
    }

    @Test
    void thoseWhoMayMapAnAdministrativeRoleMayLinkIt() {
        ServerVersion.assumeAtLeast(5, ServerVersion.ONLY_REALM_ADMINS_MAP);
        TestPair pair = realm.createPair("robot viewer");
        AdminApi manager = realm.administrator("mapper", PASSWORD, "manage-app-keys", "manage-users", "view-events");
        List<?> ours = management("manage-app-keys");
        List<?> notOurs = management("manage-app-key-settings");
        expect(204, manager.post(pair.path("/roles"), ours));
        expect(403, manager.post(pair.path("/roles"), notOurs));

        expect(204, manager.post(pair.path("/roles"), management("view-events")));
        expect(403, manager.post(pair.path("/roles"), management("realm-admin")));
    }

    private static List<?> management(String role) {
        return List.of(Map.of("name", role, "client", "realm-management"));
    }
}
