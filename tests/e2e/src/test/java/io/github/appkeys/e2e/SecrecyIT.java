package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** The appToken is shown once: when the reveal is closed, the browser has it no more. */
@BrowserTest
class SecrecyIT {

    /** Keeps the address of whatever is offered as a download, to see whether it is still there later. */
    private static final String WATCH_DOWNLOADS = """
            window.offered = [];
            const offer = URL.createObjectURL;
            URL.createObjectURL = blob => { const url = offer.call(URL, blob); window.offered.push(url); return url; };
            """;

    /** Every place in the browser where a page can keep something; what of it has the text. */
    private static final String SEARCH = """
            async secret => {
              const found = [];
              const look = (where, text) => { if (String(text ?? '').includes(secret)) found.push(where); };
              const seen = new Set();
              const values = (where, value, depth) => {
                if (typeof value === 'string') {
                  look(where, value);
                } else if (value && typeof value === 'object' && depth < 12 && !seen.has(value)
                    && !(value instanceof Node) && value !== window) {
                  seen.add(value);
                  for (const key of Object.keys(value).filter(name => !['_owner', 'alternate'].includes(name))) {
                    let inner;
                    try { inner = value[key]; } catch { continue; }
                    values(where, inner, depth + 1);
                  }
                }
              };
              look('DOM', document.documentElement.outerHTML);
              for (const field of document.querySelectorAll('input, textarea, select')) {
                look('field ' + field.name, field.value);
              }
              look('address', location.href);
              look('title', document.title);
              look('window.name', window.name);
              look('history', JSON.stringify(history.state));
              look('cookies', document.cookie);
              for (const storage of [localStorage, sessionStorage]) {
                look('storage', JSON.stringify(Object.entries(storage)));
              }
              look('performance', JSON.stringify(performance.getEntries()));
              for (const base of await indexedDB.databases()) {
                found.push('database ' + base.name);
              }
              for (const name of await caches.keys()) {
                found.push('cache ' + name);
              }
              for (const url of window.offered ?? []) {
                try { look('download', await (await fetch(url)).text()); } catch { /* withdrawn, as it should be */ }
              }
              const app = document.getElementById('app');
              const key = Object.keys(app).find(name => name.startsWith('__reactContainer$'));
              const fibers = [app[key].stateNode.current];
              let count = 0;
              for (let fiber = fibers.pop(); fiber; fiber = fibers.pop()) {
                count++;
                values('props of React', fiber.memoizedProps, 0);
                for (let hook = fiber.memoizedState; hook && typeof hook === 'object'; hook = hook.next) {
                  values('state of React', hook.memoizedState, 0);
                }
                if (fiber.sibling) fibers.push(fiber.sibling);
                if (fiber.child) fibers.push(fiber.child);
              }
              if (count < 100) found.push('only ' + count + ' parts of React were searched');
              return found;
            }""";

    @Test
    void theAppTokenIsGoneOnceTheRevealIsClosed(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        Console console = windows.admin(realm);
        Page page = console.page();
        page.addInitScript(WATCH_DOWNLOADS);
        console.load("/app-keys");
        Console.Revealed pair = console.create("Secret");
        page.waitForDownload(() -> console.id("reveal-download").click());
        console.id("reveal-copy-app-token").click();
        assertThat(search(page, pair.appToken())).as("the search finds what is there").contains("state of React");
        // those that the page gave up have no body, and Playwright would wait for it
        List<Request> later = new ArrayList<>();
        page.onRequestFinished(later::add);

        console.closeReveal().settled();
        assertGone(page, pair, "closed");

        console.id("link-roles-now").click();
        console.pick("orders-api:orders:read").settled();
        assertGone(page, pair, "a role linked");

        for (int steps = 1; steps <= 4 && page.url().contains("/app-keys"); steps++) {
            page.goBack();
            console.settled();
            assertThat(console.id("reveal")).hasCount(0);
            assertGone(page, pair, "back " + steps);
        }
        console.load("/app-keys/key/" + pair.appKey()).id("app-key-detail").waitFor();
        page.reload();
        console.id("app-key-detail").waitFor();
        for (String tab : List.of("tab-tokens", "tab-events", "tab-settings")) {
            console.id(tab).click();
            console.settled();
        }
        assertGone(page, pair, "reloaded");

        List<String> bodies = later.stream().map(request -> body(request.response()))
                .filter(body -> !body.isEmpty()).toList();
        assertThat(bodies).hasSizeGreaterThan(10);
        assertThat(bodies).filteredOn(body -> body.contains(pair.appToken())).isEmpty();
    }

    @Test
    void theAppTokenIsGoneWhenTheRevealIsLeftInAnotherWay(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        Console console = windows.admin(realm).load("/app-keys");
        Console.Revealed pair = console.create("Left");
        List<String> asked = new ArrayList<>();
        console.page().onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });

        console.page().reload();
        console.signIn();
        console.settled();

        assertThat(console.id("reveal")).hasCount(0);
        assertThat(asked).containsExactly("beforeunload");
        assertGone(console.page(), pair, "reloaded while it was shown");
    }

    @Test
    void leavingTheRevealWithoutSavingIsAskedAbout(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        Console console = windows.admin(realm).load("/app-keys");
        Console.Revealed pair = console.create("Left");

        console.page().locator("#nav-item-users").click();
        console.id("confirm-cancel").click();
        assertThat(console.text("reveal-app-token")).isEqualTo(pair.appToken());
        console.page().goBack();
        console.confirm();
        console.at("/app-keys").id("app-key-link-" + pair.appKey()).waitFor();
        console.settled();
        assertGone(console.page(), pair, "left");

        console.page().goForward();
        console.settled();
        assertThat(console.id("reveal")).hasCount(0);
        assertGone(console.page(), pair, "forward");
    }

    private static void assertGone(Page page, Console.Revealed pair, String when) {
        assertThat(search(page, pair.appToken())).as(when).isEmpty();
    }

    @SuppressWarnings("unchecked")
    static List<String> search(Page page, String secret) {
        return (List<String>) page.evaluate(SEARCH, secret);
    }

    /** ErrorResponses to a page that is gone have no body any more. */
    private static String body(Response response) {
        try {
            return response == null ? "" : response.text();
        } catch (PlaywrightException e) {
            return "";
        }
    }
}
