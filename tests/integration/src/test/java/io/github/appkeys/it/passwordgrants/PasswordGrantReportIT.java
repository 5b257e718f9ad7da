package io.github.appkeys.it.passwordgrants;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.GrantReport;
import io.github.appkeys.it.support.Parallel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The report of who uses password grants: what is counted, and how it is listed and exported. */
@Tag("database")
@ExtendWith(KeycloakExtension.class)
class PasswordGrantReportIT {

    @Test
    void eachClientAndUserHasOneRowMostRecentFirst(KeycloakServer server) {
        GrantReport report = new GrantReport(TestRealm.enabled(server));
        List.of("erp", "market-place", "batch_1").forEach(report::client);
        List.of("ana", "bruno", "carla").forEach(report::user);
        assertThat(report.page("").toString())
                .isEqualTo(Json.text(
                        Json.of("rows", List.of(), "total", 0, "complete", true, "limit", 10_000)));
        Instant before = Instant.now().minusMillis(1);
        report.granted("erp", "ana");
        report.granted("erp", "bruno");
        report.granted("market-place", "ana");
        report.granted("batch_1", "carla");
        report.granted("batch_1", "CARLA@example.org");
        report.written().granted("erp", "ana");
        Instant after = Instant.now();

        assertThat(report.written().rows(""))
                .containsExactly("erp/ana=2", "batch_1/carla=2", "market-place/ana=1", "erp/bruno=1");
        JsonNode row = report.page("").path("rows").path(0);
        assertThat(Instant.parse(row.path("firstAt").asText())).isBetween(before, after);
        assertThat(Instant.parse(row.path("lastAt").asText())).isBetween(before, after)
                .isAfter(Instant.parse(row.path("firstAt").asText()));
        assertThat(row.path("lastAddress").asText()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(report.rows("?first=1&max=2")).containsExactly("batch_1/carla=2", "market-place/ana=1");
        assertThat(report.rows("?first=4")).isEmpty();
        assertThat(report.rows("?max=0")).isEmpty();
        assertThat(report.page("?max=1").path("total").asInt()).isEqualTo(4);
        assertThat(report.rows("?search=%20ERP%20")).containsExactly("erp/ana=2", "erp/bruno=1");
        assertThat(report.rows("?search=aRL")).containsExactly("batch_1/carla=2");
        assertThat(report.page("?search=an&max=1").path("total").asInt()).isEqualTo(2);
        assertThat(report.rows("?search=_")).as("no wildcard").containsExactly("batch_1/carla=2");
        assertThat(report.rows("?sort=username")).containsExactly("erp/ana=2", "market-place/ana=1", "erp/bruno=1",
                "batch_1/carla=2");
        assertThat(report.rows("?sort=clientId")).containsExactly("batch_1/carla=2", "erp/ana=2", "erp/bruno=1",
                "market-place/ana=1");
        assertThat(report.rows("?sort=count&max=2")).containsExactly("erp/ana=2", "batch_1/carla=2");
        assertThat(report.rows("?sort=firstAt&max=1")).containsExactly("batch_1/carla=2");
        assertThat(report.rows("?sort=lastAt")).isEqualTo(report.rows(""));
    }

    @Test
    void onlySuccessfulPasswordGrantsAreCounted(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        GrantReport report = new GrantReport(realm);
        report.client("erp");
        realm.createClient(Map.of("clientId", "robot", "secret", "s", "publicClient", false,
                "serviceAccountsEnabled", true, "directAccessGrantsEnabled", false));
        String ana = report.user("ana");
        report.granted("erp", "ana");
        assertThat(report.grant("erp", "ana", "wrong").status()).isBetween(400, 401);
        assertThat(report.grant("erp", "nobody", GrantReport.PASSWORD).status()).isBetween(400, 401);
        expect(400, realm.tokenRequest(Map.of("grant_type", "password", "client_id", "robot", "client_secret", "s",
                "username", "ana", "password", GrantReport.PASSWORD)).send());
        expect(200, realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", "robot",
                "client_secret", "s")).send());
        String refreshToken = expect(200, report.grant("erp", "ana", GrantReport.PASSWORD)).field("refresh_token");
        expect(200, realm.tokenRequest(Map.of("grant_type", "refresh_token", "client_id", "erp",
                "refresh_token", refreshToken)).send());
        expect(204, realm.admin.put(realm.path("/users/" + ana),
                Map.of("requiredActions", List.of("UPDATE_PASSWORD"))));
        expect(400, report.grant("erp", "ana", GrantReport.PASSWORD));

