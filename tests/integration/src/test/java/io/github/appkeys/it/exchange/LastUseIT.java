package io.github.appkeys.it.exchange;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.GrantReport;
import io.github.appkeys.it.support.LastUses;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When and from where a token was last used: known within a minute, and never in the way of an exchange. */
@ExtendWith(KeycloakExtension.class)
class LastUseIT {

    @Test
    void anAcceptedUseIsStoredWithinAMinuteWithItsAddress(KeycloakServer server) throws Exception {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        TestPair refused = realm.createPair("without role");
        expect(400, refused.exchange());
        expect(401, realm.exchange(refused.appKey(), pair.appToken()));
        assertThat(pair.get().path("tokens").path(0).path("lastUsedAt").isNull()).isTrue();
        Instant before = Instant.now().minusMillis(1);
        expect(200, pair.exchange());
        Instant after = Instant.now();

        JsonNode token = LastUses.await(pair);

        assertThat(Instant.parse(token.path("lastUsedAt").asText())).isBetween(before, after);
        assertThat(token.path("lastUsedFrom").asText()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(refused.get().path("tokens").path(0).path("lastUsedAt").isNull()).isTrue();
    }

    @Test
    void usesAreWrittenInBatchesOnAnotherThread(KeycloakServer server) throws Exception {
        Rows.database(server);
        TestRealm realm = TestRealm.enabled(server);
        TestPair one = realm.linkedPair();
        TestPair other = realm.linkedPair();
        awaitBatch(server);
        long mark = server.log().mark();

        for (int i = 0; i < 20; i++) {
            expect(200, one.exchange());
            expect(200, other.exchange());
        }
        LastUses.await(one);
        LastUses.await(other);

        List<String> writes = server.log().since(mark).stream().filter(line -> line.contains("[org.hibernate.SQL]")
                && line.contains("LAST_USED_AT=")).toList();
        assertThat(writes).as("20 uses each, in a batch or two").hasSizeBetween(2, 4)
                .allMatch(line -> line.contains("(app-key-last-uses)"));
        assertThat(server.log().statementsSince(mark)).noneMatch(line -> line.contains("update APP_KEY"));
    }

    /** The row of the token is locked all the time, as by a slow writer on another node. */
    @Test
    void exchangesDoNotWaitForALockedRow(KeycloakServer server) throws Exception {
        TestPair pair = TestRealm.enabled(server).linkedPair();
        Instant last = Instant.now();
        long mark = server.log().mark();

        try (Connection connection = Rows.database(server).connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(statement.executeUpdate("update APP_KEY_TOKEN set HINT = HINT where CLIENT_UUID = '"
                    + pair.clientUuid() + "'")).isEqualTo(1);

            List<Http.Response> responses = Parallel.atOnce(64, pair::exchange);

            assertThat(responses).extracting(Http.Response::status).containsOnly(200);
            assertThat(server.log().statementsSince(mark)).noneMatch(line ->
                    line.matches("(?i).*\\b(update|for update)\\b.*APP_KEY.*"));
            connection.rollback();
        }
        LastUses.await(pair, last::isBefore);
    }

    /** The server is asked to stop, as a system does it, right after the exchange. */
    @Test
    void aShutdownWritesPendingUses() throws Exception {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "the database is in the container");
        Database database = Database.h2Alone(Path.of(System.getProperty("keycloak.work")).toAbsolutePath()
                .resolve("last-use/data/h2"));
        try (DistributionServer server =
                KeycloakExtension.startOwn("last-use", database, "--proxy-headers=xforwarded")) {
            TestPair pair = TestRealm.enabled(server).linkedPair();
            expect(200, pair.realm().tokenRequest(Map.of("grant_type", "client_credentials"))
                    .header(TestRealm.APP_KEY, pair.appKey()).header(TestRealm.APP_TOKEN, pair.appToken())
                    .header("X-Forwarded-For", "2001:db8::17").header("X-Forwarded-Proto", "https").send());
            assertThat(pair.get().path("tokens").path(0).path("lastUsedAt").isNull()).isTrue();
            GrantReport report = new GrantReport(pair.realm());
            report.user("ana");
            report.granted("admin-cli", "ana");
            server.close();

            List<String> lastUse = lastUse(server, pair);
            assertThat(lastUse.get(0)).isNotNull();
            assertThat(lastUse.get(1)).isEqualTo("2001:db8::17");
            assertThat(Rows.count(server, "select count(*) from APP_KEY_PASSWORD_GRANT where GRANTS = 1")).isEqualTo(1);
        }
    }

    /** Waits until last uses were just written, so that a batch does not begin in the middle of a test. */
    private static void awaitBatch(KeycloakServer server) throws InterruptedException {
        TestPair pair = TestRealm.enabled(server).linkedPair();
        expect(200, pair.exchange());
        LastUses.await(pair);
    }

    private static List<String> lastUse(KeycloakServer server, TestPair pair) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = Rows.database(server).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select LAST_USED_AT, LAST_USED_FROM from APP_KEY_TOKEN "
                        + "where CLIENT_UUID = '" + pair.clientUuid() + "'")) {
            row.next();
            columns.add(row.getString(1));
            columns.add(row.getString(2));
        }
        return columns;
    }
}
