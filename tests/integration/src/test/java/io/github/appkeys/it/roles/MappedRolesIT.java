package io.github.appkeys.it.roles;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Diagnosed;
import io.github.appkeys.it.support.ProtocolMappers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What protocol mappers add is named, with the mapper, by the diagnosis and among the roles of a pair. */
@ExtendWith(KeycloakExtension.class)
class MappedRolesIT {

    private static final String CLAIM = "oidc-hardcoded-claim-mapper";
    private static final String ROLE = "oidc-hardcoded-role-mapper";

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void eachRoleIsListedWithItsMapper() {
        TestPair pair = realm.linkedPair();
        String before = roles(pair).toString();
        assertThat(before).isEqualTo(Json.text(List.of(linked())));
        ProtocolMappers.add(pair, "hard-coded", ROLE, Map.of("role", "catalog-viewer"));
        ProtocolMappers.add(pair, "of a client", ROLE, Map.of("role", "orders-api.orders:write"));
        ProtocolMappers.add(pair, "renamed", "oidc-role-name-mapper",
                Map.of("role", "orders-api.orders:read", "new.role.name", "orders-api.all"));
        ProtocolMappers.add(pair, "claimed", CLAIM, ProtocolMappers.claim("realm_access.roles", "[\"claimed\"]",
                "introspection.token.claim"));
        ProtocolMappers.addByScope(pair, "rare", "optional", ROLE, Map.of("role", "rare-role"));
        ProtocolMappers.add(pair, "not a role", CLAIM, ProtocolMappers.claim("permissions", "[\"admin\"]",
                "access.token.claim"));

        JsonNode roles = roles(pair);

        assertThat(roles.path(0)).isEqualTo(Json.tree(linked()));
        assertThat(roles).containsExactlyInAnyOrder(Json.tree(linked()), added(null, "catalog-viewer", "hard-coded"),
                added("orders-api", "orders:write", "of a client"), added("orders-api", "all", "renamed"),
                added(null, "claimed", "claimed"), added(null, "rare-role", "of rare"));
        assertThat(pair.get().path("roles")).as("linked roles only").hasSize(1);
    }

    @Test
    void theListNamesThemAndTheirMappers(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair plain = own.linkedPair();
        TestPair hardCoded = own.linkedPair();
        ProtocolMappers.add(hardCoded, "hard-coded", ROLE, Map.of("role", "orders-api.orders:write"));
        TestPair prefixed = own.linkedPair();
        ProtocolMappers.add(prefixed, "prefixed", "oidc-usermodel-client-role-mapper",
                Map.of("claim.name", "resource_access.${client_id}.roles", "jsonType.label", "String",
                        "multivalued", "true", "access.token.claim", "true",
                        "usermodel.clientRoleMapping.rolePrefix", "all-"));
        TestPair scoped = own.linkedPair();
        ProtocolMappers.addByScope(scoped, "rare", "optional", CLAIM, ProtocolMappers.claim("realm_access.roles",
                "[\"claimed\"]", "access.token.claim"));
        TestPair harmless = own.linkedPair();
        ProtocolMappers.add(harmless, "harmless", CLAIM, ProtocolMappers.claim("permissions", "[\"admin\"]",
                "access.token.claim"));

        assertThat(addedInList(plain)).isEmpty();
        assertThat(addedInList(harmless)).isEmpty();
        assertThat(addedInList(hardCoded)).containsExactly(added("orders-api", "orders:write", "hard-coded"));
        assertThat(addedInList(prefixed)).containsExactly(added("orders-api", "all-orders:read", "prefixed"));
        assertThat(addedInList(scoped)).containsExactly(added(null, "claimed", "of rare"));
        for (TestPair pair : List.of(plain, harmless, hardCoded, prefixed, scoped)) {
            assertThat(pair.get().path("addedRoles")).as("the pair alone").isEqualTo(addedInList(pair));
        }
        hardCoded.update(hardCoded.get());
        assertThat(hardCoded.get().path("addedRoles")).hasSize(1);
    }

