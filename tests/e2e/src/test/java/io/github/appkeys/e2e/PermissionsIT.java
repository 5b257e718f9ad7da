package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees which button. The users are those of the realm itself, in its own console. */
@BrowserTest
class PermissionsIT {

    private static final String PASSWORD = "a password";

    /** Whatever changes something. */
    private static final List<String> BUTTONS = List.of("app-keys-create", "app-keys-settings-link",
            "app-key-detail-save", "app-key-toggle", "app-key-delete", "roles-link", "roles-unlink", "renew",
            "token-revoke", "settings-save");

    private static TestRealm realm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "view-app-keys,    -",
            "renew-app-tokens, renew token-revoke",
            "manage-app-keys,  app-keys-create app-key-detail-save app-key-toggle app-key-delete roles-link"
                    + " roles-unlink",
            "realm-admin,      app-keys-create app-key-detail-save app-key-toggle app-key-delete roles-link"
                    + " roles-unlink renew token-revoke app-keys-settings-link settings-save"})
    void buttonsGoByRolesAndNoneIsThereThatWouldFail(String role, String buttons, Windows windows) {
        realm.administrator(role, PASSWORD, role);
        Console console = windows.own(realm, role, PASSWORD);
        List<String> refused = console.refusals();
        Set<String> seen = new TreeSet<>();

        console.load("").appKeys();
        console.id("app-key-link-" + pair.appKey()).waitFor();
        look(console, seen);
        console.id("app-key-link-" + pair.appKey()).click();
        console.id("app-key-detail").waitFor();
        look(console, seen);
        for (String tab : List.of("tab-settings", "tab-roles", "tab-tokens", "tab-events")) {
            if (console.id(tab).count() > 0) {
                console.id(tab).click();
                look(console, seen);
            }
        }
        if (seen.contains("app-keys-settings-link")) {
            console.go("/app-keys");
            console.id("app-keys-settings-link").click();
            console.id("settings-save").waitFor();
            look(console, seen);
        }

        assertThat(seen).isEqualTo(buttons == null ? Set.of() : new TreeSet<>(List.of(buttons.split(" "))));
        assertThat(refused).as("calls of our pages that the server refused").isEmpty();
        assertThat(console.crashes()).isEmpty();
    }

    @Test
    void whoMaySeeTheSettingsOnlyGetsThere(Windows windows) {
        realm.administrator("settings", PASSWORD, "manage-app-key-settings");
        Console console = windows.own(realm, "settings", PASSWORD);
        List<String> refused = console.refusals();

        console.load("").appKeys().settled();
        assertThat(console.id("app-keys-create")).hasCount(0);
        if (console.id("settings-save").count() == 0) {
            console.id("app-keys-settings-link").click();
        }
        console.field("settings-default-overlap").waitFor();
        assertThat(refused).isEmpty();

        console.id("settings-save").waitFor();
        assertThat(console.crashes()).isEmpty();
    }

    @Test
    void aViewerWhoKnowsTheAddressFindsNoFormToCreateWith(Windows windows) {
        realm.administrator("address", PASSWORD, "view-app-keys");
        Console console = windows.own(realm, "address", PASSWORD).load("/app-keys/new").settled();
        assertThat(console.id("app-key-save")).hasCount(0);

        console.load("/app-keys/settings").settled();
        assertThat(console.id("settings-save")).hasCount(0);
        assertThat(console.crashes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"manage-clients", "view-users"})
    void whoHasNoneOfTheRolesSeesNoNavItem(String role, Windows windows) {
        realm.administrator(role, PASSWORD, role);
        Console console = windows.own(realm, role, PASSWORD).load("/app-keys");

        assertThat(console.page().locator("main")).containsText("You lack the role for this.");
        assertThat(console.settled().id("nav-item-app-keys")).hasCount(0);
        assertThat(console.id("app-keys-list")).hasCount(0);
        assertThat(console.id("app-keys-create")).hasCount(0);
    }

    @Test
    void onlyWhoMayEnableIsOfferedToEnable(KeycloakServer server, Windows windows) {
        TestRealm plain = TestRealm.plain(server);
        plain.administrator("manager", PASSWORD, "manage-realm", "view-realm");
        plain.administrator("onlooker", PASSWORD, "view-realm", "view-clients");

        Console manager = windows.own(plain, "manager", PASSWORD).load("").appKeys();
        manager.id("app-keys-enable").waitFor();

        Console onlooker = windows.own(plain, "onlooker", PASSWORD).load("/app-keys");
        assertThat(onlooker.page().locator("main")).containsText("You lack the role for this.");
        assertThat(onlooker.settled().id("nav-item-app-keys")).hasCount(0);
        assertThat(onlooker.id("app-keys-enable")).hasCount(0);
    }

    @Test
    void aKeyManagerWithNoOtherRoleCreatesAndLinks(Windows windows) {
        realm.administrator("keymanager", PASSWORD, "manage-app-keys");
        Console console = windows.own(realm, "keymanager", PASSWORD).load("/app-keys");
        List<String> refused = console.refusals();

        Console.Revealed made = console.create("Made by a key manager");
        console.closeReveal();

        expect(400, realm.exchange(made.appKey(), made.appToken()));
        console.id("link-roles-now").click();
        console.pick("orders-api:orders:read", "catalog-viewer");
        expect(200, realm.exchange(made.appKey(), made.appToken()));
        assertThat(refused).isEmpty();
    }

    private static void look(Console console, Set<String> seen) {
        console.settled();
        BUTTONS.stream().filter(button -> console.page().locator("[data-testid=%1$s], [data-testid^=%1$s-]"
                .formatted(button)).count() > 0).forEach(seen::add);
    }
}
