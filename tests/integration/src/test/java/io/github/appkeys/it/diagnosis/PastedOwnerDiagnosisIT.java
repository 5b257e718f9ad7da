package io.github.appkeys.it.diagnosis;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Diagnosed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pair that was pasted: which pair and which realm the two halves belong to. */
@ExtendWith(KeycloakExtension.class)
class PastedOwnerDiagnosisIT {

    private static TestRealm realm;
    private static TestRealm otherRealm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        otherRealm = TestRealm.enabled(server);
        pair = realm.linkedPair();
    }

    @Test
    void aLookAlikeAppKeyLeadsToThePair() {
        TestPair erp = realm.createPair(Map.of("label", "erp", "appKey", "erp-1-" + realm.name));
        erp.link("orders:read");

        Diagnosed diagnosed = Diagnosed.ofPasted(realm, erp.appKey().replace("erp-1", "erp-l"), erp.appToken());

        diagnosed.assertRefusedFor("LOOK_ALIKE");
        assertThat(diagnosed.json().path("appKey").asText()).isEqualTo(erp.appKey());
    }

    @Test
    void anUnknownAppKey() {
        Diagnosed diagnosed = Diagnosed.ofPasted(realm, "no-such-key", null);

        diagnosed.assertRefusedFor("UNKNOWN_KEY");
        assertThat(diagnosed.json().path("appKey").isNull()).isTrue();
    }

    @Test
    void aTokenOfAnotherPair() {
        TestPair other = realm.linkedPair();

        Diagnosed diagnosed = Diagnosed.ofPasted(realm, pair.appKey(), other.appToken());

        diagnosed.assertRefusedFor("OTHER_PAIR");
        assertThat(diagnosed.message("OTHER_PAIR")).isEqualTo("The appToken is one of the pair " + other.appKey());
        Diagnosed.ofPasted(realm, "no-such-key", other.appToken()).assertRefusedFor("UNKNOWN_KEY", "OTHER_PAIR");
    }

    @Test
    void aTokenAloneLeadsToItsPair() {
        Diagnosed diagnosed = Diagnosed.ofPasted(realm, null, pair.appToken());

        diagnosed.assertHealthy();
        assertThat(diagnosed.json().path("appKey").asText()).isEqualTo(pair.appKey());
        assertThat(diagnosed.message("OTHER_PAIR")).isEqualTo("The appToken is one of the pair " + pair.appKey());
    }

    @Test
    void anUnknownToken() {
        TestPair deleted = realm.linkedPair();
        expect(204, realm.admin.delete(deleted.path("")));

        Diagnosed.ofPasted(realm, pair.appKey(), deleted.appToken()).assertRefusedFor("WRONG_TOKEN");
        Diagnosed.ofPasted(realm, null, deleted.appToken()).assertRefusedFor("WRONG_TOKEN");
        Diagnosed.ofPasted(realm, deleted.appKey(), deleted.appToken()).assertRefusedFor("UNKNOWN_KEY");
    }

    @Test
    void aTokenThatWasReplacedInARenewal() {
        TestPair old = realm.linkedPair();
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 0));

        Diagnosed diagnosed = Diagnosed.ofPasted(realm, old.appKey(), old.appToken());

        diagnosed.assertRefusedFor("ENDED_TOKEN");
        assertThat(diagnosed.message("ENDED_TOKEN"))
                .startsWith("This appToken was replaced in a renewal and ended at 20");
        Diagnosed.ofPasted(realm, old.appKey(), renewed.appToken()).assertHealthy();
        Diagnosed.ofPasted(realm, null, old.appToken()).assertRefusedFor("ENDED_TOKEN");
    }

    @Test
    void aPairOfAnotherRealm() {
        TestPair there = otherRealm.linkedPair();

        Diagnosed diagnosed = Diagnosed.ofPasted(realm, there.appKey(), there.appToken());

        diagnosed.assertRefusedFor("OTHER_REALM");
        assertThat(diagnosed.message("OTHER_REALM")).isEqualTo("The pair is one of the realm " + otherRealm.name);
        Diagnosed.ofPasted(realm, pair.appKey(), there.appToken()).assertRefusedFor("OTHER_REALM");
        Diagnosed.ofPasted(realm, null, there.appToken()).assertRefusedFor("OTHER_REALM");
    }

    @Test
    void anotherRealmIsNamedOnlyToThoseWhoMayViewIt() {
        TestPair there = otherRealm.linkedPair();
        AdminApi viewer = realm.administrator("viewer-of-one-realm", "a password", "view-app-keys");

        assertThat(diagnose(viewer, there.appKey(), there.appToken()).errors()).containsExactly("UNKNOWN_KEY");
        assertThat(diagnose(viewer, there.appKey(), null).errors()).containsExactly("UNKNOWN_KEY");
        assertThat(diagnose(viewer, pair.appKey(), there.appToken()).errors()).containsExactly("WRONG_TOKEN");
        assertThat(diagnose(viewer, null, there.appToken()).errors()).containsExactly("WRONG_TOKEN");
        Diagnosed own = diagnose(viewer, pair.appKey(), pair.appToken());
        own.assertHealthy();
        assertThat(own.json()).isEqualTo(Diagnosed.ofPasted(realm, pair.appKey(), pair.appToken()).json());
    }

    private static Diagnosed diagnose(AdminApi caller, String appKey, String appToken) {
        Map<String, String> body = new HashMap<>();
        body.put("appKey", appKey);
        body.put("appToken", appToken);
        return new Diagnosed(expect(200, caller.post(realm.path("/app-keys/diagnosis"), body)).json());
    }
}
