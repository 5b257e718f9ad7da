package io.github.appkeys.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.appkeys.harness.KeycloakServer;
import org.junit.jupiter.api.Test;

/** Our pages for those who use a screen reader, a keyboard, dark mode or a narrow screen. */
@BrowserTest
class AccessibilityIT {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** Ours and what our dialogs lie in, not the console's frame around it. */
    private static final List<String> OURS = List.of("main", ".pf-v5-c-backdrop", "[data-testid=nav-item-app-keys]");

    @Test
    void axeFindsNothingGraveInTheLightAndInTheDark(KeycloakServer server, Windows windows) {
        Tour tour = Tour.of(server);
        Console console = windows.admin(tour.realm());
        Page page = console.page();
        List<String> found = new ArrayList<>();

        tour.walk(console, stop -> {
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.waitForFunction("dark => dark === document.documentElement.classList.contains('pf-v5-theme-dark')",
                        scheme == ColorScheme.DARK);
                found.addAll(grave(page, stop + ", " + scheme));
            }
        });

        assertThat(found).isEmpty();
        assertThat(console.crashes()).isEmpty();
    }

    @Test
    void onANarrowScreenNothingHasToBePushedSideways(KeycloakServer server, Windows windows) {
        Tour tour = Tour.of(server);
        Console console = windows.admin(tour.realm(), window -> window.setViewportSize(400, 800));
        List<String> found = new ArrayList<>();

        tour.walk(console, stop -> found.addAll(sideways(console.page(), stop)));

        assertThat(found).isEmpty();
    }

    @Test
    void theMainLineNeedsNoMouse(KeycloakServer server, Windows windows) {
        Tour tour = Tour.of(server);
        tour.realm().settings("{\"enabled\":true}");
        Console console = windows.admin(tour.realm()).load("/app-keys");
        Page page = console.page();

        press(console, "app-keys-create", "Enter");
        reach(console, "app-key-label");
        page.keyboard().type("By keyboard");
        press(console, "app-key-save", "Enter");
        console.reveal();
        press(console, "reveal-saved", "Space");
        press(console, "reveal-close", "Enter");
        press(console, "link-roles-now", "Enter");
        console.id("role-picker").waitFor();
        page.keyboard().press("Escape");
        page.waitForCondition(() -> console.id("role-picker").count() == 0);
    }

    /** Goes to something with the tabulator key. */
    private static void reach(Console console, String testId) {
        console.id(testId).waitFor();
        for (int i = 0; i < 80; i++) {
            if ((boolean) console.page().evaluate("id => !!document.activeElement"
                    + "?.closest(`[data-testid=\"${id}\"]`)", testId)) {
                return;
            }
            console.page().keyboard().press("Tab");
        }
        throw new AssertionError("Not reached with the tabulator key: " + testId);
    }

    private static void press(Console console, String testId, String key) {
        reach(console, testId);
        console.page().keyboard().press(key);
    }

    private static List<String> grave(Page page, String stop) {
        AxeBuilder axe = new AxeBuilder(page);
        OURS.stream().filter(selector -> page.locator(selector).count() > 0).forEach(axe::include);
        return axe.analyze().getViolations().stream().filter(rule -> GRAVE.contains(rule.getImpact()))
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> stop + ": " + rule.getId() + " at " + node.getHtml()))
                .toList();
    }

    /** What sticks out to the right and is not in something of its own that scrolls. */
    @SuppressWarnings("unchecked")
    private static List<String> sideways(Page page, String stop) {
        List<String> out = (List<String>) page.evaluate("""
                () => {
                  const scrolls = e => e && (/(auto|scroll)/.test(getComputedStyle(e).overflowX) && e.matches(
                      ':not(main, main *:has([data-testid]))') || scrolls(e.parentElement));
                  const found = [];
                  for (const e of document.querySelectorAll('main [data-testid], .pf-v5-c-backdrop [data-testid]')) {
                    const box = e.getBoundingClientRect();
                    if (box.width > 0 && box.right > innerWidth + 1 && !scrolls(e.parentElement)) {
                      found.push(e.dataset.testid + ' ends at ' + Math.round(box.right));
                    }
                  }
                  const main = document.querySelector('main');
                  if (main.scrollWidth > main.clientWidth + 1) {
                    found.push('main is ' + main.scrollWidth + ' wide');
                  }
                  return found;
                }""");
        return out.stream().map(where -> stop + ": " + where).toList();
    }
}
