package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Download;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** Pairs as files: the inventory, and moving them to another realm. */
@BrowserTest
class FilesIT {

    @Test
    void theInventoryHoldsWhatTheListShowsAndNoSecret(KeycloakServer server, Windows windows) throws Exception {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.createPair("Warehouse of Porto");
        TestPair other = realm.createPair("Shop window");
        Console console = windows.admin(realm).load("/app-keys");
        console.field("app-keys-search").fill("porto");
        assertThat(console.id("app-key-link-" + other.appKey())).hasCount(0);
        assertThat(console.id("app-key-link-" + pair.appKey())).isVisible();

        String csv = Files.readString(export(console, "export-csv"), StandardCharsets.UTF_8);

        assertThat(csv).contains(pair.appKey(), "Warehouse of Porto").doesNotContain("Shop window", "apptoken_");
    }

    @Test
    void pairsAreMovedToAnotherRealmAllOrNone(KeycloakServer server, Windows windows) {
        TestRealm from = TestRealm.enabled(server);
        TestRealm to = TestRealm.enabled(server);
        TestPair pair = from.linkedPair();
        Path file = export(windows.admin(from).load("/app-keys"), "export-json");
        expect(401, to.exchange(pair.appKey(), pair.appToken()));

        Console console = windows.admin(to).load("/app-keys");
        console.id("app-keys-import-link").click();
        importFile(console, file);
        console.id("import-start").click();
        console.confirm();

        assertThat(console.at("/app-keys").id("app-key-link-" + pair.appKey())).isVisible();
        expect(200, to.exchange(pair.appKey(), pair.appToken()));
        console.load("/app-keys/import");
        importFile(console, file);
        assertThat(console.id("import-row-1")).containsText(pair.appKey());
        assertThat(console.id("import-start")).hasCount(0);
    }

    private static Path export(Console console, String format) {
        Download download = console.page().waitForDownload(() -> {
            console.id("app-keys-export").click();
            console.id(format).click();
        });
        return download.path();
    }

    private static void importFile(Console console, Path file) {
        console.page().locator("input[type=file]").setInputFiles(file);
        console.id("import-check").click();
        console.id("import-report").waitFor();
    }
}
