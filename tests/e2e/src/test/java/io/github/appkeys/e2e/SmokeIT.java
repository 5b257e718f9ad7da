package io.github.appkeys.e2e;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What has to work in every console that we say we support. */
@Tag("smoke")
@BrowserTest
class SmokeIT {

    @Test
    void thisConsoleTakesTheSectionIn(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair there = realm.linkedPair();
        Console console = windows.admin(realm).load("/clients").appKeys();
        console.id("app-key-link-" + there.appKey()).waitFor();

        Console.Revealed pair = console.create("Smoke");
        console.closeReveal().id("link-roles-now").click();
        console.pick("orders-api:orders:read", "catalog-viewer");
        expect(200, realm.exchange(pair.appKey(), pair.appToken()));

        console.load("/app-keys/key/" + pair.appKey() + "/roles").id("linked-role-catalog-viewer").waitFor();
        console.id("app-key-client-link").or(console.page().locator("#nav-item-clients")).first().click();
        console.settled();
        assertThat(console.log()).filteredOn(line -> line.startsWith("warning: App keys")).isEmpty();
        assertThat(console.crashes()).isEmpty();
    }
}
