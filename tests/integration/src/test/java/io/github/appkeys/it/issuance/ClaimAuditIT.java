package io.github.appkeys.it.issuance;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The admin events of claim links. */
@ExtendWith(KeycloakExtension.class)
class ClaimAuditIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void eachChangeIsAnAdminEventWithoutTheCode() {
        TestClaim claim = realm.claimablePair("audited");
        assertEvent("CREATE", "app-keys/" + claim.appKey(), claim);
        TestClaim again = TestClaim.of(realm, expect(201, realm.admin.post(claim.path("/claim-link"), "")).json());
        assertEvent("CREATE", "app-keys/" + claim.appKey() + "/claim-link", again);
        again.revealed();

        JsonNode event = assertEvent("ACTION", "app-keys/" + claim.appKey() + "/claim", again);

        JsonNode who = event.path("authDetails");
        assertThat(who.path("userId")).isEqualTo(claim.get().path("serviceAccountUserId"));
        assertThat(who.path("clientId")).isEqualTo(claim.get().path("clientUuid"));
        assertThat(who.path("ipAddress")).isEqualTo(claim.claim().path("claimedFrom"));
        TestClaim withdrawn = realm.claimablePair("withdrawn");
        expect(204, realm.admin.delete(withdrawn.path("/claim-link")));
        assertEvent("DELETE", "app-keys/" + withdrawn.appKey() + "/claim-link", withdrawn);
    }

    @Test
    void aFailedClaimIsNoAdminEvent() {
        TestClaim claim = realm.claimablePair("used");
        claim.revealed();
        String before = realm.lastAdminEvent().path("id").asText();

        expect(410, claim.reveal());

        assertThat(realm.lastAdminEvent().path("id").asText()).isEqualTo(before);
    }

    private static JsonNode assertEvent(String operation, String path, TestClaim claim) {
        JsonNode event = realm.lastAdminEvent();
        assertThat(event.path("resourceType").asText()).isEqualTo("APP_KEY");
        assertThat(event.path("operationType").asText()).isEqualTo(operation);
        assertThat(event.path("resourcePath").asText()).isEqualTo(path);
        assertThat(event.toString()).doesNotContain("apptoken_").doesNotContain(claim.code());
        return event;
    }
}