    /** To run the mappers of each pair of a page would take long: Keycloak's own of a new realm are known. */
    @Test
    void mappersAreRunOnlyWhereOneCouldAddARole(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair plain = own.linkedPair();
        TestPair hardCoded = own.linkedPair();
        ProtocolMappers.add(hardCoded, "hard-coded", ROLE, Map.of("role", "catalog-viewer"));

        long mark = server.log().mark();
        addedInList(plain);

        assertThat(server.log().since(mark)).filteredOn(line -> line.contains("mappers are run")).hasSize(1)
                .allMatch(line -> line.contains(hardCoded.appKey()));
    }

    @Test
    void aDiagnosisWarnsAndWithStrictRolesRefuses(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair pair = own.linkedPair();
        Diagnosed.of(pair).assertHealthy();
        ProtocolMappers.add(pair, "hard-coded", ROLE, Map.of("role", "orders-api.orders:write"));

        Diagnosed warned = Diagnosed.of(pair);
        warned.assertWarnedOf("ROLE_NOT_HELD");
        assertThat(warned.message("ROLE_NOT_HELD")).endsWith("does not have: orders-api:orders:write (hard-coded)");
        expect(200, pair.exchange());

        own.settings(Map.of("strictRoles", true));
        expect(400, pair.exchange());
        Diagnosed refused = Diagnosed.of(pair);
        refused.assertRefusedFor("ROLE_NOT_HELD");
        assertThat(refused.message("RECENT_FAILURES")).contains("ROLE_NOT_HELD");
        pair.link("orders:write");
        Diagnosed.assertWorksAgain(pair);
        assertThat(roles(pair)).allMatch(role -> !role.has("addedBy"));
    }

    @Test
    void anotherAccountIsFound(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        own.settings(Map.of("strictRoles", true));
        TestPair pair = own.linkedPair();
        String victim = own.createUser("victim", "a long enough password");
        ProtocolMappers.add(pair, "smuggler", CLAIM, ProtocolMappers.claim("sub", victim, "access.token.claim"));
        expect(400, pair.exchange());

        Diagnosed.of(pair).assertRefusedFor("ROLE_NOT_HELD");
    }

    /** The pair works; with a scope that it may ask for it would not. */
    @Test
    void aRoleOfAnOptionalScopeIsAWarning(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        own.settings(Map.of("strictRoles", true));
        TestPair pair = own.linkedPair();
        ProtocolMappers.addByScope(pair, "rare", "optional", ROLE, Map.of("role", "catalog-viewer"));
        expect(200, pair.exchange());

        Diagnosed.of(pair).assertWarnedOf("ROLE_NOT_HELD");
        Diagnosed.of(pair, Map.of("scope", "rare")).assertRefusedFor("ROLE_NOT_HELD");
    }

    @Test
    void theRolesOfAPairNeedTheRoleToView(KeycloakServer server) {
        TestPair pair = realm.linkedPair();
        AdminApi viewer = realm.administrator("roles-viewer", "a long enough password", "view-app-keys");
        AdminApi none = realm.administrator("roles-none", "a long enough password", "manage-clients");
        AdminApi foreign = TestRealm.enabled(server).administrator("roles-foreign", "a long enough password",
                "view-app-keys");

        expect(200, viewer.get(pair.path("/roles")));
        expect(403, none.get(pair.path("/roles")));
        assertThat(foreign.get(pair.path("/roles")).status()).isIn(401, 403, 404);
    }

    private static JsonNode addedInList(TestPair pair) {
        for (JsonNode listed : expect(200, pair.realm().admin.get(pair.realm().path("/app-keys"))).json()) {
            if (listed.path("appKey").asText().equals(pair.appKey())) {
                return listed.path("addedRoles");
            }
        }
        throw new AssertionError("Not in the list: " + pair.appKey());
    }

    private static JsonNode roles(TestPair pair) {
        return expect(200, pair.realm().admin.get(pair.path("/roles"))).json();
    }

    private static Map<String, Object> linked() {
        return Json.of("name", "orders:read", "client", "orders-api");
    }

    private static JsonNode added(String client, String name, String mapper) {
        return Json.tree(Json.of("name", name, "client", client, "addedBy", mapper));
    }
}
