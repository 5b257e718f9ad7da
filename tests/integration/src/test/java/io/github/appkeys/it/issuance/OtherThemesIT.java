package io.github.appkeys.it.issuance;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another extension selects the login theme, and that theme has a layout of its own. */
@ExtendWith(KeycloakExtension.class)
class OtherThemesIT {

    private static final String LAYOUT = "<body id=\"own-layout\">";

    @Test
    void theChoiceOfAnotherExtensionHoldsAndTheClaimPageIsReadable(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        assertThat(login(realm)).doesNotContain(LAYOUT);
        select(realm, "test-own");
        TestClaim claim = realm.claimablePair("themed");

        String page = expect(200, claim.open()).body();
        TestPair revealed = claim.pair(expect(200, claim.reveal()));

        assertThat(login(realm)).contains(LAYOUT);
        assertThat(page).contains(LAYOUT, claim.appKey(), "id=\"app-keys-claim-reveal\"", "css/app-keys-claim.css");
        assertThat(page).containsOnlyOnce("<title>").doesNotContain("Own layout");
        revealed.link("orders:read");
        expect(200, revealed.exchange());
    }

    private static void select(TestRealm realm, String theme) {
        JsonNode attributes = realm.admin.get(realm.path("")).json().path("attributes");
        Map<String, Object> changed = new HashMap<>(Map.of("testLoginTheme", theme));
        attributes.fields().forEachRemaining(entry -> changed.put(entry.getKey(), entry.getValue()));
        expect(204, realm.admin.put(realm.path(""), Map.of("attributes", changed)));
    }

    private static String login(TestRealm realm) {
        return expect(200, Http.get(realm.openId("/auth?client_id=account-console&response_type=code&redirect_uri=")
                + Http.encode(realm.server.url() + "/realms/" + realm.name + "/account/")
                + "&code_challenge_method=S256&code_challenge=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU").send())
                .body();
    }
}
