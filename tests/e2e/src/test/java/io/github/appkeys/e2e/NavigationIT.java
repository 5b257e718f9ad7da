package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import com.microsoft.playwright.Locator;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of our pages has an address of its own that can be kept, shared and left again. */
@BrowserTest
class NavigationIT {

    private static TestRealm realm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
    }

    @Test
    void anotherRealmHasOtherPairs(KeycloakServer server, Windows windows) {
        // on the first page of realms, however many other tests have made
        TestRealm other = TestRealm.named(server, "0-" + realm.name);
        other.settings(Map.of("enabled", true));
        TestPair elsewhere = other.createPair("Elsewhere");
        Console console = windows.admin(realm).load("/app-keys");
        console.id("app-key-link-" + pair.appKey()).waitFor();

        console.page().locator("#nav-item-realms").click();
        console.page().locator("main table a", new com.microsoft.playwright.Page.LocatorOptions()
                .setHasText(other.name)).click();
        assertThat(console.id("currentRealm")).containsText(other.name);
        console.appKeys();

        console.id("app-key-link-" + elsewhere.appKey()).waitFor();
        assertThat(console.id("app-key-link-" + pair.appKey())).hasCount(0);
        assertThat(console.page().url()).endsWith("#/" + other.name + "/app-keys");
        assertThat(console.id("nav-item-app-keys")).hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "roles", "tokens", "events"})
    void eachTabIsReachedByItsAddressAndAfterReload(String tab, Windows windows) {
        Console console = windows.admin(realm).load("/app-keys/key/" + pair.appKey() + "/" + tab);
        assertOn(console, tab);

        console.page().reload();
        assertOn(console, tab);
        assertThat(console.crashes()).isEmpty();
    }

    @Test
    void backAndForwardGoThroughPagesAsTheyWereOpened(Windows windows) {
        Console console = windows.admin(realm).load("/clients").appKeys();
        console.id("app-key-link-" + pair.appKey()).click();
        console.id("tab-roles").click();
        assertOn(console, "roles");

        console.page().goBack();
        assertOn(console, "overview");
        console.page().goBack();
        console.at("/app-keys").id("app-key-link-" + pair.appKey()).waitFor();
        console.page().goBack();
        console.at("/clients");
        assertThat(console.page().locator("main")).containsText("orders-api");
        assertThat(console.id("app-keys-list")).hasCount(0);
        console.page().goForward();
        console.at("/app-keys").id("app-key-link-" + pair.appKey()).waitFor();
    }

    @Test
    void theNavItemTellsWhereWeAre(Windows windows) {
        Console console = windows.admin(realm).load("/app-keys");
        Locator item = console.id("nav-item-app-keys");
        assertThat(item).hasAttribute("aria-current", "page");
        assertThat(console.page().locator("nav [aria-current=page]")).hasCount(1);

        console.page().locator("#nav-item-clients").click();
        assertThat(item).not().hasAttribute("aria-current", "page");
    }

    @Test
    void aPairThatIsNotThereIsSaidSo(Windows windows) {
        Console console = windows.admin(realm).load("/app-keys/key/no-such-key").settled();

        assertThat(console.id("app-key-detail")).hasCount(0);
        assertThat(console.page().locator("main")).containsText("no-such-key");
        assertThat(console.crashes()).isEmpty();
    }

    @Test
    void thePairLeadsToItsStockClient(Windows windows) {
        Console console = windows.admin(realm).load("/app-keys/key/" + pair.appKey());
        console.id("app-key-client-link").click();

        console.page().waitForURL(url -> url.contains("#/" + realm.name + "/clients/" + pair.clientUuid()));
        assertThat(console.page().locator("main")).containsText(pair.appKey());
    }

    private static void assertOn(Console console, String tab) {
        console.id("app-key-detail").waitFor();
        assertThat(console.page().locator("[data-testid=tab-" + tab + "][aria-selected=true],"
                + " [data-testid=tab-" + tab + "] [aria-selected=true]").first()).isVisible();
    }
}
