package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.Secrets;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which an integrator, who is no user of Keycloak, reveals an appToken. */
@BrowserTest
class ClaimPageIT {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    @Test
    void itRevealsOnceAndNotBeforeTheButtonIsPressed(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestClaim claim = realm.claimablePair("ERP, orders");
        Page page = open(windows, claim, window -> { });
        assertThat(page.locator("#app-keys-claim-label")).hasText("ERP, orders");
        page.reload();
        assertThat(state(page, "PENDING")).containsText(claim.appKey());
        assertThat(claim.claim().path("status").asText()).isEqualTo("PENDING");

        reveal(page);

        assertThat(page.locator("#app-keys-claim-key")).hasText(claim.appKey());
        String appToken = appToken(page);
        expect(204, realm.admin.post(claim.path("/roles"), "[{\"name\":\"orders:read\",\"client\":\"orders-api\"}]"));
        expect(200, realm.exchange(claim.appKey(), appToken));
        page.locator("[data-copy=app-keys-claim-token]").click();
        assertThat(page.locator("[data-copy=app-keys-claim-token]")).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(appToken);

        page.reload();

        assertThat(state(page, "CLAIMED")).containsText("cannot be shown again");
        assertThat(page.content()).doesNotContain("apptoken_");
        page.goBack();
        state(page, "CLAIMED").waitFor();
        assertThat(page.content()).doesNotContain("apptoken_");
    }

    @Test
    void aSecondWindowComesTooLate(KeycloakServer server, Windows windows) {
        TestClaim claim = TestRealm.enabled(server).claimablePair("race");
        Page first = open(windows, claim, window -> { });
        Page second = open(windows, claim, window -> { });

        reveal(first);
        second.locator("#app-keys-claim-reveal").click();

        state(second, "CLAIMED").waitFor();
        assertThat(appToken(first)).startsWith("apptoken_");
    }

    /** Stock login pages go elsewhere then, and the appToken would be lost. */
    @Test
    void itStaysWhenSomebodySignsInInAnotherTab(KeycloakServer server, Windows windows) {
        TestClaim claim = TestRealm.enabled(server).claimablePair("stays");
        Page page = windows.admin(claim.realm()).page();
        page.clock().install();
        page.navigate(claim.url());
        reveal(page);

        page.context().addCookies(List.of(new Cookie("KEYCLOAK_SESSION", "somebody").setUrl(server.url())));
        page.clock().runFor(60_000);

        assertThat(appToken(page)).startsWith("apptoken_");
    }

    @Test
    void itWorksWithoutScriptsAndWithTheKeyboard(KeycloakServer server, Windows windows) {
        TestClaim claim = TestRealm.enabled(server).claimablePair("plain");
        Page page = open(windows, claim, window -> window.setJavaScriptEnabled(false));
        page.locator("#app-keys-claim-reveal").focus();

        page.keyboard().press("Enter");

        assertThat(appToken(page)).startsWith("apptoken_");
        assertThat(page.locator("[data-copy=app-keys-claim-token]")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"pt-BR, Receba seu appToken, Seu appToken, Este link já foi usado",
        "es, Reciba su appToken, Su appToken, Este enlace ya se usó"})
    void itSpeaksTheLanguageThatIsChosen(String language, String pending, String revealed, String claimed,
            KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        expect(204, realm.admin.put(realm.path(""), Map.of("internationalizationEnabled", true,
                "supportedLocales", List.of("en", "pt-BR", "es"), "defaultLocale", "en")));
        TestClaim claim = realm.claimablePair("languages");
        Page page = open(windows, claim, window -> { });
        Locator languages = page.locator("#login-select-toggle");
        String other = (String) languages.locator("option").evaluateAll(
                "(options, end) => options.map(o => o.value).find(value => value.endsWith('kc_locale=' + end))",
                language);

        languages.selectOption(other);

        assertThat(page.locator("#kc-page-title")).hasText(pending);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        reveal(page);
        assertThat(page.locator("#kc-page-title")).hasText(revealed);
        assertThat(page).hasTitle(revealed);
        assertThat(languages).hasCount(0);
        page.navigate(claim.url());
        assertThat(page.locator("#kc-page-title")).hasText(claimed);
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void axeFindsNothingGrave(ColorScheme scheme, KeycloakServer server, Windows windows) {
        TestClaim claim = TestRealm.enabled(server).claimablePair("accessible");
        Page page = open(windows, claim, window -> window.setColorScheme(scheme));
        boolean dark = (boolean) page.evaluate("document.documentElement.classList.contains('pf-v5-theme-dark')");
        assertThat(dark).isEqualTo(scheme == ColorScheme.DARK);
        List<String> found = new ArrayList<>(grave(page));

        reveal(page);
        appToken(page);
        found.addAll(grave(page));
        page.navigate(claim.url());
        found.addAll(grave(page));

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak", "keycloak.v2"})
    void onANarrowScreenNothingHasToBePushedSideways(String theme, KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        expect(204, realm.admin.put(realm.path(""), Map.of("loginTheme", theme)));
        TestClaim claim = realm.claimablePair("Averyveryveryveryveryveryveryveryveryverylonglabelwithoutaspace");
        Page page = open(windows, claim, window -> window.setViewportSize(360, 800));

        reveal(page);
        appToken(page);

        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
    }

    private static Page open(Windows windows, TestClaim claim, Consumer<Browser.NewContextOptions> measures) {
        Page page = windows.admin(claim.realm(), measures).page();
        page.navigate(claim.url());
        state(page, "PENDING").waitFor();
        return page;
    }

    private static void reveal(Page page) {
        page.locator("#app-keys-claim-reveal").click();
        state(page, "REVEALED").waitFor();
    }

    private static Locator state(Page page, String state) {
        return page.locator("#app-keys-claim[data-state=" + state + "]");
    }

    private static String appToken(Page page) {
        String appToken = page.locator("#app-keys-claim-token").innerText();
        Secrets.remember(appToken);
        return appToken;
    }

    private static List<String> grave(Page page) {
        return new AxeBuilder(page).include("main").analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " at " + node.getHtml()))
                .toList();
    }
}
