package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.Secrets;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** Handing an appToken over by a link, so that the administrator never sees it. */
@BrowserTest
class ClaimLinkIT {

    @Test
    void aNewPairIsClaimedByItsIntegrator(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        realm.settings("{\"requireRole\":false}");
        Console console = windows.admin(realm).load("/app-keys/new");
        console.field("app-key-label").fill("Partner");
        console.field("app-key-own").fill("partner");
        console.field("app-key-delivery").selectOption("LINK");
        console.id("app-key-save").click();
        String url = console.text("claim-url");
        console.id("claim-close").click();
        console.id("link-roles-prompt").waitFor();
        assertThat(SecrecyIT.search(console.settled().page(), url)).isEmpty();

        console.load("/app-keys/key/partner/tokens");
        assertThat(console.id("claim-PENDING")).isVisible();
        String appToken = claim(windows.admin(realm).page(), url);
        expect(200, realm.exchange("partner", appToken));

        console.load("/app-keys/key/partner/tokens");
        assertThat(console.id("claim-CLAIMED")).containsText("127.0.0.1");
        assertThat(console.page().content()).doesNotContain(appToken);
    }

    @Test
    void aLinkForARenewalIsWithdrawnAndMadeAnew(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair old = realm.linkedPair();
        Console console = windows.admin(realm).load("/app-keys/key/" + old.appKey() + "/tokens");
        console.id("renew").click();
        console.field("app-key-delivery").selectOption("LINK");
        console.id("renew-start").click();
        String first = console.text("claim-url");
        console.id("claim-close").click();
        assertThat(console.id("renew")).hasCount(0);

        console.id("claim-withdraw").click();
        console.confirm();
        console.id("claim-WITHDRAWN").waitFor();
        expect(200, old.exchange());
        console.id("claim-new").click();
        console.id("confirm-ok").click();
        String second = console.text("claim-url");
        assertThat(second).isNotEqualTo(first);
        console.id("claim-close").click();

        Page page = windows.admin(realm).page();
        page.navigate(first);
        assertThat(page.locator("#app-keys-claim-reveal")).hasCount(0);
        String appToken = claim(page, second);
        expect(200, realm.exchange(old.appKey(), appToken));
        expect(200, old.exchange());
    }

    /** Opens the page, presses its button, and reads what it shows. */
    private static String claim(Page page, String url) {
        page.navigate(url);
        page.locator("#app-keys-claim-reveal").click();
        String appToken = page.locator("#app-keys-claim-token").innerText().strip();
        Secrets.remember(appToken);
        return appToken;
    }
}
