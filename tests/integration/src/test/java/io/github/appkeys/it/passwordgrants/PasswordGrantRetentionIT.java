package io.github.appkeys.it.passwordgrants;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.GrantReport;
import io.github.appkeys.it.support.Rows;
import io.github.appkeys.it.support.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When rows of the report are changed and deleted. */
@ExtendWith(KeycloakExtension.class)
class PasswordGrantRetentionIT {

    @Test
    void renamedClientsAndUsersHaveTheirNewNameAndDeletedOnesNoRow(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        expect(204, realm.admin.put(realm.path(""), Map.of("editUsernameAllowed", true)));
        GrantReport report = new GrantReport(realm);
        String erp = report.client("erp");
        String shop = report.client("shop");
        String ana = report.user("ana");
        report.user("bruno");
        report.granted("erp", "ana");
        report.granted("erp", "bruno");
        report.granted("shop", "bruno");
        report.written();
        ObjectNode user = (ObjectNode) realm.admin.get(realm.path("/users/" + ana)).json();
        expect(204, realm.admin.put(realm.path("/users/" + ana), user.put("username", "ana.maria")));
        ObjectNode client = (ObjectNode) realm.admin.get(realm.path("/clients/" + erp)).json();
        expect(204, realm.admin.put(realm.path("/clients/" + erp), client.put("clientId", "erp-2")));
        assertThat(report.rows("?search=erp-2&sort=username")).containsExactly("erp-2/ana.maria=1", "erp-2/bruno=1");
        assertThat(report.rows("?search=maria")).containsExactly("erp-2/ana.maria=1");
        report.granted("erp-2", "ana.maria");
        assertThat(report.written().rows("?search=maria")).containsExactly("erp-2/ana.maria=2");

        expect(204, realm.admin.delete(realm.path("/clients/" + shop)));
        assertThat(report.rows("?sort=username")).containsExactly("erp-2/ana.maria=2", "erp-2/bruno=1");
        assertThat(report.stored()).isEqualTo(2);
        expect(204, realm.admin.delete(realm.path("/users/" + ana)));
        assertThat(report.rows("")).containsExactly("erp-2/bruno=1");
        assertThat(report.stored()).isEqualTo(1);

        String carla = report.user("carla");
        report.granted("erp-2", "carla");
        expect(204, realm.admin.delete(realm.path("/users/" + carla)));
        assertThat(report.written().rows("")).as("written after she was deleted").containsExactly("erp-2/bruno=1");
        assertThat(report.page("").path("total").asInt()).isEqualTo(1);
        report.pruned();
        assertThat(report.stored()).isEqualTo(1);
        String realmId = report.realmId();
        expect(204, realm.admin.delete(realm.path("")));
        assertThat(Rows.count(server, "select count(*) from APP_KEY_PASSWORD_GRANT where REALM_ID = '" + realmId + "'"))
                .isZero();
    }

    @Test
    void rowsAreDeletedAfterTheRetentionOfTheRealm(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        GrantReport report = new GrantReport(realm);
        report.client("erp");
        report.user("ana");
        report.user("bruno");
        report.granted("erp", "ana");
        report.written();
        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofDays(50));
            report.granted("erp", "bruno");
            assertThat(report.written().pruned().rows("")).containsExactly("erp/bruno=1", "erp/ana=1");
            clock.set(Duration.ofDays(91));
            assertThat(report.pruned().rows("")).as("90 days").containsExactly("erp/bruno=1");
            realm.settings(Map.of("passwordGrants", Map.of("retentionDays", 30)));
            assertThat(report.pruned().rows("")).as("30 days").isEmpty();
            assertThat(report.stored()).isZero();
        }
    }

    @Test
    void beyondTheLimitTheLeastRecentRowsAreDeleted(KeycloakServer server) throws Exception {
        GrantReport report = new GrantReport(TestRealm.enabled(server));
        report.client("erp");
        report.user("ana");
        Seed.passwordGrants(server, report.realmId(), Instant.now().minusSeconds(20_000), 10_000);

        JsonNode full = report.pruned().page("?first=9999&max=9");
        assertThat(full.path("total").asInt()).isEqualTo(10_000);
        assertThat(full.path("complete").asBoolean()).isTrue();
        assertThat(full.path("rows").path(0).path("username").asText()).isEqualTo("user-0");

        Seed.passwordGrants(server, report.realmId(), Instant.now().minusSeconds(40_000), 1_500);
        report.granted("erp", "ana");
        JsonNode page = report.written().page("?first=9999&max=9");
        assertThat(page.path("total").asInt()).isEqualTo(10_000);
        assertThat(page.path("complete").asBoolean()).isFalse();
        assertThat(page.path("rows")).hasSize(1);
        assertThat(page.path("rows").path(0).path("username").asText()).isEqualTo("user-1");
        assertThat(report.rows("?max=1")).containsExactly("erp/ana=1");
        Http.Response csv = report.csv("");
        assertThat(csv.header("X-Complete")).isEqualTo("false");
        assertThat(csv.body().split("\r\n")).hasSize(10_001).doesNotHaveDuplicates();

        report.pruned();
        assertThat(report.stored()).as("one more than is shown").isEqualTo(10_001);
        assertThat(report.page("?first=9999&max=9")).isEqualTo(page);
    }
}
