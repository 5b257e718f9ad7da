package io.github.appkeys.it.leaks;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Leaks;
import io.github.appkeys.it.support.Leaks.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The settings for reports of leaked appTokens: saved, bounded, kept, and exported with the realm. */
@ExtendWith(KeycloakExtension.class)
class LeakSettingsIT {

    private final Partner partner = Partner.create("key-1");
    private TestRealm realm;

    @BeforeEach
    void realm(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void areOffAndThenWhatWasSaved() {
        assertThat(leaks().toString())
                .isEqualTo("{\"reports\":false,\"action\":\"TELL\",\"afterHours\":24,\"partners\":[]}");
        Map<String, String> pem = Map.of("name", "GitHub", "keyId", "key-1", "publicKey", partner.pem().strip());
        realm.settings(Map.of("leaks", Map.of("reports", true, "action", "END_AFTER", "partners", List.of(pem))));

        realm.settings(Map.of("leaks", Map.of("afterHours", 48)));
        realm.settings(Map.of("requireRole", false));

        assertThat(leaks().path("reports").asBoolean()).isTrue();
        assertThat(leaks().path("action").asText()).isEqualTo("END_AFTER");
        assertThat(leaks().path("afterHours").asInt()).isEqualTo(48);
        assertThat(leaks().path("partners").path(0).path("publicKey").asText()).isEqualTo(partner.pem().strip());
        realm.settings(Map.of("enabled", false));
        assertThat(leaks().path("partners")).as("kept while app keys are disabled").hasSize(1);
    }

    @Test
    void areBounded() {
        refused(Map.of("action", "BURN"), "leaks.action");
        refused(Map.of("afterHours", 0), "leaks.afterHours");
        refused(Map.of("afterHours", 721), "leaks.afterHours");
        refused(Map.of("reports", "yes"), "leaks.reports");
        refused(Map.of("more", 1), "leaks.reports");
        refused(Map.of("partners", List.of(Map.of("name", "x", "keyId", "1", "publicKey", "AAAA"))),
                "leaks.partners[0].publicKey");
        refused(Map.of("partners", List.of(partner.setting("GitHub"), Map.of("name", "x"))), "leaks.partners[1].keyId");
        refused(Map.of("partners", Collections.nCopies(2, partner.setting("GitHub"))), "leaks.partners");
        refused(Map.of("partners", Collections.nCopies(11, partner.setting("GitHub"))), "leaks.partners");
    }

    @Test
    void goWithTheExportOfTheRealm(KeycloakServer server) {
        Leaks.allow(realm, Map.of("action", "END", "partners", List.of(partner.setting("GitHub"))));
        JsonNode exported = expect(200, realm.admin.post(realm.path("/partial-export"), Map.of())).json();
        JsonNode components = exported.path("components").path("io.github.appkeys.core.store.AppKeySettings");
        ((ObjectNode) components.path(0)).remove("id");

        TestRealm copy = TestRealm.imported(server, Map.of("components",
                Map.of("io.github.appkeys.core.store.AppKeySettings", components)));

        JsonNode leaks = expect(200, copy.admin.get(copy.path("/app-keys/settings"))).json().path("leaks");
        assertThat(leaks).isEqualTo(leaks());
        assertThat(leaks.path("partners").path(0).path("keyId").asText()).isEqualTo("key-1");
    }

    @Test
    void needTheRoleForSettings() {
        AdminApi manager = realm.administrator("keys", "a password", "manage-app-keys", "renew-app-tokens");
        expect(403, manager.put(realm.path("/app-keys/settings"), Map.of("leaks", Map.of("reports", true))));
        assertThat(leaks().path("reports").asBoolean()).isFalse();
    }

    private void refused(Map<String, ?> leaks, String named) {
        assertThat(expect(400, realm.admin.put(realm.path("/app-keys/settings"), Map.of("leaks", leaks)))
                .field("errorMessage")).contains(named);
    }

    private JsonNode leaks() {
        return expect(200, realm.admin.get(realm.path("/app-keys/settings"))).json().path("leaks");
    }
}
