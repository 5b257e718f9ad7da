package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;

/** From the report of password grants to a pair for each integration in it. */
@BrowserTest
class PasswordGrantsIT {

    private static final String PASSWORD = "a password";

    @Test
    void theReportTellsWhoLogsInWithAPassword(KeycloakServer server, Windows windows) throws Exception {
        TestRealm realm = TestRealm.enabled(server);
        Integrations integrations = new Integrations(realm).client("erp").client("market").user("ana").user("bruno");
        Console console = windows.open(realm, "master", KeycloakServer.ADMIN, KeycloakServer.ADMIN,
                window -> window.setTimezoneId("America/Sao_Paulo")).load("/app-keys");
        console.id("password-grants-link").click();
        console.at("/app-keys/password-grants").id("password-grants-empty").waitFor();

        integrations.granted("erp", "ana").granted("erp", "ana").granted("market", "bruno").written();
        console.id("password-grants-refresh").click();

        assertThat(console.id("password-grant-erp-ana").locator("td[data-label='How often']")).hasText("2");
        assertThat(console.id("password-grant-market-bruno")).containsText("127.0.0.1");
        assertThat(console.id("password-grants")).containsText("America/Sao_Paulo");
        assertThat(console.id("password-grants-incomplete")).hasCount(0);
        console.field("password-grants-search").fill("bru");
        assertThat(console.id("password-grant-erp-ana")).hasCount(0);
        Download download = console.settled().page()
                .waitForDownload(() -> console.id("password-grants-export").click());
        assertThat(Files.readString(download.path(), StandardCharsets.UTF_8)).contains("\"market\",\"bruno\"")
                .doesNotContain("ana");

        console.page().reload();
        console.id("password-grant-erp-ana").waitFor();
        realm.settings("{\"passwordGrants\":{\"observe\":false,\"cutoff\":\"2036-11-13T14:00:00-02:00\"}}");
        console.id("password-grants-refresh").click();
        assertThat(console.id("password-grants-cutoff")).containsText("2036-11-13T14:00:00-02:00");
        assertThat(console.id("password-grants-not-observed")).isVisible();
        assertThat(console.crashes()).isEmpty();
    }

    @Test
    void aRowBecomesAPairWithRolesThatSomebodyChose(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        new Integrations(realm).client("erp").user("ana", "orders:read").granted("erp", "ana").written();
        realm.administrator("manager", PASSWORD, "manage-app-keys");
        Console console = windows.own(realm, "manager", PASSWORD).load("/app-keys/password-grants");
        List<String> refused = console.refusals();

        console.id("password-grant-create-erp-ana").click();
        console.id("app-key-label").waitFor();
        assertThat(console.field("app-key-label")).hasValue("erp, ana");
        assertThat(console.id("app-keys-adopt")).hasCount(0);
        console.id("app-key-save").click();
        Console.Revealed pair = console.reveal();
        console.closeReveal().id("link-roles-now").click();

        Locator proposed = console.id("role-picker-row-orders-api:orders:read");
        proposed.waitFor();
        assertThat(console.id("role-picker-row-orders-api:orders:write")).hasCount(0);
        assertThat(console.id("role-picker").locator("tbody input:checked")).hasCount(0);
        assertThat(console.id("role-picker-link")).isDisabled();
        expect(400, realm.exchange(pair.appKey(), pair.appToken()));
        console.id("role-picker-proposed").uncheck();
        console.id("role-picker-row-orders-api:orders:write").waitFor();
        console.id("role-picker-proposed").check();
        console.pick("orders-api:orders:read");

        expect(200, realm.exchange(pair.appKey(), pair.appToken()));
        assertThat(refused).isEmpty();
        assertThat(console.crashes()).isEmpty();
    }

    @Test
    void aConfidentialClientOfARowCanBeAdopted(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        Integrations integrations = new Integrations(realm).client("open").confidential("batch")
                .user("ana", "orders:read", "orders:write").granted("open", "ana").granted("batch", "ana");
        integrations.written();
        Console console = windows.admin(realm).load("/app-keys/password-grants");
        console.id("password-grant-create-open-ana").click();
        console.id("app-key-save").waitFor();
        assertThat(console.settled().id("app-keys-adopt")).hasCount(0);
        console.page().goBack();

        console.id("password-grant-create-batch-ana").click();
        console.id("app-keys-adopt").click();
        assertThat(console.field("adopt-client")).hasValue("batch");
        console.id("adopt-save").click();
        Console.Revealed pair = console.reveal();
        console.closeReveal();
        console.pick("orders-api:orders:write");

        expect(200, realm.exchange("batch", pair.appToken()));
        expect(400, integrations.grant("batch", "ana"));
        assertThat(console.id("linked-role-orders-api:orders:read")).hasCount(0);
    }

    @Test
    void aViewerSeesTheReportAndNoButtonThatWouldFail(KeycloakServer server, Windows windows) {
        TestRealm realm = TestRealm.enabled(server);
        new Integrations(realm).client("erp").user("ana").granted("erp", "ana").written();
        realm.administrator("viewer", PASSWORD, "view-app-keys");
        Console console = windows.own(realm, "viewer", PASSWORD);
        List<String> refused = console.refusals();

        console.load("/app-keys").id("password-grants-link").click();
        console.id("password-grant-erp-ana").waitFor();

        assertThat(console.settled().id("password-grant-create-erp-ana")).hasCount(0);
        console.page().waitForDownload(() -> console.id("password-grants-export").click());
        assertThat(refused).isEmpty();
        assertThat(console.crashes()).isEmpty();
    }
}