        assertThat(report.written().rows("")).containsExactly("erp/ana=2");
    }

    @Test
    void nothingIsCountedWithoutObservationOrWithoutAppKeys(KeycloakServer server) {
        TestRealm realm = TestRealm.plain(server);
        GrantReport report = new GrantReport(realm);
        report.client("erp");
        report.user("ana");
        report.granted("erp", "ana");
        realm.settings(Map.of("enabled", true));
        report.granted("erp", "ana");
        realm.settings(Map.of("passwordGrants", Map.of("observe", false)));
        report.granted("erp", "ana");
        realm.settings(Map.of("enabled", false, "passwordGrants", Map.of("observe", true)));
        report.granted("erp", "ana");

        assertThat(report.written().rows("")).as("what was counted is still told").containsExactly("erp/ana=1");
        realm.settings(Map.of("enabled", true));
        report.granted("erp", "ana");
        assertThat(report.written().rows("")).containsExactly("erp/ana=2");
    }

    @Test
    void parallelGrantsAreCountedExactlyWhileTheyAreWritten(KeycloakServer server) throws Exception {
        GrantReport report = new GrantReport(TestRealm.enabled(server));
        report.client("erp");
        report.user("ana");
        report.user("bruno");
        AtomicInteger turn = new AtomicInteger();
        CompletableFuture<List<Http.Response>> grants = CompletableFuture.supplyAsync(() -> Parallel.atOnce(50,
                () -> report.grant("erp", turn.getAndIncrement() % 2 == 0 ? "ana" : "bruno", GrantReport.PASSWORD)));
        while (!grants.isDone()) {
            report.written();
        }

        assertThat(grants.get()).extracting(Http.Response::status).hasSize(50).containsOnly(200);
        assertThat(report.written().rows("?sort=username")).containsExactly("erp/ana=25", "erp/bruno=25");
    }

    @Test
    void theCsvFileHasAllRowsAndNoFormulas(KeycloakServer server) {
        GrantReport report = new GrantReport(TestRealm.enabled(server));
        report.client("=1+1");
        report.client("erp");
        report.user("-2+3");
        report.granted("=1+1", "-2+3");
        report.granted("erp", "-2+3");

        Http.Response csv = report.written().csv("");

        assertThat(csv.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition"))
                .matches("attachment; filename=\"password-grants-[0-9-]{10}\\.csv\"");
        assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
        assertThat(csv.header("X-Total-Count")).isEqualTo("2");
        assertThat(csv.header("X-Complete")).isEqualTo("true");
        String[] lines = csv.body().split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0])
                .isEqualTo("\uFEFF\"clientId\",\"username\",\"firstAt\",\"lastAt\",\"count\",\"lastAddress\"");
        assertThat(lines[1]).startsWith("\"erp\",\"'-2+3\",\"20").contains("\",\"1\",\"");
        assertThat(lines[2]).startsWith("\"'=1+1\",\"'-2+3\",\"20");
        assertThat(report.csv("?search=erp").body().split("\r\n")).hasSize(2);
        assertThat(report.csv("?sort=clientId").body().split("\r\n")[1]).startsWith("\"'=1+1\"");
        Http.Response any = report.realm().admin.request("GET", report.path("")).header("Accept", "*/*").send();
        assertThat(any.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void anInvalidQueryParameterIsNamed(KeycloakServer server) {
        GrantReport report = new GrantReport(TestRealm.enabled(server));
        Map<String, String> bad = Map.of("?first=-1", "first must be", "?max=1001", "max must be", "?sort=password",
                "sort must be one of [lastAt, firstAt, count, clientId, username]",
                "?search=" + "x".repeat(256), "search must be");

        bad.forEach((query, message) -> assertThat(expect(400, report.realm().admin.get(report.path(query)))
                .field("errorMessage")).as(query).contains(message));
        for (String query : List.of("?sort=x", "?search=" + "x".repeat(256))) {
            expect(400, report.realm().admin.request("GET", report.path(query)).header("Accept", "text/csv").send());
        }
        expect(405, report.realm().admin.delete(report.path("")));
    }
}
