package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** Why a pair does not work, and what to do about it, in the console. */
@BrowserTest
class DiagnosisIT {

    private static final String PASSWORD = "a password";

    @Test
    void aDisabledPairIsDiagnosedAndMendedOnTheSpot(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        pair.update("{\"enabled\":false}");
        Console console = windows.admin(realm).load("/app-keys");

        console.id("app-key-actions-" + pair.appKey()).click();
        console.id("diagnose-" + pair.appKey()).click();
        console.at("/app-keys/key/" + pair.appKey() + "/diagnosis");
        assertThat(finding(console, "DISABLED", "ERROR")).containsText("This pair is disabled");
        assertThat(finding(console, "DISABLED", "ERROR")).containsText("A key manager enables it");
        assertThat(console.id("diagnosis-REFUSED")).isVisible();
        assertThat(console.page().locator("[data-severity=ERROR]")).hasCount(1);
        console.id("finding-mend-DISABLED").click();
        console.confirm();

        assertThat(finding(console, "DISABLED", "OK")).isVisible();
        assertThat(finding(console, "DISABLED", "ERROR")).hasCount(0);
        assertThat(console.id("finding-mend-DISABLED")).hasCount(0);
        assertThat(console.id("diagnosis-ACCEPTED")).isVisible();
        assertThat(console.id("app-key-status-" + pair.appKey())).hasAttribute("data-status", "ACTIVE");
        expect(200, pair.exchange());
    }

    @Test
    void aPairWithoutRolesLeadsToThePicker(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.createPair("bare");
        Console console = windows.admin(realm).load("/app-keys/key/" + pair.appKey());

        console.id("app-key-diagnose").click();
        console.id("finding-mend-NO_ROLE").click();
        console.id("role-picker").waitFor();
        console.pick("orders-api:orders:read");
        console.id("app-key-diagnose").click();

        assertThat(finding(console, "NO_ROLE", "OK")).containsText("orders-api:orders:read");
        assertThat(console.id("diagnosis-ACCEPTED")).isVisible();
    }

    @Test
    void aQuestionIsAnsweredAndStaysInTheAddress(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        pair.update("{\"allowedNetworks\":[\"192.0.2.0/24\"]}");
        Console console = windows.admin(realm).load("/app-keys/key/" + pair.appKey() + "/diagnosis");
        assertThat(console.id("diagnosis-ACCEPTED")).isVisible();

        console.field("diagnosis-roles").fill("orders-api:orders:read\norders-api:orders:write");
        console.field("diagnosis-address").fill("198.51.100.7");
        console.field("diagnosis-show-token").check();
        console.id("diagnosis-run").click();
        assertThat(finding(console, "ROLE_MISSING", "OK")).containsText("orders:read");
        assertThat(finding(console, "ROLE_MISSING", "ERROR")).containsText("orders:write");
        assertThat(finding(console, "ADDRESS_NOT_ALLOWED", "ERROR")).containsText("198.51.100.7");
        assertThat(console.id("diagnosis-token")).containsText("orders:read");

        console.id("finding-mend-ADDRESS_NOT_ALLOWED").click();
        console.field("app-key-networks").fill("198.51.100.0/24");
        console.id("app-key-detail-save").click();
        console.settled().page().goBack();
        assertThat(finding(console, "ADDRESS_NOT_ALLOWED", "OK")).isVisible();
        assertThat(finding(console, "ROLE_MISSING", "ERROR")).isVisible();
        assertThat(console.field("diagnosis-address")).hasValue("198.51.100.7");

        console.field("diagnosis-address").fill("nowhere");
        console.id("diagnosis-run").click();
        assertThat(console.page().locator("#diagnosis-address-help")).containsText("not an IPv4 or IPv6 address");
    }

