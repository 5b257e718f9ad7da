package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.LastUses;
import io.github.appkeys.it.support.Listed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pairs are listed, and in which order. */
@ExtendWith(KeycloakExtension.class)
class FiltersIT {

    private static KeycloakServer server;
    private static TestRealm realm;
    private static TestPair used;

    @BeforeAll
    static void prepare(KeycloakServer started) throws InterruptedException {
        server = started;
        realm = TestRealm.enabled(server);
        used = realm.createPair(Map.of("label", "beta", "appKey", "used", "contact", "Ops@Example.org"));
        used.link("orders:read");
        realm.createPair(Map.of("label", "Alpha", "appKey", "soon", "expiresAt", inDays(3)))
                .link("orders:read", "orders:write");
        TestPair later = realm.createPair(Map.of("label", "gamma", "appKey", "later", "expiresAt", inDays(40)));
        expect(204, realm.admin.post(later.path("/roles"), List.of(Map.of("name", "catalog-viewer"))));
        realm.createPair(Map.of("label", "Delta", "appKey", "renewed")).renewed(Map.of("overlapSeconds", 3600));
        realm.claimablePair(Map.of("label", "epsilon", "appKey", "waits", "delivery", "LINK"));
        expect(204, realm.admin.delete(realm.claimablePair(Map.of("label", "Zeta", "appKey", "unclaimed", "delivery",
                "LINK")).path("/claim-link")));
        TestPair revoked = realm.createPair(Map.of("label", "eta", "appKey", "revoked"));
        expect(204, realm.admin.delete(revoked.path("/tokens/" + revoked.listed().path("id").asText())));
        expect(200, used.exchange());
        LastUses.await(used);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            expiresWithinDays=3             | soon
            expiresWithinDays=2             |
            expiresWithinDays=3650          | later, soon
            neverUsed=true                  | revoked, unclaimed, waits, renewed, later, soon
            neverUsed=false&search=us       | used
            unusedDays=1                    |
            claim=PENDING                   | waits
            claim=NEVER                     | unclaimed
            renewal=true                    | renewed
            role=orders-api:orders:read     | soon, used
            role=orders-api:orders:write    | soon
            role=catalog-viewer             | later
            contact=ops%40example           | used
            contact=OPS                     | used
            contact=%25                     |
            status=EXPIRED                  | revoked, unclaimed
            status=BROKEN                   |
            status=ACTIVE&renewal=true      |
            status=NO_ROLE&renewal=true     | renewed
            status=ACTIVE&role=catalog-viewer&expiresWithinDays=60&neverUsed=true&search=LATER | later
            """)
    void filtersAloneAndTogether(String query, String found) {
        List<String> expected = found == null ? List.of() : List.of(found.split(", "));

        assertThat(Listed.appKeys(realm, "?" + query)).isEqualTo(expected);
        assertThat(Listed.count(realm, "?" + query)).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sort=label                 | soon, used, renewed, waits, revoked, later, unclaimed
            sort=label&order=desc      | unclaimed, later, revoked, waits, renewed, used, soon
            sort=appKey                | later, renewed, revoked, soon, unclaimed, used, waits
            sort=createdAt             | used, soon, later, renewed, waits, unclaimed, revoked
            sort=createdAt&order=desc  | revoked, unclaimed, waits, renewed, later, soon, used
            order=asc                  | used, soon, later, renewed, waits, unclaimed, revoked
            """)
    void ordersByAField(String query, String found) {
        List<String> expected = List.of(found.split(", "));

        assertThat(Listed.appKeys(realm, "?" + query)).isEqualTo(expected);
        assertThat(Listed.appKeys(realm, "?" + query + "&first=2&max=3")).isEqualTo(expected.subList(2, 5));
    }

    @Test
    void ordersByLastUseAndExpiryWithThoseThatHaveNoneAtOneEnd() {
        assertThat(Listed.appKeys(realm, "?sort=lastUsedAt&order=desc")).hasSize(7).startsWith("used");
        assertThat(Listed.appKeys(realm, "?sort=lastUsedAt")).hasSize(7).endsWith("used");
        assertThat(Listed.appKeys(realm, "?sort=expiresAt")).hasSize(7).startsWith("revoked", "soon", "later");
        assertThat(Listed.appKeys(realm, "?sort=expiresAt&order=desc")).endsWith("later", "soon", "revoked");
        List<String> equal = Listed.appKeys(realm, "?sort=lastUsedAt&neverUsed=true");
        assertThat(Listed.appKeys(realm, "?sort=lastUsedAt&neverUsed=true&first=1&max=2"))
                .isEqualTo(equal.subList(1, 3));
        assertThat(Listed.appKeys(realm, "?sort=lastUsedAt&order=desc&neverUsed=true")).isEqualTo(equal);
    }

    @Test
    void countsUnusedDaysFromTheLastUseOrTheCreation() throws InterruptedException {
        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofDays(2));
            assertThat(Listed.count(realm, "?unusedDays=1")).isEqualTo(7);
            assertThat(Listed.count(realm, "?unusedDays=3")).isZero();
            expect(200, used.exchange());
            LastUses.await(used, moment -> moment.isAfter(Instant.now().plus(Duration.ofDays(1))));
            assertThat(Listed.appKeys(realm, "?unusedDays=1")).hasSize(6).doesNotContain("used");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            role=orders-api:no-such-role | role must name a role
            role=nothing                 | role must name a role
            sort=LABEL                   | sort must be one of
            order=up                     | order must be one of
            claim=x                      | claim must be one of
            status=ACTIVE&status=EXPIRED | status can be given once only
            expiresWithinDays=-1         | expiresWithinDays must be a whole number
            contact=a%0Ab                | contact must be a printable text
            """)
    void refusesWhatIsNone(String query, String says) {
        Http.Response refused = expect(400, realm.admin.get(realm.path("/app-keys?" + query)));

        assertThat(refused.field("errorMessage")).startsWith(says);
    }

    /** By others than our services: the rows follow later. */
    @Test
    void findsAPairWhoseServiceAccountWasMadeAnew() {
        TestRealm other = TestRealm.enabled(server);
        TestPair pair = other.linkedPair();
        expect(204, other.admin.delete(other.path("/users/" + pair.serviceAccountUserId())));
        assertThat(Listed.appKeys(other, "?status=NO_ROLE")).containsExactly(pair.appKey());

        pair.link("orders:read");

        assertThat(Listed.appKeys(other, "?status=ACTIVE&role=orders-api:orders:read")).containsExactly(pair.appKey());
        assertThat(pair.get().path("serviceAccountUserId").asText()).isNotEqualTo(pair.serviceAccountUserId());
    }

    private static String inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days)).minusSeconds(60).toString();
    }
}
