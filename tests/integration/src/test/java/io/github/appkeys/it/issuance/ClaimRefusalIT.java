package io.github.appkeys.it.issuance;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** States in which a claim link reveals nothing, and who may not make one. */
@ExtendWith(KeycloakExtension.class)
class ClaimRefusalIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void aDisabledPairRevealsNothingUntilItIsEnabled() {
        TestClaim claim = realm.claimablePair("off");
        expect(204, realm.admin.put(claim.path(""), Map.of("enabled", false)));

        assertThat(expect(403, claim.open()).body()).contains("switched off");
        assertThat(expect(403, claim.reveal()).body()).doesNotContain("apptoken_");
        assertThat(claim.claim().path("status").asText()).isEqualTo("PENDING");

        expect(204, realm.admin.put(claim.path(""), Map.of("enabled", true)));
        claim.revealed();
    }

    @Test
    void aRealmWithoutAppKeysRevealsNothing(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestClaim claim = own.claimablePair("off");
        own.settings(Map.of("enabled", false));
        expect(404, claim.open());
        expect(404, claim.reveal());
        own.settings(Map.of("enabled", true));
        expect(204, own.admin.put(own.path(""), Map.of("enabled", false)));
        expect(404, claim.reveal());
        expect(204, own.admin.put(own.path(""), Map.of("enabled", true)));

        claim.revealed();
    }

    @Test
    void aRealmThatRequiresHttpsRevealsNothingOverHttp(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestClaim claim = own.claimablePair("insecure");
        expect(204, own.admin.put(own.path(""), Map.of("sslRequired", "all")));

        assertThat(expect(403, claim.reveal()).body()).contains("HTTPS").doesNotContain("apptoken_");

        expect(204, own.admin.put(own.path(""), Map.of("sslRequired", "external")));
        claim.revealed();
    }

    /** The reader of the link gets the appToken. */
    @Test
    void aLinkForAnAdministrativePairNeedsTheRightToMapItsRoles() {
        TestClaim claim = realm.claimablePair("robot administrator");
        expect(204, realm.admin.post(claim.path("/roles"),
                List.of(Map.of("name", "manage-users", "client", "realm-management"))));
        AdminApi renewer = realm.administrator("link-maker", "a password", "renew-app-tokens");

        expect(403, renewer.post(claim.path("/claim-link"), ""));

        expect(204, renewer.delete(claim.path("/claim-link")));
        expect(403, renewer.post(claim.path("/claim-link"), ""));
        expect(403, renewer.post(claim.path("/renewal"), Map.of("delivery", "LINK")));
        assertThat(claim.claim().path("status").asText()).isEqualTo("WITHDRAWN");
    }
}
