package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** What the settings tell before app keys are disabled, and after another tool changed the realm. */
@BrowserTest
class DisablingIT {

    @Test
    void whatEndsToHoldIsToldBefore(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        realm.createPair("one");
        Console console = windows.admin(realm).load("/app-keys/settings");
        console.field("settings-enabled").uncheck(new Locator.UncheckOptions().setForce(true));
        console.id("settings-save").click();

        assertThat(console.id("settings-warnings")).containsText("Pairs that are refused: 1");
        assertThat(console.id("settings-warnings")).containsText("not guarded any more");
        console.id("confirm-cancel").click();
        assertThat(policies(realm)).contains("app-keys");

        console.id("settings-save").click();
        console.field("settings-keep-policy").check();
        console.confirm();
        console.settled();
        assertThat(policies(realm)).contains("app-keys");
        assertThat(enabled(realm)).isFalse();
        assertThat(console.crashes()).isEmpty();
    }

    @Test
    void whatAnotherToolTookAwayIsPutRight(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        expect(204, realm.admin.put(realm.path("/client-policies/policies"), Map.of("policies", List.of())));
        Console console = windows.admin(realm).load("/app-keys/settings");
        assertThat(console.id("settings-problems")).containsText("The client policy app-keys is not in force");

        console.id("settings-repair").click();

        assertThat(console.id("settings-problems")).hasCount(0);
        assertThat(policies(realm)).contains("app-keys");
        assertThat(console.crashes()).isEmpty();
    }

    private static String policies(TestRealm realm) {
        return expect(200, realm.admin.get(realm.path("/client-policies/policies"))).body();
    }

    private static boolean enabled(TestRealm realm) {
        return expect(200, realm.admin.get(realm.path("/app-keys/settings"))).json().path("enabled").asBoolean();
    }
}
