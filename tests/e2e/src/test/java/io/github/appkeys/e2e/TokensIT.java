package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** Replacing and revoking appTokens on the page of a pair. */
@BrowserTest
class TokensIT {

    @Test
    void aRenewalIsStartedUndoneAndFinished(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair old = realm.linkedPair();
        Console console = windows.admin(realm).load("/app-keys/key/" + old.appKey() + "/tokens");

        Console.Revealed undone = renew(console, "7");
        expect(200, old.exchange());
        expect(200, realm.exchange(old.appKey(), undone.appToken()));
        console.id("renewal-undo").click();
        console.confirm();
        assertThat(console.id("renewal-running")).hasCount(0);
        expect(401, realm.exchange(old.appKey(), undone.appToken()));
        expect(200, old.exchange());

        Console.Revealed renewed = renew(console, "manual");
        console.id("renewal-finish").click();
        console.confirm();
        assertThat(console.id("renewal-running")).hasCount(0);
        expect(401, old.exchange());
        expect(200, realm.exchange(old.appKey(), renewed.appToken()));
    }

    @Test
    void oneOfTwoTokensIsRevoked(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair old = realm.linkedPair();
        TestPair renewed = old.renewed("{}");
        Console console = windows.admin(realm).load("/app-keys/key/" + old.appKey() + "/tokens");

        console.id("token-revoke-" + hint(old)).click();
        console.confirm();

        assertThat(console.id("token-row-" + hint(old))).hasCount(0);
        assertThat(console.id("token-row-" + hint(renewed))).isVisible();
        expect(401, old.exchange());
        expect(200, renewed.exchange());
    }

    @Test
    void theNewTokenIsGoneAfterItsReveal(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair old = realm.linkedPair();
        Console console = windows.admin(realm).load("/app-keys/key/" + old.appKey() + "/tokens");

        String token = renew(console, "realm").appToken();

        assertThat(SecrecyIT.search(console.settled().page(), token)).isEmpty();
    }

    @Test
    void whoMayOnlyViewSeesNoButtonThatWouldFail(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        pair.renewed("{}");
        AdminApi viewer = realm.administrator("viewer", "a password", "view-app-keys");
        expect(200, viewer.get(pair.path("")));
        Console console = windows.own(realm, "viewer", "a password").load("/app-keys/key/" + pair.appKey() + "/tokens");

        assertThat(console.id("renewal-running")).isVisible();
        for (String button : new String[] {"renew", "renewal-finish", "renewal-undo", "token-revoke-" + hint(pair)}) {
            assertThat(console.id(button)).hasCount(0);
        }
    }

    private static Console.Revealed renew(Console console, String overlap) {
        console.id("renew").click();
        console.field("renew-overlap").selectOption(overlap);
        console.id("renew-start").click();
        Console.Revealed revealed = console.reveal();
        console.closeReveal().id("renewal-running").waitFor();
        return revealed;
    }

    private static String hint(TestPair pair) {
        return pair.appToken().substring(pair.appToken().length() - 4);
    }
}
