package io.github.appkeys.it.exchange;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.LastUses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From where a pair may be used: behind a proxy that Keycloak was told about, and without one. */
@ExtendWith(KeycloakExtension.class)
class NetworksIT {

    private static DistributionServer behindProxy;
    private static TestRealm realm;
    private static TestRealm direct;

    @BeforeAll
    static void start(KeycloakServer server) {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        behindProxy = KeycloakExtension.startOwn("networks", null, "--proxy-headers=xforwarded");
        realm = TestRealm.enabled(behindProxy);
        direct = TestRealm.enabled(server);
    }

    @AfterAll
    static void stop() {
        if (behindProxy != null) {
            behindProxy.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, 200",
        "203.0.113.7, 203.0.113.8, 401",
        "203.0.113.0/25, 203.0.113.127, 200",
        "203.0.113.0/25, 203.0.113.128, 401",
        "0.0.0.0/0, 198.51.100.1, 200",
        "0.0.0.0/0, 2001:db8::1, 401",
        "2001:db8::7, 2001:db8:0:0:0:0:0:7, 200",
        "2001:DB8::7, 2001:db8::7, 200",
        "2001:db8::7, 2001:db8::8, 401",
        "2001:db8:0:100::/56, 2001:db8:0:1ff:ffff::1, 200",
        "2001:db8:0:100::/56, 2001:db8:0:200::1, 401",
        "203.0.113.7, ::ffff:203.0.113.7, 200",
        "203.0.113.7, 127.0.0.1, 401",
        "203.0.113.7, '203.0.113.7, 198.51.100.1', 200",
        "203.0.113.7, '198.51.100.1, 203.0.113.7', 401",
        "0.0.0.0/0, 010.0.0.1, 401",
        "10.0.0.0/8, 0x0a.0.0.1, 401",
        "0.0.0.0/0, localhost, 401",
        "::/0, host.example.org, 401",
        "fe80::/10, fe80::1%eth0, 200",
        "203.0.113.7, 203.0.113.7.example.org, 401"})
    void behindAProxyTheForwardedAddressIsChecked(String network, String address, int status) {
        TestPair pair = pair(realm, List.of(network));

        Http.Response response = expect(status, exchange(pair, address));

        if (status == 401) {
            assertThat(response.field("error_description")).startsWith("This pair may not be used from the address ");
            assertThat(realm.lastEvent().path("details").path("app_key_reason").asText())
                    .isEqualTo("ADDRESS_NOT_ALLOWED");
        }
    }

    @Test
    void oneMatchingNetworkIsEnough() {
        TestPair pair = pair(realm, List.of("192.0.2.0/24", "2001:db8::/32", "203.0.113.7"));

        expect(200, exchange(pair, "203.0.113.7"));
        expect(200, exchange(pair, "2001:db8::1"));
        expect(401, exchange(pair, "203.0.113.6"));
        pair.update(Map.of("allowedNetworks", List.of()));
        expect(200, exchange(pair, "203.0.113.6"));
    }

    /** A proxy may send a host name, an address with a zone, or whatever came to it. */
    @Test
    void anAddressOfAnyFormIsKeptAsFarAsItFits() throws InterruptedException {
        Map<TestPair, String> pairs = new LinkedHashMap<>();
        for (String address : List.of("client-17.a-long-name-of-a-department.branch.example.org",
                "fe80:0000:0000:0000:0000:0000:0000:0001%very-long-zone-name", "büro-17.example.org")) {
            TestClaim claim = realm.claimablePair("from afar");
            TestPair pair = claim.pair(expect(200, Http.request("POST", claim.url()).body(TestRealm.FORM, "")
                    .header("X-Forwarded-For", address).header("X-Forwarded-Proto", "https").send()));
            pair.link("orders:read");

            expect(200, exchange(pair, address));

            String claimedFrom = claim.claim().path("claimedFrom").asText();
            assertThat(claimedFrom).as(address).isNotEmpty().hasSizeLessThanOrEqualTo(45);
            pairs.put(pair, claimedFrom);
        }
        for (Map.Entry<TestPair, String> each : pairs.entrySet()) {
            assertThat(LastUses.await(each.getKey()).path("lastUsedFrom").asText()).isEqualTo(each.getValue());
        }
    }

    /** Without a proxy, the address is that of the connection, whatever the header says. */
    @Test
    void withoutAProxyTheForwardedAddressIsIgnored() {
        TestPair elsewhere = pair(direct, List.of("203.0.113.7"));
        TestPair here = pair(direct, List.of("127.0.0.1", "::1"));

        assertThat(expect(401, exchange(elsewhere, "203.0.113.7")).field("error_description"))
                .doesNotContain("203.0.113.7");
        expect(200, exchange(here, "203.0.113.7"));
    }

    @Test
    void atMostFiftyNetworksAreAccepted() {
        List<String> fifty = IntStream.range(0, 50)
                .mapToObj(i -> "2001:db8:ffff:ffff:ffff:ffff:ffff:" + (1000 + i) + "/128").toList();
        TestPair pair = pair(direct, fifty);
        assertThat(pair.get().path("allowedNetworks")).hasSize(50);

        List<String> more = IntStream.range(0, 51).mapToObj(i -> "192.0.2." + i).toList();
        assertThat(expect(400, direct.admin.put(pair.path(""), Map.of("allowedNetworks", more))).field("errorMessage"))
                .contains("allowedNetworks has more than 50 entries");
        assertThat(pair.get().path("allowedNetworks")).hasSize(50);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.256, 1", "192.0.2.0/33, 2", "2001:db8::/129, 3", "example.org, 2", "2001:db8::g, 1", "'', 3",
        "192.0.2.1/, 2", "10.0.0.0/8 , 4", "010.0.0.1, 1",
        "*, 1", "203.0.113.*, 2", "*.example.org, 3", "0x0a.0.0.1, 1", "fe80::1%eth0, 2"})
    void anInvalidNetworkIsRefusedWithItsPosition(String wrong, int position) {
        TestPair pair = pair(direct, List.of("192.0.2.1"));
        List<String> networks = new ArrayList<>(List.of("192.0.2.1", "192.0.2.2", "192.0.2.3"));
        networks.add(position - 1, position == 4 ? wrong + " " : wrong);

        assertThat(expect(400, direct.admin.put(pair.path(""), Map.of("allowedNetworks", networks)))
                .field("errorMessage")).contains("Entry " + position + " of allowedNetworks is wrong");
        expect(400, direct.admin.post(direct.path("/app-keys"), Map.of("label", "x", "allowedNetworks", networks)));

        assertThat(pair.get().path("allowedNetworks")).hasSize(1);
    }

    private static TestPair pair(TestRealm realm, List<String> networks) {
        TestPair pair = TestPair.of(realm, expect(201, realm.admin.post(realm.path("/app-keys"),
                Map.of("label", "from somewhere", "allowedNetworks", networks))).json());
        pair.link("orders:read");
        return pair;
    }

    private static Http.Response exchange(TestPair pair, String address) {
        return pair.realm().tokenRequest(Map.of("grant_type", "client_credentials"))
                .header(TestRealm.APP_KEY, pair.appKey()).header(TestRealm.APP_TOKEN, pair.appToken())
                .header("X-Forwarded-For", address).header("X-Forwarded-Proto", "https").send();
    }
}
