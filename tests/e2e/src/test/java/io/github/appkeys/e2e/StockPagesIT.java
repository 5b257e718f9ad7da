package io.github.appkeys.e2e;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** Whoever does not open our section sees Keycloak's own console, to the last pixel but the nav item. */
@BrowserTest
class StockPagesIT {

    /** Without our nav item, so that what is below it stands where it stood. */
    private static final String NO_NAV_ITEM = "li:has(> [data-testid=nav-item-app-keys]) { display: none; }";

    /** In a narrower window, the console's tabs get arrows a moment after they are there, or a moment later. */
    private static final int WIDTH = 2400;
    private static final int HEIGHT = 900;
    private static final int LOOKS = 3;
    private static final String HEADING = "main h1, main [data-testid=view-header]";
    /** The headings of the page that is left: on a busy machine they stay for a while. */
    private static final String MARKED = "main [data-left]";
    private static final String MARK = "document.querySelectorAll('" + HEADING
            + "').forEach(heading => heading.setAttribute('data-left', ''))";

    @Test
    void stockPagesAreTheSameWithAndWithoutUs(KeycloakServer server, Windows windows) throws IOException {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        pair.exchange();
        realm.createUser("somebody", "a password");
        expect(201, realm.admin.post(realm.path("/groups"), Map.of("name", "Partners")));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("realm settings", "/realm-settings/general");
        pages.put("clients", "/clients");
        pages.put("client", "/clients/" + realm.clientUuid("orders-api") + "/settings");
        pages.put("client scopes", "/client-scopes");
        pages.put("realm roles", "/roles");
        pages.put("users", "/users");
        pages.put("groups", "/groups");
        pages.put("events", "/events/user-events");

        for (int look = 1; look <= LOOKS && !pages.isEmpty(); look++) {
            pages.keySet().retainAll(different(realm, windows, pages));
        }

        assertThat(pages.keySet()).as("different each time").isEmpty();
    }

    /** The pages that are not the same with and without us, or of which the browser painted a pixel late. */
    private static Set<String> different(TestRealm realm, Windows windows, Map<String, String> pages)
            throws IOException {
        Map<String, byte[]> ours = shoot(windows.admin(realm), pages, true);
        Map<String, byte[]> stock;
        expect(204, realm.admin.put("/master", Map.of("adminTheme", "keycloak.v2")));
        try {
            stock = shoot(windows.admin(realm), pages, false);
        } finally {
            expect(204, realm.admin.put("/master", Map.of("adminTheme", "")));
        }
        assertThat(stock).hasSize(2 * pages.size());
        Set<String> different = new HashSet<>();
        for (Map.Entry<String, byte[]> shot : stock.entrySet()) {
            if (!Arrays.equals(shot.getValue(), ours.get(shot.getKey()))) {
                different.add(shot.getKey().split(", ")[0]);
                Path folder = Files.createDirectories(BrowserExtension.target().resolve("failures"));
                Files.write(folder.resolve(shot.getKey() + ", stock.png"), shot.getValue());
                Files.write(folder.resolve(shot.getKey() + ", ours.png"), ours.get(shot.getKey()));
            }
        }
        return different;
    }

    /** Pictures of the pages, light and dark. Ours was opened before, so all that we load is there. */
    private static Map<String, byte[]> shoot(Console console, Map<String, String> pages, boolean ours) {
        Page page = console.page();
        page.setViewportSize(WIDTH, HEIGHT);
        console.load("/clients").settled();
        assertThat(console.id("nav-item-app-keys").count()).isEqualTo(ours ? 1 : 0);
        if (ours) {
            console.appKeys().id("app-keys-list").waitFor();
            console.settled();
        }
        page.addStyleTag(new Page.AddStyleTagOptions().setContent(NO_NAV_ITEM));
        Map<String, byte[]> shots = new LinkedHashMap<>();
        pages.forEach((name, path) -> {
            String before = page.url();
            page.evaluate(MARK);
            console.go(path);
            page.waitForCondition(() -> page.locator(HEADING).count() > 0
                    && (page.url().equals(before) || page.locator(MARKED).count() == 0));
            page.mouse().move(640, 5);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                shots.put(name + ", " + scheme, still(console));
            }
        });
        return shots;
    }

    /** A picture that is the same as the one before it. */
    private static byte[] still(Console console) {
        Page.ScreenshotOptions options = new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE);
        byte[][] last = {console.settled().page().screenshot(options)};
        console.page().waitForCondition(() -> {
            byte[] before = last[0];
            last[0] = console.page().screenshot(options);
            return Arrays.equals(before, last[0]);
        });
        return last[0];
    }
}
