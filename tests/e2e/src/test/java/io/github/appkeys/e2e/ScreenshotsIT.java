package io.github.appkeys.e2e;

import static io.github.appkeys.harness.TestRealm.expect;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import com.microsoft.playwright.Page;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** The pictures of README, in the folder {@code screenshots} of the build's output. */
@BrowserTest
class ScreenshotsIT {

    private static final String PASSWORD = "a password";

    @Test
    void listRevealRolesAndRenewal(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.named(server, "shop");
        realm.settings("{\"enabled\":true}");
        realm.createPair("New partner, roles to come");
        TestPair disabled = realm.createPair("Price comparison (ended)");
        disabled.link("orders:read");
        disabled.update("{\"enabled\":false}");
        realm.createPair(Map.of("label", "Black Friday campaign",
                "expiresAt", Instant.now().plus(30, ChronoUnit.DAYS).toString())).link("orders:read");
        TestPair erp = realm.createPair(Map.of("label", "ERP, orders"));
        erp.link("orders:read", "orders:write");
        erp.exchange();
        administrator(realm);
        Console console = windows.open(realm, realm.name, "ana", PASSWORD, window -> window.setViewportSize(1440, 900))
                .load("/app-keys");
        console.id("app-key-link-" + erp.appKey()).waitFor();
        shoot(console, "list");

        console.create("Marketplace");
        shoot(console, "reveal");

        console.closeReveal().pair(erp.appKey(), "/roles").id("linked-role-orders-api:orders:write").waitFor();
        shoot(console, "roles");

        erp.renewed("{\"overlapSeconds\":604800}");
        console.load("/app-keys/key/" + erp.appKey() + "/tokens").id("renewal-running").waitFor();
        shoot(console, "renewal");
    }

    /** One of the realm's own, whom the console does not warn of being temporary. */
    private static void administrator(TestRealm realm) {
        realm.administrator("ana", PASSWORD, "realm-admin");
        String id = realm.admin.get(realm.path("/users?username=ana")).json().path(0).path("id").asText();
        expect(204, realm.admin.put(realm.path("/users/" + id),
                Map.of("firstName", "Ana", "lastName", "Reis", "email", "ana@example.org")));
    }

    private static void shoot(Console console, String name) {
        Path file = BrowserExtension.target().resolve("screenshots").resolve(name + ".png");
        console.settled().page().screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
