package io.github.appkeys.it.settings;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Rows;
import io.github.appkeys.it.support.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other tools replace the attributes of a realm, export realms and import them: the settings of app keys survive. */
@Tag("database")
@ExtendWith(KeycloakExtension.class)
class SettingsHomeIT {

    private static final Map<String, ?> CHANGED = Map.of("enabled", true, "idleDays", 400, "requireRole", false,
            "passwordGrants", Map.of("cutoff", "2020-01-01T00:00:00Z", "scope", "API_CLIENTS",
                    "documentationUrl", "https://docs.example.org/keys"));

    @Test
    void replacingAllAttributesOfTheRealmLosesNoSetting(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        realm.settings(CHANGED);
        JsonNode before = Settings.of(realm);
        TestPair pair = realm.linkedPair();

        expect(204, realm.admin.put(realm.path(""), Map.of("attributes", Map.of("frontendUrl", ""))));

        assertThat(Settings.of(realm)).isEqualTo(before);
        expect(200, pair.exchange());
        realm.settings(Map.of("idleDays", 300));
        assertThat(Settings.of(realm).path("idleDays").asInt()).isEqualTo(300);
    }

    @Test
    void theAttributesOfTheRealmBelongToOtherTools(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        realm.settings(CHANGED);

        assertThat(attributes(realm)).doesNotContain("appKeys.");
    }

    @Test
    void noComponentIsLeftWhenAppKeysAreDisabled(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        realm.settings(CHANGED);
        JsonNode before = Settings.of(realm);

        realm.settings(Map.of("enabled", false));

        assertThat(Settings.componentOrNone(realm).isMissingNode()).isTrue();
        assertThat(attributes(realm)).contains("appKeys.idleDays");
        realm.settings(Map.of("enabled", true));
        assertThat(Settings.of(realm)).isEqualTo(before);
    }

    @Test
    void aPartialExportHasTheSettingsAndAnImportMakesTheRealmReady(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        realm.settings(CHANGED);
        JsonNode exported = expect(200, realm.admin.post(realm.path("/partial-export"), Map.of())).json();
        JsonNode components = exported.path("components").path(Settings.COMPONENT);
        assertThat(components).hasSize(1);
        ((ObjectNode) components.path(0)).remove("id");

        TestRealm other = TestRealm.imported(server, Map.of("components", Map.of(Settings.COMPONENT, components)));

        assertThat(Settings.of(other)).isEqualTo(Settings.of(realm));
        expect(200, other.linkedPair().exchange());
    }

    @Test
    void aRealmFileNeedsNothingButTheComponent(KeycloakServer server) {
        TestRealm realm = TestRealm.imported(server, Map.of("components", Map.of(Settings.COMPONENT, List.of(Map.of(
                "name", "app-keys", "providerId", "app-keys", "config", Map.of("enabled", List.of("true"),
                        "idleDays", List.of("90")))))));

        assertReady(realm, 90);
    }

    @Test
    void aRealmFileWithTheAttributesOfTheFirstVersionIsMadeReady(KeycloakServer server) {
        TestRealm realm = TestRealm.imported(server, Map.of("attributes",
                Map.of("appKeys.enabled", "true", "appKeys.idleDays", "90")));

        assertReady(realm, 90);
        expect(204, realm.admin.put(realm.path(""), Map.of("attributes", Map.of("frontendUrl", ""))));
        assertReady(realm, 90);
    }

    @ParameterizedTest
    @CsvSource({"idleDays, -1", "idleDays, many", "enabled, yes", "passwordGrants.cutoff, tomorrow",
        "documentationUrl, javascript:alert(1)"})
    void aComponentWithAnInvalidValueIsRefused(String name, String value, KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        ObjectNode component = Settings.component(realm);
        ((ObjectNode) component.path("config")).putArray(name).add(value);

        assertThat(expect(400, realm.admin.put(realm.path("/components/" + component.path("id").asText()), component))
                .body()).contains("The value of " + name + " is invalid");
        expect(200, realm.linkedPair().exchange());
    }

    @Test
    void removingTheComponentLosesNoSetting(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        realm.settings(CHANGED);
        JsonNode before = Settings.of(realm);
        TestPair pair = realm.linkedPair();

        expect(204, realm.admin.delete(realm.path("/components/" + Settings.component(realm).path("id").asText())));

        assertThat(Settings.of(realm)).isEqualTo(before);
        expect(200, pair.exchange());
        realm.settings(Map.of("idleDays", 300));
        assertThat(Settings.of(realm).path("idleDays").asInt()).isEqualTo(300);
        assertThat(attributes(realm)).doesNotContain("appKeys.");
    }

    @Test
    void aSecondComponentIsRefused(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        ObjectNode component = Settings.component(realm);
        component.remove("id");

        assertThat(expect(400, realm.admin.post(realm.path("/components"), component)).body())
                .contains("settings of app keys already");
    }

    @Test
    void aRealmThatIsDeletedLeavesNoRow(KeycloakServer server) {
        long before = Rows.count(server, "select count(*) from APP_KEY_SETTINGS");
        TestRealm realm = TestRealm.enabled(server);
        assertThat(Rows.count(server, "select count(*) from APP_KEY_SETTINGS")).isEqualTo(before + 1);

        expect(204, realm.admin.delete(realm.path("")));

        assertThat(Rows.count(server, "select count(*) from APP_KEY_SETTINGS")).isEqualTo(before);
    }

    private static void assertReady(TestRealm realm, int idleDays) {
        assertThat(Settings.of(realm).path("enabled").asBoolean()).isTrue();
        assertThat(Settings.of(realm).path("idleDays").asInt()).isEqualTo(idleDays);
        expect(200, realm.linkedPair().exchange());
        assertThat(realm.admin.get(realm.path("/client-policies/policies")).body()).contains("app-keys");
    }

    private static String attributes(TestRealm realm) {
        return expect(200, realm.admin.get(realm.path(""))).json().path("attributes").toString();
    }
}