    @Test
    void whiteSpaceAroundAPastedPairIsNamedAndNothingIsKept(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        Console console = windows.admin(realm).load("/app-keys");
        Page page = console.page();
        List<String> addresses = new CopyOnWriteArrayList<>();
        page.onRequest(request -> addresses.add(request.url()));

        console.id("test-pair-link").click();
        console.at("/app-keys/test");
        console.field("test-app-key").fill(pair.appKey() + " ");
        paste(console.field("test-app-token"), pair.appToken() + "\n");
        assertThat(console.field("test-app-token")).hasAttribute("type", "password");
        Request sent = page.waitForRequest(request -> request.url().endsWith("/app-keys/diagnosis"),
                () -> console.id("test-run").click());

        assertThat(sent.postData()).contains(pair.appToken() + "\\n");
        assertThat(finding(console, "WHITESPACE", "ERROR")).hasCount(2);
        assertThat(finding(console, "WHITESPACE", "ERROR").first()).containsText("U+0020");
        assertThat(finding(console, "WHITESPACE", "ERROR").last()).containsText("U+000A");
        assertThat(page.locator("[data-severity=ERROR]")).hasCount(2);
        assertThat(console.id("test-pair-meant")).hasText("linked");
        assertThat(page.locator("main").innerText()).doesNotContain(pair.appToken());
        assertThat(SecrecyIT.search(page, pair.appToken())).as("the search finds what is there").isNotEmpty();

        console.id("nav-item-app-keys").click();
        console.id("app-key-link-" + pair.appKey()).waitFor();
        assertThat(SecrecyIT.search(console.settled().page(), pair.appToken())).as("left").isEmpty();
        page.goBack();
        assertThat(console.field("test-app-token")).hasValue("");
        assertThat(SecrecyIT.search(console.settled().page(), pair.appToken())).as("back").isEmpty();
        assertThat(addresses).isNotEmpty().noneMatch(address -> address.contains(pair.appToken()));
    }

    @Test
    void aTestedPairIsMendedAndTestedAgain(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        pair.update("{\"enabled\":false}");
        Console console = windows.admin(realm).load("/app-keys/test");

        console.id("test-run").click();
        assertThat(console.page().locator("main")).containsText("Paste the appKey, the appToken or both.");
        console.field("test-app-token").fill(pair.appToken());
        console.id("test-app-token-toggle").click();
        assertThat(console.field("test-app-token")).hasAttribute("type", "text");
        console.id("test-run").click();
        console.id("finding-mend-DISABLED").click();
        console.confirm();

        assertThat(finding(console, "DISABLED", "OK")).isVisible();
        assertThat(console.id("diagnosis-ACCEPTED")).isVisible();
        expect(200, pair.exchange());
    }

    @Test
    void aViewerSeesFindingsButNoButtonToMend(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.createPair("bare");
        pair.update("{\"enabled\":false}");
        realm.administrator("viewer", PASSWORD, "view-app-keys");
        Console console = windows.own(realm, "viewer", PASSWORD).load("/app-keys");

        assertThat(console.id("test-pair-link")).isVisible();
        console.id("app-key-actions-" + pair.appKey()).click();
        assertThat(console.page().locator("[role=menuitem]")).hasCount(1);
        console.id("diagnose-" + pair.appKey()).click();
        assertSeenOnly(console);

        console.load("/app-keys/test").field("test-app-key").fill(pair.appKey());
        console.id("test-run").click();
        assertSeenOnly(console);
        assertThat(console.crashes()).isEmpty();
    }

    @Test
    void theFindingsAreInTheLanguageOfTheConsole(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        pair.update("{\"enabled\":false}");
        expect(204, realm.admin.put(realm.path(""), LanguagesIT.LANGUAGES));
        realm.administrator("leitora", PASSWORD, "view-app-keys");
        LanguagesIT.speak(realm.admin, realm.name, "leitora", "pt-BR");

        Console console = windows.own(realm, "leitora", PASSWORD).load("/app-keys/key/" + pair.appKey() + "/diagnosis");

        assertThat(finding(console, "DISABLED", "ERROR")).containsText("Este par está desativado");
    }

    private static void assertSeenOnly(Console console) {
        assertThat(finding(console, "DISABLED", "ERROR")).isVisible();
        assertThat(finding(console, "NO_ROLE", "ERROR")).isVisible();
        assertThat(console.settled().page().locator("[data-testid^=finding-mend-]")).hasCount(0);
    }

    private static Locator finding(Console console, String code, String severity) {
        return console.page().locator("[data-testid=finding-%s][data-severity=%s]".formatted(code, severity));
    }

    /** As a person does, by the clipboard. */
    private static void paste(Locator field, String text) {
        field.page().evaluate("text => navigator.clipboard.writeText(text)", text);
        field.focus();
        field.press("Control+V");
    }
}
