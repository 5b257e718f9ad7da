package io.github.appkeys.it.power;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.NamedRole;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A claim link hands out what its maker may hand out at the moment in which it is used. */
@ExtendWith(KeycloakExtension.class)
class ClaimMakerIT {

    private static final String PASSWORD = "a password";
    private static final Map<String, ?> LINK = Map.of("label", "mine", "delivery", "LINK");

    private static NamedRole named;
    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        named = new NamedRole(server);
        realm = named.realm;
    }

    /** Keycloak's own page of the service account links the role, so that we are not asked. */
    @ParameterizedTest
    @ValueSource(strings = {"outer", "catalog-viewer"})
    void aLinkDoesNotGrowWithThePair(String role) {
        TestClaim claim = link(realm.administrator("maker-" + role, PASSWORD, "manage-app-keys"));
        map(claim, role);

        Http.Response page = claim.reveal();

        boolean powerful = role.equals("outer");
        if (page.status() == 200) {
            assertThat(named.resetsAPassword(claim.pair(page))).isEqualTo(powerful);
        }
        assertThat(page.status()).isEqualTo(powerful ? 410 : 200);
        if (powerful) {
            assertThat(page.body()).contains("no longer valid").doesNotContain("apptoken_");
            assertThat(expect(410, claim.open()).body()).contains("no longer valid");
            assertThat(claim.get().path("tokens")).isEmpty();
        }
    }

    @Test
    void aRoleThatIsNamedLaterVoidsTheLink() {
        TestClaim claim = link(realm.administrator("early", PASSWORD, "manage-app-keys"));
        expect(201, realm.admin.post(realm.path("/roles"), Map.of("name", "late")));
        map(claim, "late");
        expect(200, claim.open());

        named.policy("role", Map.of("roles", List.of(Map.of("id",
                realm.admin.get(realm.path("/roles/late")).field("id")))));

        expect(410, claim.open());
        expect(410, claim.reveal());
    }

    @Test
    void linkingAPowerfulRoleWithdrawsTheLinkOfAnother() {
        TestClaim claim = link(realm.administrator("first", PASSWORD, "manage-app-keys"));
        expect(204, realm.admin.post(claim.path("/roles"), List.of(Map.of("name", "catalog-viewer"))));
        assertThat(claim.claim().path("status").asText()).isEqualTo("PENDING");

        expect(204, realm.admin.post(claim.path("/roles"), List.of(NamedRole.OUTER)));

        assertThat(claim.claim().path("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(expect(410, claim.reveal()).body()).contains("withdrawn");
        assertThat(realm.admin.get(realm.path("/admin-events?operationTypes=DELETE&resourcePath=app-keys/"
                + claim.appKey() + "/claim-link")).json()).hasSize(1);
    }

    @Test
    void theLinkOfOneWhoMayHandOutTheRolesIsKept() {
        for (AdminApi maker : List.of(realm.admin, realm.administrator("owner", PASSWORD, "realm-admin"))) {
            TestClaim claim = link(maker);
            expect(204, realm.admin.post(claim.path("/roles"), List.of(NamedRole.OUTER)));

            assertThat(named.resetsAPassword(claim.revealed())).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"deleted", "disabled", "unmapped"})
    void theLinkOfAMakerWhoIsGoneIsVoid(String how) {
        AdminApi maker = realm.administrator("maker-" + how, PASSWORD, "manage-app-keys");
        TestClaim claim = link(maker);
        String user = realm.path("/users/" + realm.admin.get(realm.path("/users?exact=true&username=maker-" + how))
                .json().path(0).path("id").asText());
        switch (how) {
            case "deleted" -> expect(204, realm.admin.delete(user));
            case "disabled" -> expect(204, realm.admin.put(user, Map.of("enabled", false)));
            default -> {
                String mappings = user + "/role-mappings/clients/" + realm.clientUuid("realm-management");
                expect(204, realm.admin.delete(mappings, realm.admin.get(mappings).json()));
            }
        }

        expect(410, claim.open());
        assertThat(expect(410, claim.reveal()).body()).contains("no longer valid").doesNotContain("apptoken_");
        assertThat(claim.claim().path("status").asText()).isEqualTo("PENDING");
        claim = TestClaim.of(realm, expect(201, realm.admin.post(claim.path("/claim-link"), "")).json());
        claim.revealed();
    }

    @Test
    void aRenewalByLinkNeedsTheRoleForRenewals() {
        TestPair pair = realm.linkedPair();
        AdminApi maker = realm.administrator("renewer", PASSWORD, "renew-app-tokens");
        TestClaim claim = TestClaim.of(realm, expect(201, maker.post(pair.path("/renewal"),
                Map.of("delivery", "LINK"))).json());
        expect(200, claim.open());
        String management = realm.clientUuid("realm-management");
        String mappings = realm.path("/users/" + realm.admin.get(realm.path("/users?exact=true&username=renewer"))
                .json().path(0).path("id").asText() + "/role-mappings/clients/" + management);
        JsonNode manage = realm.admin.get(realm.path("/clients/" + management + "/roles/manage-app-keys")).json();
        JsonNode renew = realm.admin.get(mappings).json();
        expect(204, realm.admin.post(mappings, List.of(manage)));
        expect(204, realm.admin.delete(mappings, renew));

        expect(410, claim.reveal());
        expect(204, realm.admin.post(mappings, renew));
        claim.revealed();
    }

    /** Version 0.1.0 did not keep who made a link. */
    @ParameterizedTest
    @CsvSource({"catalog-viewer, 200", "outer, 410"})
    void aLinkOfAnUnknownMakerHandsOutNoPower(String role, int revealed) throws SQLException {
        TestClaim claim = link(realm.admin);
        map(claim, role);
        try (Connection connection = Rows.database(realm.server).connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update APP_KEY_CLAIM set CREATED_BY_REALM = null, CREATED_BY_USER = null "
                    + "where CLIENT_UUID = '" + claim.get().path("clientUuid").asText() + "'");
        }

        Http.Response page = expect(revealed, claim.reveal());
        if (revealed == 200) {
            claim.pair(page);
        }
    }

    private static TestClaim link(AdminApi maker) {
        return TestClaim.of(realm, expect(201, maker.post(realm.path("/app-keys"), LINK)).json());
    }

    private static void map(TestClaim claim, String role) {
        expect(204, realm.admin.post(realm.path("/users/" + claim.get().path("serviceAccountUserId").asText()
                + "/role-mappings/realm"), List.of(realm.admin.get(realm.path("/roles/" + role)).json())));
    }
}
