package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Gateway;
import io.github.appkeys.it.support.GrantReport;
import io.github.appkeys.it.support.Rows;
import io.github.appkeys.it.support.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many statements each call costs, counted in Hibernate's own log. */
@ExtendWith(KeycloakExtension.class)
class QueriesIT {

    private static final int MANY = 10_000;

    /** Since 26.7 Keycloak itself looks for a session of the client in the database, for stock clients as well. */
    @Test
    void aWarmExchangeCostsNoStatementOfOurs(KeycloakServer server) {
        TestRealm realm = withoutEvents(server);
        TestPair pair = realm.linkedPair();
        realm.createClient(Map.of("clientId", "stock", "secret", "stock-secret", "serviceAccountsEnabled", true,
                "publicClient", false));
        Supplier<Http.Response> stock = () -> realm.tokenRequest(Map.of("grant_type", "client_credentials",
                "client_id", "stock", "client_secret", "stock-secret")).send();

        List<String> ours = warmStatements(server, pair::exchange);
        List<String> theirs = warmStatements(server, stock);

        assertThat(ours).as("%s against %s", ours, theirs).hasSameSizeAs(theirs)
                .allMatch(line -> line.contains("OFFLINE_CLIENT_SESSION"));
    }

    @Test
    void theSecondExchangeIsWarm(KeycloakServer server) {
        TestRealm realm = withoutEvents(server);
        for (int i = 0; i < 10; i++) {
            TestPair pair = realm.linkedPair();
            expect(200, pair.exchange());
            assertThat(statements(server, 200, pair::exchange)).noneMatch(line -> line.contains("APP_KEY_"));
        }
    }

    /** The same statement, so that neither the number nor the clock tells an appKey that exists. */
    @Test
    void unknownAndWrongCostTheSameOneStatement(KeycloakServer server) {
        TestRealm realm = withoutEvents(server);
        TestPair pair = realm.linkedPair();
        TestPair cold = realm.linkedPair();
        String wrong = realm.linkedPair().appToken();
        expect(200, pair.exchange());

        List<List<String>> statements = Stream.of(pair.appKey(), cold.appKey(), "unknown")
                .map(appKey -> statements(server, 401, () -> realm.exchange(appKey, wrong))).toList();

        assertThat(statements).allSatisfy(each -> assertThat(each).hasSize(1));
        assertThat(statements.stream().map(each -> each.get(0).replaceFirst(".*\\[org.hibernate.SQL] \\S+ ", ""))
                .distinct()).hasSize(1);
    }

    @Test
    void aWarmGatewayCallCostsNone(KeycloakServer server) {
        TestRealm realm = withoutEvents(server);
        TestPair pair = realm.linkedPair();

        assertThat(warmStatements(server, () -> Gateway.ask(pair, "?role=orders-api:orders%3Aread"))).isEmpty();
    }

    @Test
    void atTheGatewayUnknownAndWrongCostTheSameOneStatement(KeycloakServer server) {
        TestRealm realm = withoutEvents(server);
        TestPair pair = realm.linkedPair();
        TestPair wrong = new TestPair(realm, pair.appKey(), realm.linkedPair().appToken(), pair.created());
        TestPair unknown = new TestPair(realm, "unknown", pair.appToken(), pair.created());
        expect(200, Gateway.ask(pair));

        assertThat(statements(server, 401, () -> Gateway.ask(wrong))).hasSize(1);
        assertThat(statements(server, 401, () -> Gateway.ask(unknown))).hasSize(1);
    }

    @Test
    void aMalformedPairCostsNoStatement(KeycloakServer server) {
        TestRealm realm = withoutEvents(server);
        TestPair pair = realm.linkedPair();
        expect(200, pair.exchange());

        assertThat(statements(server, 401, () -> realm.exchange(pair.appKey(), pair.appToken() + "x"))).isEmpty();
    }

