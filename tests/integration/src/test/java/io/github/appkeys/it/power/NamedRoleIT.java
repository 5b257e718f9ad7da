package io.github.appkeys.it.power;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import io.github.appkeys.it.support.NamedRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A role that a role policy of the realm's admin permissions names gives power over users. Each test is an attack by
 * an administrator who may not map it, up to the password of another one.
 */
@ExtendWith(KeycloakExtension.class)
class NamedRoleIT {

    private static final String PASSWORD = "a password";

    private static NamedRole named;
    private static TestRealm realm;
    private static TestRealm other;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        named = new NamedRole(server);
        realm = named.realm;
        other = TestRealm.enabled(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"support", "outer"})
    void itGivesPower(String role) {
        TestPair pair = named.powerful(role(role));

        assertThat(named.resetsAPassword(pair)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"support", "inner", "outer"})
    void aKeyManagerMayNotLinkIt(String role) {
        AdminApi manager = realm.administrator("linker-of-" + role, PASSWORD, "manage-app-keys");
        TestPair pair = TestPair.of(realm, expect(201, manager.post(realm.path("/app-keys"),
                Map.of("label", "mine"))).json());

        int linked = manager.post(pair.path("/roles"), List.of(role(role))).status();

        assertThat(named.resetsAPassword(pair)).isFalse();
        assertThat(linked).isEqualTo(403);
        assertThat(expect(200, manager.get(pair.path("/roles/available"))).body()).contains("orders:write")
                .doesNotContain("\"" + role + "\"");
        expect(204, manager.post(pair.path("/roles"), List.of(Map.of("name", "orders:read", "client", "orders-api"),
                Map.of("name", "catalog-viewer"))));
        expect(403, manager.delete(named.powerful(role(role)).path("/roles"), List.of(role(role))));
    }

    @Test
    void anImporterMayNotLinkIt() {
        TestPair pair = named.powerful(NamedRole.OUTER);
        String file = Archives.json(realm, "?search=" + pair.appKey()).body();
        expect(204, realm.admin.delete(pair.path("")));
        AdminApi importer = realm.administrator("importer", PASSWORD, "manage-app-key-settings");

        assertThat(expect(200, Archives.imports(realm, importer, file, true)).body()).contains("ROLE_NOT_ALLOWED");
        int imported = Archives.imports(realm, importer, file, false).status();

        assertThat(named.resetsAPassword(pair)).isFalse();
        assertThat(imported).isEqualTo(403);
        expect(200, Archives.imports(realm, realm.admin, file, false));
        assertThat(named.resetsAPassword(pair)).isTrue();
    }

    @Test
    void anImporterMayNotRestoreThePairOfAClientThatHasIt() {
        TestPair lost = other.createPair(Map.of("label", "lost", "appKey", "lost-robot"));
        String file = Archives.json(other, "?search=lost-robot").body();
        robot("lost-robot", "app-key");
        TestPair restored = new TestPair(realm, lost.appKey(), lost.appToken(), lost.created());
        AdminApi importer = realm.administrator("restorer", PASSWORD, "manage-app-key-settings");

        int imported = Archives.imports(realm, importer, file, false).status();

        assertThat(named.resetsAPassword(restored)).isFalse();
        assertThat(imported).isEqualTo(403);
        expect(200, Archives.imports(realm, realm.admin, file, false));
        assertThat(named.resetsAPassword(restored)).isTrue();
    }

    @Test
    void aRenewerGetsNoTokenForIt() {
        TestPair pair = named.powerful(NamedRole.OUTER);
        AdminApi renewer = realm.administrator("renewer", PASSWORD, "renew-app-tokens");

        expect(403, renewer.post(pair.path("/renewal"), "{}"));
        expect(403, renewer.post(pair.path("/renewal"), Map.of("delivery", "LINK")));
        TestClaim claim = TestClaim.of(realm, expect(201, pair.renew(Map.of("delivery", "LINK"))).json());
        expect(403, renewer.post(claim.path("/claim-link"), ""));
    }

    @Test
    void aClientManagerMayNotAdoptAClientThatHasIt() {
        robot("support-robot", "client-secret");
        AdminApi adopter = realm.administrator("adopter", PASSWORD, "manage-clients", "manage-app-keys");

        expect(403, adopter.post(realm.path("/app-keys"), Map.of("clientId", "support-robot")));
        TestPair pair = TestPair.of(realm, expect(201, realm.admin.post(realm.path("/app-keys"),
                Map.of("clientId", "support-robot"))).json());
        assertThat(named.resetsAPassword(pair)).isTrue();
    }

    /** Mapping it is Keycloak's rule; whoever may change the permissions that name it manages the realm. */
    @ParameterizedTest
    @CsvSource({"realm-admin, 204", "manage-users manage-realm, 204", "manage-users, 403", "manage-realm, 403",
        "manage-clients manage-authorization, 403"})
    void itNeedsTheRightToMapItAndToManageTheRealm(String roles, int linked) {
        AdminApi manager = realm.administrator("with-" + roles.replace(' ', '-'), PASSWORD,
                (roles + " manage-app-keys").split(" "));
        TestPair pair = realm.createPair("target");

        expect(linked, manager.post(pair.path("/roles"), List.of(NamedRole.OUTER)));
        assertThat(named.resetsAPassword(pair)).isEqualTo(linked == 204);
    }

    @Test
    void anAdministratorOfAnotherRealmMayNotLinkIt() {
        TestPair pair = realm.createPair("target");

        expect(403, other.administrator("neighbour", PASSWORD, "realm-admin")
                .post(pair.path("/roles"), List.of(NamedRole.SUPPORT)));
        assertThat(named.resetsAPassword(pair)).isFalse();
    }

    /** A client whose service account has the role, but no pair. */
    private static void robot(String clientId, String authenticator) {
        String uuid = realm.createClient(Map.of("clientId", clientId, "clientAuthenticatorType", authenticator,
                "publicClient", false, "serviceAccountsEnabled", true));
        String account = realm.admin.get(realm.path("/clients/" + uuid + "/service-account-user")).field("id");
        expect(204, realm.admin.post(realm.path("/users/" + account + "/role-mappings/realm"),
                List.of(realm.admin.get(realm.path("/roles/outer")).json())));
    }

    private static Map<String, ?> role(String name) {
        return name.equals("support") ? NamedRole.SUPPORT : Map.of("name", name);
    }
}
