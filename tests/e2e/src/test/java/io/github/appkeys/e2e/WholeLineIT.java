package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** The story that the section is for, from a realm that knows no app keys to a pair that is gone. */
@BrowserTest
class WholeLineIT {

    @Test
    void anAdministratorEnablesCreatesLinksDisablesAndDeletes(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.plain(server);
        Console console = windows.admin(realm).load("/clients").appKeys();

        console.id("app-keys-not-enabled").waitFor();
        console.id("app-keys-enable").click();
        console.id("app-keys-empty").waitFor();

        Console.Revealed pair = console.create("ERP, orders");
        assertThat(pair.appKey()).matches("appkey-" + realm.name + "-[0-9A-HJKMNP-TV-Z]{10}");
        assertThat(pair.appToken()).matches("apptoken_[0-9A-Za-z]{49}");
        assertThat(console.id("reveal-close")).isDisabled();
        assertThat(realm.exchange(pair.appKey(), pair.appToken()).status()).as("before a role is linked")
                .isEqualTo(400);

        console.closeReveal();
        console.id("link-roles-prompt").waitFor();
        console.id("link-roles-now").click();
        console.pick("orders-api:orders:read");

        JsonNode claims = Jwt.claims(expect(200, realm.exchange(pair.appKey(), pair.appToken())).field("access_token"));
        assertThat(claims.path("resource_access").path("orders-api").path("roles").toString())
                .isEqualTo("[\"orders:read\"]");

        console.id("tab-settings").click();
        console.flip("app-key-enabled");
        console.id("app-key-detail-save").click();
        console.confirm();
        console.settled();
        assertThat(realm.exchange(pair.appKey(), pair.appToken()).field("error_description")).contains("disabled");

        console.id("app-key-delete").click();
        assertThat(console.id("confirm-ok")).isDisabled();
        console.field("confirm-input").fill(pair.appKey());
        console.confirm();
        console.at("/app-keys").id("app-keys-empty").waitFor();
        expect(401, realm.exchange(pair.appKey(), pair.appToken()));
        expect(404, realm.admin.get(realm.path("/app-keys/" + pair.appKey())));
    }

    @Test
    void theRevealHandsThePairOver(KeycloakServer server, Windows windows) throws Exception {
        TestRealm realm = TestRealm.enabled(server);
        Console console = windows.admin(realm).load("/app-keys");
        Console.Revealed pair = console.create("Hand-over");

        console.id("reveal-copy-app-key").click();
        assertThat(clipboard(console)).isEqualTo(pair.appKey());
        console.id("reveal-copy-app-token").click();
        assertThat(clipboard(console)).isEqualTo(pair.appToken());

        Download download = console.page().waitForDownload(() -> console.id("reveal-download").click());
        assertThat(download.suggestedFilename()).endsWith(".env");
        assertThat(Files.readString(download.path(), StandardCharsets.UTF_8))
                .contains("=" + pair.appKey()).contains("=" + pair.appToken());

        assertThat(console.text("reveal-curl")).startsWith("curl ").contains(realm.tokenUrl(),
                "X-VTEX-API-AppKey: " + pair.appKey(), "X-VTEX-API-AppToken: " + pair.appToken(), "client_credentials");
    }

    @Test
    void whatTheFormAsksForIsWhatThePairBecomes(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        Console console = windows.admin(realm).load("/app-keys/new");

        console.field("app-key-label").fill("Marketplace");
        console.field("app-key-description").fill("Orders of the marketplace");
        console.field("app-key-own").fill("marketplace-1");
        console.field("app-key-networks").fill("10.0.0.0/8");
        console.id("app-key-save").click();

        assertThat(console.reveal().appKey()).isEqualTo("marketplace-1");
        JsonNode created = expect(200, realm.admin.get(realm.path("/app-keys/marketplace-1"))).json();
        assertThat(created.path("label").asText()).isEqualTo("Marketplace");
        assertThat(created.path("description").asText()).isEqualTo("Orders of the marketplace");
        assertThat(created.path("allowedNetworks").toString()).isEqualTo("[\"10.0.0.0/8\"]");
    }

    @Test
    void whatTheServerRefusesIsSaidInWordsAndNothingIsLost(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair taken = realm.createPair(Map.of("label", "First", "appKey", "taken"));
        Console console = windows.admin(realm).load("/app-keys/new");

        console.field("app-key-label").fill("Second");
        console.field("app-key-own").fill(taken.appKey());
        console.id("app-key-save").click();

        assertThat(console.page().locator("#app")).containsText("taken");
        assertThat(console.id("reveal")).hasCount(0);
        assertThat(console.field("app-key-label")).hasValue("Second");
        console.field("app-key-own").fill("free");
        console.id("app-key-save").click();
        assertThat(console.reveal().appKey()).isEqualTo("free");
    }

    @Test
    void theSettingsOfTheSectionReachTheServer(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.createPair("No role");
        Console console = windows.admin(realm).load("/app-keys");
        expect(400, pair.exchange());

        console.id("app-keys-settings-link").click();
        console.at("/app-keys/settings").flip("settings-require-role");
        console.id("settings-save").click();
        console.page().waitForCondition(() -> pair.exchange().status() == 200);

        console.load("/app-keys/settings");
        assertThat(console.field("settings-require-role")).not().isChecked();
    }

    @Test
    void searchAndStatusFindPairsAmongMany(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair wanted = realm.createPair("Warehouse of Porto");
        TestPair other = realm.createPair("Shop window");
        other.update("{\"enabled\":false}");
        Console console = windows.admin(realm).load("/app-keys");
        assertThat(console.id("app-key-link-" + other.appKey())).isVisible();

        console.field("app-keys-search").fill("porto");
        console.field("app-keys-search").press("Enter");
        assertThat(console.id("app-key-link-" + other.appKey())).hasCount(0);
        assertThat(console.id("app-key-link-" + wanted.appKey())).isVisible();

        TestPair late = realm.createPair("Second warehouse in Porto");
        console.id("app-keys-refresh").click();
        assertThat(console.id("app-key-link-" + late.appKey())).isVisible();
    }

    private static String clipboard(Console console) {
        return (String) console.page().evaluate("() => navigator.clipboard.readText()");
    }
}