    /** What is counted is written later, by another thread. */
    @Test
    void countingPasswordGrantsCostsNoStatementOfTheirRequests(KeycloakServer server) {
        GrantReport report = new GrantReport(withoutEvents(server));
        report.client("erp");
        report.user("ana");
        Supplier<Http.Response> grant = () -> report.grant("erp", "ana", GrantReport.PASSWORD);

        List<String> observed = warmStatements(server, grant);
        report.realm().settings(Map.of("passwordGrants", Map.of("observe", false)));
        List<String> unobserved = warmStatements(server, grant);

        assertThat(observed).as("%s against %s", observed, unobserved).hasSameSizeAs(unobserved)
                .noneMatch(line -> line.contains("APP_KEY_PASSWORD_GRANT")
                        || line.matches("(?i).*\\b(insert into|update|delete from) APP_KEY.*"));
        assertThat(report.written().rows("")).containsExactly("erp/ana=4");
    }

    @Test
    void listingSearchingAndCountingDoNotDependOnHowManyPairsThereAre(KeycloakServer server) throws Exception {
        TestRealm realm = withoutEvents(server);
        TestPair pair = realm.linkedPair();
        int few = statementsOfAll(realm);

        Seed.copy(pair, MANY);

        assertThat(statementsOfAll(realm)).isEqualTo(few).isLessThanOrEqualTo(12);
        assertThat(count(realm, "")).isEqualTo(MANY + 1);
        assertThat(count(realm, "?status=NO_ROLE")).isEqualTo(MANY - MANY / 10);
        assertThat(count(realm, "?status=ACTIVE")).isEqualTo(MANY / 10 + 1);
        assertThat(count(realm, "?search=INTEGRATION%20123")).isEqualTo(11);
        assertThat(count(realm, "?search=seed-4_")).as("no wildcard").isZero();
        JsonNode page = realm.admin.get(realm.path("/app-keys?search=seed-&status=ACTIVE&first=990&max=50")).json();
        assertThat(page).hasSize(10);
    }

    /** Whether the key exists or not, and whatever is pasted. */
    @Test
    void aDiagnosisDoesNotDependOnHowManyPairsThereAre(KeycloakServer server) throws Exception {
        TestRealm realm = withoutEvents(server);
        TestPair pair = realm.linkedPair();
        pair.update(Map.of("allowedNetworks", List.of("192.0.2.0/24")));
        Supplier<Http.Response> ofPair = () -> realm.admin.post(pair.path("/diagnosis"), Map.of("scope", ""));
        Supplier<Http.Response> pasted = () -> realm.admin.post(realm.path("/app-keys/diagnosis"),
                Map.of("appKey", pair.appKey().toUpperCase(), "appToken", pair.appToken()));
        int few = warmStatements(server, ofPair).size();
        int fewPasted = warmStatements(server, pasted).size();
        int signingIn = warmStatements(server, () -> realm.admin.get(realm.path("/app-keys/settings"))).size();

        Seed.copy(pair, MANY);

        assertThat(warmStatements(server, ofPair)).hasSize(few).hasSizeLessThanOrEqualTo(signingIn + 8);
        assertThat(warmStatements(server, pasted)).hasSize(fewPasted).hasSizeLessThanOrEqualTo(signingIn + 12);
    }

    /** Pages of 100 pairs, a search and a count, without those that authenticating the caller costs. */
    private static int statementsOfAll(TestRealm realm) {
        int statements = 0;
        for (String call : List.of("/app-keys?max=100", "/app-keys?search=i&status=ACTIVE", "/app-keys/count",
                "/app-keys/count?search=i")) {
            statements += warmStatements(realm.server, () -> realm.admin.get(realm.path(call))).size();
        }
        return statements
                - 4 * warmStatements(realm.server, () -> realm.admin.get(realm.path("/app-keys/settings"))).size();
    }

    private static List<String> warmStatements(KeycloakServer server, Supplier<Http.Response> request) {
        for (int i = 0; i < 3; i++) {
            expect(200, request.get());
        }
        return statements(server, 200, request);
    }

    private static List<String> statements(KeycloakServer server, int status, Supplier<Http.Response> request) {
        long mark = server.log().mark();
        expect(status, request.get());
        return server.log().statementsSince(mark);
    }

    private static long count(TestRealm realm, String query) {
        return realm.admin.get(realm.path("/app-keys/count" + query)).json().asLong();
    }

    private static TestRealm withoutEvents(KeycloakServer server) {
        // a container's log comes too late to be counted
        Rows.database(server);
        TestRealm realm = TestRealm.enabled(server);
        expect(204, realm.admin.put(realm.path(""), Map.of("eventsEnabled", false)));
        return realm;
    }
}
