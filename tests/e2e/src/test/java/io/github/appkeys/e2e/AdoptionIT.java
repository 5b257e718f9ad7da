package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;

import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** Making an existing client an API client. */
@BrowserTest
class AdoptionIT {

    private static final String SECRET = "stock-secret-of-the-client";

    @Test
    void aClientIsAdoptedAndItsSecretWorksOnForAWhile(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        realm.settings("{\"requireRole\":false}");
        realm.createClient(Map.of("clientId", "old-erp", "secret", SECRET, "publicClient", false,
                "serviceAccountsEnabled", true));
        Console console = windows.admin(realm).load("/app-keys/new");
        console.id("app-keys-adopt").click();

        console.field("adopt-client").fill("no-such-client");
        console.id("adopt-save").click();
        assertThat(console.page().locator("#app")).containsText("names no client");
        console.field("adopt-client").fill("old-erp");
        console.id("adopt-save").click();

        Console.Revealed pair = console.reveal();
        expect(200, realm.exchange("old-erp", pair.appToken()));
        expect(200, bySecret(realm));
        console.closeReveal().at("/app-keys/key/old-erp/tokens").id("renewal-finish").click();
        console.confirm();
        expect(401, bySecret(realm));
        expect(200, realm.exchange("old-erp", pair.appToken()));
    }

    private static Http.Response bySecret(TestRealm realm) {
        return realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", "old-erp",
                "client_secret", SECRET)).send();
    }
}
