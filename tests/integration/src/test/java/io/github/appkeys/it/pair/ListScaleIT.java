package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Seed;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Filters, orders and deep pages among a hundred thousand pairs, on each database, and on PostgreSQL in the minute in
 * which it does not know yet how many there are. Takes long, so it has a profile: {@code mvn -Pscale verify}.
 */
@Tag("scale")
class ListScaleIT {

    private static final int PAIRS = Integer.getInteger("scale.pairs", 100_000);
    /** Of a call, on a machine that does other work, too. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final List<String> QUERIES = List.of("", "?first=%d", "?status=ACTIVE", "?status=NO_ROLE",
            "?status=EXPIRED", "?status=BROKEN", "?status=DISABLED", "?search=abcd", "?search=seed-777",
            "?search=integra%%C3%%A7", "?search=integra%%C3%%A7&sort=label", "?expiresWithinDays=30", "?unusedDays=30",
            "?neverUsed=true", "?claim=PENDING", "?claim=NEVER", "?renewal=true", "?role=orders-api:orders:read",
            "?role=orders-api:orders:write", "?contact=example", "?sort=label", "?sort=label&first=%d",
            "?sort=appKey&order=desc", "?sort=lastUsedAt", "?sort=expiresAt", "?sort=expiresAt&first=%d",
            "?status=ACTIVE&role=orders-api:orders:read&sort=lastUsedAt&order=desc&neverUsed=true&first=5000");

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres", "mariadb"})
    void isFast(String vendor) throws Exception {
        try (DistributionServer server = KeycloakExtension.startOwn("list-scale-" + vendor, database(vendor))) {
            TestRealm realm = TestRealm.enabled(server);
            TestPair pair = realm.createPair(Map.of("label", "Integration", "contact", "erp@example.org",
                    "expiresAt", "2099-01-01T00:00:00Z"));
            pair.link("orders:read");
            Seed.copyWithoutStatistics(pair, PAIRS - 1);
            assertThat(expect(200, realm.admin.get(realm.path("/app-keys/count"))).body()).isEqualTo("" + PAIRS);
            for (String query : QUERIES) {
                String path = realm.path("/app-keys" + query.formatted(PAIRS - 100));
                Duration list = time(realm, path);
                Duration count = query.contains("sort") || query.contains("first") ? Duration.ZERO
                        : time(realm, path.replace("/app-keys", "/app-keys/count"));
                System.out.printf("%s, %,d pairs, %s: list %d ms, count %d ms%n", vendor, PAIRS, query,
                        list.toMillis(), count.toMillis());
                assertThat(list).as(query).isLessThan(LIMIT);
                assertThat(count).as(query).isLessThan(LIMIT);
            }
        }
    }

    private static Duration time(TestRealm realm, String path) {
        realm.admin.get(realm.path("/app-keys/count?search=warm"));
        Instant start = Instant.now();
        expect(200, realm.admin.get(path));
        return Duration.between(start, Instant.now());
    }

    private static Database database(String vendor) {
        try {
            return switch (vendor) {
                case "h2" -> Database.h2(Path.of(System.getProperty("keycloak.work")).toAbsolutePath()
                        .resolve("list-scale-h2/data/h2"));
                case "postgres" -> Database.postgres("app_keys_list_scale");
                default -> Database.mariadb("app_keys_list_scale", "");
            };
        } catch (IllegalStateException e) {
            return Assumptions.abort("no such database on this host");
        }
    }
}
