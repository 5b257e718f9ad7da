package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** The page of a pair begins with what there is to know about it. */
@BrowserTest
class OverviewIT {

    @Test
    void theStatusIsMendedWhereItIsSaid(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        pair.update(Map.of("enabled", false));
        Console console = windows.admin(realm).load("/app-keys/key/" + pair.appKey());
        assertThat(console.id("overview-status-label")).hasAttribute("data-status", "DISABLED");

        console.id("finding-mend-DISABLED").click();
        console.confirm();

        assertThat(console.id("overview-status-label")).hasAttribute("data-status", "ACTIVE");
        assertThat(console.id("finding-mend-DISABLED")).hasCount(0);
        assertThat(console.id("history-ENABLED")).containsText("admin");
        expect(200, pair.exchange());
    }

    @Test
    void whatEndedIsThereWithWhoAndWhen(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair old = realm.createPair(Map.of("label", "ERP", "contact", "ana@shop.example",
                "allowedNetworks", List.of("127.0.0.0/8", "::1/128")));
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 0));
        Console console = windows.admin(realm).load("/app-keys/key/" + old.appKey());

        assertThat(console.id("ended-token-" + hint(old))).containsText("Replaced in a renewal");
        assertThat(console.id("ended-token-" + hint(old)).locator("time").last()).isVisible();
        assertThat(console.id("overview-token-" + hint(renewed))).containsText("Active");
        assertThat(console.id("overview-networks")).containsText("127.0.0.0/8");
        assertThat(console.id("overview-contact")).containsText("ana@shop.example");
        assertThat(console.id("overview-created")).containsText("by admin");
        assertThat(console.id("overview-last-used")).containsText("Never");
        assertThat(console.id("finding-mend-NO_ROLE")).isVisible();
    }

    @Test
    void exchangesAndRefusalsAreDrawnAndWritten(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.createPair("counted");
        expect(400, pair.exchange());
        pair.link("orders:read");
        expect(200, pair.exchange());
        expect(200, pair.exchange());
        Console console = windows.admin(realm).load("/app-keys/key/" + pair.appKey());

        assertThat(console.id("usage-chart").locator("title"))
                .hasText("In 30 days, 2 exchanges were accepted and 1 refused.");
        assertThat(console.id("usage-chart").locator("rect")).hasCount(2);
        assertThat(console.id("usage-legend")).containsText("No role was linked: 1");
        console.id("usage-table-toggle").focus();
        console.page().keyboard().press("Enter");
        assertThat(console.id("usage-table").locator("tbody tr")).hasCount(1);
        assertThat(console.id("usage-table")).containsText("No role was linked: 1");
        console.field("usage-days").selectOption("7");
        assertThat(console.id("usage-chart").locator("title")).containsText("In 7 days");
    }

    @Test
    void theHistoryIsPaged(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.createPair("history");
        for (int i = 0; i < 5; i++) {
            pair.update(Map.of("enabled", false));
            pair.update(Map.of("enabled", true));
        }
        Console console = windows.admin(realm).load("/app-keys/key/" + pair.appKey());
        assertThat(console.id("history").locator("tbody tr")).hasCount(10);
        assertThat(console.id("history-CREATED")).hasCount(0);

        console.id("history").locator("[data-action=next]").click();

        assertThat(console.id("history-CREATED")).containsText("Pair created");
        assertThat(console.id("history-CREATED")).containsText("admin");
        assertThat(console.id("history").locator("tbody tr")).hasCount(1);
        assertThat(console.id("history").locator("[data-action=next]")).isDisabled();
    }

    @Test
    void whoMayOnlyViewSeesItAllAndNoButton(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.createPair("viewed");
        expect(200, realm.administrator("viewer", "a password", "view-app-keys").get(pair.path("")));
        Console console = windows.own(realm, "viewer", "a password");
        List<String> refused = console.refusals();
        console.load("/app-keys/key/" + pair.appKey()).id("history-CREATED").waitFor();

        assertThat(console.settled().id("finding-mend-NO_ROLE")).hasCount(0);
        assertThat(refused).isEmpty();
        assertThat(console.crashes()).isEmpty();
    }

    private static String hint(TestPair pair) {
        return pair.appToken().substring(pair.appToken().length() - 4);
    }
}
