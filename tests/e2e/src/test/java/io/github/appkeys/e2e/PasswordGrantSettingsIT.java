package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** How password grants are announced and ended, on the page of the settings. */
@BrowserTest
class PasswordGrantSettingsIT {

    private static final String CUTOFF = "2036-11-13T14:00:00-02:00";

    @Test
    void theyAreSavedAndShownAsTheyWereGiven(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        new Integrations(realm).client("erp").client("old");
        Console console = windows.admin(realm).load("/app-keys/settings");
        console.field("settings-cutoff").fill("2036-11-13T14:00:00");
        console.field("settings-scope").selectOption("SELECTED");
        console.field("settings-clients").fill("erp\n\nno-such-client");
        console.id("settings-exception-add").click();
        console.field("settings-exception-0-client").fill("old");
        console.field("settings-exception-0-reason").fill("Replaced in May");
        console.id("settings-save").click();
        assertThat(console.page().locator("#settings-exception-0-until-help")).containsText("This is needed.");

        console.field("settings-exception-0-until-local").fill("2037-05-01T00:00");
        console.field("settings-exception-0-until-zone").selectOption("+05:45");
        assertThat(console.field("settings-exception-0-until")).hasValue("2037-05-01T00:00:00+05:45");
        console.id("settings-save").click();
        assertThat(console.page().locator("#settings-cutoff-help")).containsText("time zone in ISO 8601");
        console.field("settings-cutoff").fill(CUTOFF);
        assertThat(console.id("settings-cutoff-words")).containsText("November 13, 2036 at 4:00:00");
        console.id("settings-save").click();
        assertThat(console.page().locator("#settings-clients-help")).containsText("clients[1]");
        console.field("settings-clients").fill("erp");
        console.id("settings-save").click();
        assertThat(console.settled().id("settings-save")).isDisabled();

        console.page().reload();
        assertThat(console.field("settings-cutoff")).hasValue(CUTOFF);
        assertThat(console.field("settings-cutoff-local")).hasValue("2036-11-13T14:00");
        assertThat(console.field("settings-exception-0-reason")).hasValue("Replaced in May");
        JsonNode grants = settings(realm).path("passwordGrants");
        assertThat(grants.path("cutoff").asText()).isEqualTo(CUTOFF);
        assertThat(grants.path("clients").toString()).isEqualTo("[\"erp\"]");
        assertThat(grants.path("exceptions").toString()).isEqualTo("[{\"clientId\":\"old\","
                + "\"reason\":\"Replaced in May\",\"until\":\"2037-05-01T00:00:00+05:45\"}]");

        console.id("settings-exception-0-remove").click();
        console.field("settings-cutoff").fill("");
        console.id("settings-save").click();
        assertThat(console.settled().id("settings-save")).isDisabled();
        JsonNode after = settings(realm).path("passwordGrants");
        assertThat(after.path("cutoff").isNull()).isTrue();
        assertThat(after.path("exceptions")).isEmpty();
        assertThat(console.crashes()).isEmpty();
    }

    @Test
    void aCutoffInThePastIsAskedForBeforeItEndsThem(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        Integrations integrations = new Integrations(realm).client("erp").user("ana").granted("erp", "ana");
        Console console = windows.admin(realm).load("/app-keys/settings");
        console.field("settings-cutoff").fill("2026-01-31T12:00:00Z");
        console.id("settings-save").click();
        console.id("confirm-cancel").click();
        integrations.granted("erp", "ana");

        console.id("settings-save").click();
        console.confirm();

        assertThat(expect(400, integrations.grant("erp", "ana")).field("error_description"))
                .contains("2026-01-31T12:00:00Z");
    }

    @Test
    void whoeverSavesLaterLosesNeitherTheirsNorTheirOwn(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        Console console = windows.admin(realm).load("/app-keys/settings");
        console.field("settings-cutoff").fill(CUTOFF);
        console.field("settings-idle-days").fill("10");
        realm.settings("{\"idleDays\":30,\"passwordGrants\":{\"retentionDays\":7}}");

        console.id("settings-save").click();
        console.id("settings-conflict").waitFor();
        assertThat(settings(realm).path("idleDays").asInt()).isEqualTo(30);
        assertThat(console.field("settings-cutoff")).hasValue(CUTOFF);
        console.id("settings-conflict-load").click();

        assertThat(console.id("settings-merged")).containsText("Switch appTokens off after days without use");
        assertThat(console.field("settings-retention-days")).hasValue("7");
        assertThat(console.field("settings-cutoff")).hasValue(CUTOFF);
        console.id("settings-save").click();
        assertThat(console.id("settings-warnings")).containsText("admin-cli");
        console.confirm();
        assertThat(console.settled().id("settings-merged")).hasCount(0);
        JsonNode saved = settings(realm);
        assertThat(saved.path("idleDays").asInt()).isEqualTo(10);
        assertThat(saved.path("passwordGrants").path("retentionDays").asInt()).isEqualTo(7);
        assertThat(saved.path("passwordGrants").path("cutoff").asText()).isEqualTo(CUTOFF);
    }

    private static JsonNode settings(TestRealm realm) {
        return expect(200, realm.admin.get(realm.path("/app-keys/settings"))).json();
    }
}
