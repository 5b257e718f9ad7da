package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.microsoft.playwright.Page;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** A console whose insides are not as we know them goes on as if we were not there. */
@BrowserTest
class BrokenConsoleIT {

    /** React's own marks on its elements are there for React alone. */
    private static final String HIDE_REACT = """
            for (const [owner, name] of [[Object, 'keys'], [Object, 'getOwnPropertyNames'], [Reflect, 'ownKeys']]) {
              const all = owner[name];
              owner[name] = object => all(object).filter(key => !String(key).startsWith('__react'));
            }
            const entries = Object.entries;
            Object.entries = object => entries(object).filter(([key]) => !key.startsWith('__react'));
            """;

    @Test
    void nothingIsAddedAndOneWarningIsLogged(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        Console console = windows.admin(realm);
        Page page = console.page();
        console.load("/clients").id("nav-item-app-keys").waitFor();
        page.addInitScript(HIDE_REACT);
        page.clock().install();

        console.load("/clients").settled();
        int before = console.log().size();
        // as long as we look for what we know
        for (int minutes = 0; minutes < 4; minutes++) {
            page.clock().runFor(60_000);
        }
        page.waitForCondition(() -> !warnings(console, before).isEmpty());

        assertThat(console.id("nav-item-app-keys")).hasCount(0);
        page.locator("#nav-item-users").click();
        console.at("/users");
        page.locator("#nav-item-clients").click();
        assertThat(page.locator("main")).containsText("orders-api");
        page.clock().runFor(60_000);
        assertThat(warnings(console, before)).hasSize(1);
        assertThat(console.crashes()).isEmpty();
    }

    private static List<String> warnings(Console console, int before) {
        return console.log().stream().skip(before).filter(line -> line.startsWith("warning:"))
                .filter(line -> line.toLowerCase().contains("app keys")).toList();
    }
}
