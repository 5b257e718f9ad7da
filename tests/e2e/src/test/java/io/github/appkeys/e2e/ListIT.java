package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of pairs: what it says of each, and how pairs are found and put in order. */
@BrowserTest
class ListIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) throws InterruptedException {
        realm = TestRealm.enabled(server);
        TestPair used = pair("used");
        used.link("orders:read");
        expect(200, used.exchange());
        TestPair expiring = realm.createPair(Map.of("label", "expiring", "appKey", "expiring",
                "expiresAt", Instant.now().plus(73, ChronoUnit.HOURS).toString()));
        expiring.link("orders:write");
        pair("renewed").renewed("{}");
        realm.claimablePair(Map.of("label", "waiting", "appKey", "waiting", "delivery", "LINK"));
        realm.createPair(Map.of("label", "contacted", "appKey", "contacted", "contact", "ana@shop.example"));
        TestPair revoked = pair("revoked");
        expect(204, realm.admin.delete(revoked.path("/tokens/" + revoked.get().at("/tokens/0/id").asText())));
        awaitLastUse(used);
    }

    /** The server writes uses within a minute. */
    private static void awaitLastUse(TestPair pair) throws InterruptedException {
        for (int i = 0; i < 90 && pair.get().path("lastUsedAt").isNull(); i++) {
            Thread.sleep(1000);
        }
        assertThat(pair.get().path("lastUsedAt").isNull()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "?status=EXPIRED | revoked",
            "?expiresWithinDays=7 | expiring",
            "?neverUsed=true&status=ACTIVE | expiring",
            "?claim=PENDING | waiting",
            "?renewal=true | renewed",
            "?role=orders-api%3Aorders%3Awrite | expiring",
            "?contact=ANA | contacted",
            "?sort=label&order=asc | contacted expiring renewed revoked used waiting",
            "?sort=appKey&order=desc | waiting used revoked renewed expiring contacted",
            "?sort=lastUsedAt&order=desc&status=ACTIVE | used expiring",
            "?status=PAUSED&sort=appKey&page=0 | contacted expiring renewed revoked used waiting"})
    void aSentLinkShowsTheSameList(String address, String pairs, Windows windows) {
        Console console = windows.admin(realm).load("/app-keys" + address);

        assertRows(console, pairs.split(" "));
        assertThat(console.crashes()).isEmpty();
    }

    @Test
    void eachPairSaysWhyItHasItsStatusAndWhenItWasUsed(Windows windows) {
        Console console = windows.admin(realm).load("/app-keys");

        assertThat(console.id("app-key-reason-revoked")).hasText("Revoked");
        assertThat(console.id("app-key-reason-expiring")).hasText("Expires in 3 days");
        assertThat(console.id("app-key-reason-waiting")).containsText("Waiting to be claimed until ");
        assertThat(console.id("app-key-reason-waiting").locator("time")).hasCount(1);
        assertThat(console.id("app-key-reason-used")).hasCount(0);
        assertThat(console.id("app-key-last-used-used").locator("time")).hasCount(1);
        assertThat(console.id("app-key-last-used-used")).containsText("from 127.0.0.1");
        assertThat(console.id("app-key-last-used-expiring")).hasText("Never");
    }

    @Test
    void backComesToTheListAsItWas(Windows windows) {
        Console console = windows.admin(realm).load("/app-keys");
        console.id("app-keys-filters").click();
        console.field("app-keys-filter-use").selectOption("never");
        console.at("/app-keys?neverUsed=true");
        console.field("app-keys-search").fill("E");
        console.at("/app-keys?search=E&neverUsed=true");
        sort(console, "label", "ascending");
        console.at("/app-keys?search=E&neverUsed=true&sort=label&order=asc");
        assertRows(console, "contacted", "expiring", "renewed", "revoked");

        console.id("app-key-link-expiring").click();
        console.id("app-key-detail").waitFor();
        console.page().goBack();

        assertRows(console, "contacted", "expiring", "renewed", "revoked");
        assertThat(console.field("app-keys-search")).hasValue("E");
        assertThat(console.id("app-keys-chip-use")).containsText("Last used: Never");
        console.page().goBack();
        assertThat(column(console, "label")).not().hasAttribute("aria-sort", "ascending");
        console.page().goBack();
        console.at("/app-keys");
        assertThat(console.field("app-keys-search")).hasValue("");
        assertThat(console.id("app-keys-filter-chips")).hasCount(0);
        assertThat(rows(console)).hasCount(6);
    }

    @Test
    void aColumnIsSortedBothWays(Windows windows) {
        Console console = windows.admin(realm).load("/app-keys");
        assertThat(column(console, "created")).hasAttribute("aria-sort", "descending");

        sort(console, "appKey", "ascending");
        assertRows(console, "contacted", "expiring", "renewed", "revoked", "used", "waiting");
        sort(console, "appKey", "descending");
        assertRows(console, "waiting", "used", "revoked", "renewed", "expiring", "contacted");
        assertThat(column(console, "created")).not().hasAttribute("aria-sort", "descending");
        assertThat(column(console, "roles").locator("button")).hasCount(0);
    }

    @Test
    void whereNothingIsFoundTheWayBackIsOneButton(Windows windows) {
        Console console = windows.admin(realm).load("/app-keys?contact=no-one&status=ACTIVE&sort=label&order=desc");
        assertThat(console.page().locator("main")).containsText("No pair matches");
        assertThat(console.id("app-keys-empty")).hasCount(0);

        console.page().locator("main .pf-v5-c-empty-state button").click();

        console.at("/app-keys?sort=label&order=desc");
        assertRows(console, "waiting", "used", "revoked", "renewed", "expiring", "contacted");
        assertThat(console.field("app-keys-search")).isFocused();
    }

    @Test
    void aRoleThatIsNotThereIsSaidSo(Windows windows) {
        Console console = windows.admin(realm).load("/app-keys");
        console.id("app-keys-filters").click();
        console.field("app-keys-filter-role").fill("orders-api:orders:none");
        console.field("app-keys-filter-role").press("Enter");
        assertThat(console.page().locator("main"))
                .containsText("There is no role orders-api:orders:none in this realm");

        console.field("app-keys-filter-role").fill("orders-api:orders:read");
        console.field("app-keys-filter-role").press("Enter");
        assertRows(console, "used");
        console.id("app-keys-chip-role").locator("button").click();
        console.at("/app-keys");
        assertThat(rows(console)).hasCount(6);
        assertThat(console.field("app-keys-filter-role")).hasValue("");
        assertThat(console.crashes()).isEmpty();
    }

    @Test
    void aPageAndItsSizeAreInTheAddress(KeycloakServer server, Windows windows) {
        TestRealm many = TestRealm.enabled(server);
        for (int i = 0; i < 11; i++) {
            many.createPair(Map.of("label", "pair", "appKey", "pair-" + (char) ('a' + i)));
        }
        Console console = windows.admin(many).load("/app-keys?sort=appKey&order=asc&perPage=10&page=2");
        assertRows(console, "pair-k");

        console.page().locator("main .pf-v5-c-pagination [data-action=previous]").first().click();
        console.at("/app-keys?sort=appKey&order=asc&perPage=10");
        assertThat(rows(console)).hasCount(10);

        console.load("/app-keys?perPage=10&page=7");
        console.at("/app-keys?page=2&perPage=10");
        assertThat(rows(console)).hasCount(1);
    }

    @Test
    void rolesThatAMapperAddsAreNamedWithoutAMouse(KeycloakServer server, Windows windows) {
        TestRealm own = TestRealm.enabled(server);
        TestPair plain = own.linkedPair();
        TestPair mapped = own.linkedPair();
        expect(201, own.admin.post(own.path("/clients/" + mapped.clientUuid() + "/protocol-mappers/models"),
                Map.of("name", "hard-coded", "protocol", "openid-connect", "protocolMapper",
                        "oidc-hardcoded-role-mapper", "config", Map.of("role", "catalog-viewer"))));
        Console console = windows.admin(own).load("/app-keys");
        Locator label = console.id("added-roles-" + mapped.appKey());
        Locator popover = console.id("added-roles-popover-" + mapped.appKey());
        assertThat(label).hasText("Roles added by mapper");
        assertThat(console.id("added-roles-" + plain.appKey())).hasCount(0);

        label.locator("button").focus();
        console.page().keyboard().press("Enter");

        assertThat(popover).containsText("catalog-viewer");
        assertThat(popover).containsText("Added by the mapper hard-coded");
        console.page().keyboard().press("Escape");
        assertThat(popover).hasCount(0);
        assertThat(label.locator("button")).isFocused();
    }

    private static TestPair pair(String appKey) {
        return realm.createPair(Map.of("label", appKey, "appKey", appKey));
    }

    private static void sort(Console console, String column, String direction) {
        column(console, column).locator("button").click();
        assertThat(column(console, column)).hasAttribute("aria-sort", direction);
    }

    private static Locator column(Console console, String name) {
        return console.id("app-keys-column-" + name);
    }

    private static Locator rows(Console console) {
        return console.page().locator("[data-testid^=app-key-row-]");
    }

    private static void assertRows(Console console, String... appKeys) {
        for (int i = 0; i < appKeys.length; i++) {
            assertThat(rows(console).nth(i)).hasAttribute("data-testid", "app-key-row-" + appKeys[i],
                    new LocatorAssertions.HasAttributeOptions().setTimeout(Windows.PATIENCE.toMillis()));
        }
        assertThat(console.settled().page().locator("[data-testid^=app-key-row-]").all())
                .as("rows, where %s are wanted", List.of(appKeys)).hasSameSizeAs(appKeys);
    }
}
