package io.github.appkeys.it.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.RawHttp;
import io.github.appkeys.it.support.Refusals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The error table of the documentation, row by row, for pairs that are well-formed. */
@ExtendWith(KeycloakExtension.class)
class ErrorTableIT {

    private static final String GRANT = "grant_type=client_credentials";
    private static final String GENERIC = "Invalid client or Invalid client credentials";

    private static TestRealm realm;
    private static TestPair pair;
    private static TestPair other;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
        other = realm.linkedPair();
    }

    @Test
    void unknownAppKeyAndWrongAppTokenGetTheSameBytes() {
        RawHttp.Response unknown = post(realm, pair.appKey() + "x", pair.appToken(), GRANT);
        Refusals.assertEvent(realm, "UNKNOWN_KEY");
        RawHttp.Response wrong = post(realm, pair.appKey(), other.appToken(), GRANT);
        Refusals.assertEvent(realm, "WRONG_TOKEN");
        RawHttp.Response otherCase = post(realm, pair.appKey().toLowerCase(), pair.appToken(), GRANT);
        Refusals.assertEvent(realm, "UNKNOWN_KEY");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(unknown.json().path("error_description").asText()).isEqualTo(GENERIC);
        assertThat(wrong).isEqualTo(unknown);
        assertThat(otherCase).isEqualTo(unknown);
    }

    @Test
    void unknownAndWrongCostTheSameQueries() {
        post(realm, pair.appKey(), other.appToken(), GRANT);

        List<String> unknown = statementsOf(pair.appKey() + "x", pair.appToken());
        List<String> wrong = statementsOf(pair.appKey(), other.appToken());

        assertThat(unknown).hasSize(1);
        assertThat(wrong).isEqualTo(unknown);
    }

    @Test
    void aRealmWithoutAppKeysRespondsAsForAnUnknownAppKey(KeycloakServer server) {
        RawHttp.Response unknown = post(realm, "no-such-key", pair.appToken(), GRANT);
        TestRealm never = TestRealm.plain(server);
        TestRealm disabled = TestRealm.enabled(server);
        TestPair there = disabled.linkedPair();
        disabled.settings(Map.of("enabled", false));

        assertThat(post(never, pair.appKey(), pair.appToken(), GRANT)).isEqualTo(unknown);
        assertThat(post(disabled, there.appKey(), there.appToken(), GRANT)).isEqualTo(unknown);
        assertThat(disabled.lastEvent().path("details").has("app_key_reason")).as("Keycloak's own answer").isFalse();
    }

    @Test
    void aDisabledPairIsRefusedWithTheDate() {
        TestPair disabled = realm.linkedPair();
        disabled.update(Map.of("enabled", false));

        RawHttp.Response response = post(disabled, GRANT);

        Refusals.assertRefused(response, 401, "invalid_client");
        assertThat(response.json().path("error_description").asText())
                .matches("This pair is disabled since \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
        Refusals.assertEvent(realm, "DISABLED");
        assertThat(post(realm, disabled.appKey(), pair.appToken(), GRANT).body()).contains(GENERIC);
    }

    @Test
    void anExpiredTokenIsRefusedWithTheDate() {
        String expiresAt = java.time.Instant.now().plusSeconds(1).toString();
        TestPair expiring = realm.createPair(Map.of("label", "short", "expiresAt", expiresAt));
        expiring.link("orders:read");
        String status;
        do {
            status = expiring.get().path("status").asText();
        } while (!status.equals("EXPIRED"));

        RawHttp.Response response = post(expiring, GRANT);

        Refusals.assertRefused(response, 401, "invalid_client");
        String kept = expiring.get().path("tokens").path(0).path("expiresAt").asText();
        assertThat(response.json().path("error_description").asText()).isEqualTo("This appToken expired at " + kept);
        Refusals.assertEvent(realm, "EXPIRED");
    }

    @Test
    void anAddressOutsideTheAllowedNetworksIsRefused() {
        post(pair, GRANT);
        String here = realm.lastEvent().path("ipAddress").asText();
        TestPair inside = realm.createPair(Map.of("label", "lan", "allowedNetworks", List.of("192.0.2.0/24", here)));
        inside.link("orders:read");
        assertThat(post(inside, GRANT).status()).isEqualTo(200);

        inside.update(Map.of("allowedNetworks", List.of("192.0.2.0/24")));
        RawHttp.Response response = post(inside, GRANT);

        Refusals.assertRefused(response, 401, "invalid_client");
        assertThat(response.body()).contains("may not be used from the address " + here);
        Refusals.assertEvent(realm, "ADDRESS_NOT_ALLOWED");
    }

    @Test
    void aPairWithoutRoleIsRefusedWithTheRemedy() {
        TestPair bare = realm.createPair("bare");

        RawHttp.Response response = post(bare, GRANT);

        Refusals.assertRefused(response, 400, "unauthorized_client");
        assertThat(response.body()).contains("linked to no role").contains("key manager must link one");
        Refusals.assertEvent(realm, "NO_ROLE");
    }

    @ParameterizedTest
    @MethodSource("otherGrants")
    void otherGrantTypesAreRefusedWithTheRightOne(String form) {
        RawHttp.Response response = post(pair, form);

        Refusals.assertRefused(response, 400, "unauthorized_client");
        assertThat(response.body()).contains("client_credentials").contains("appKey and appToken");
        Refusals.assertEvent(realm, "GRANT_NOT_ALLOWED");
    }

    static Stream<String> otherGrants() {
        return Stream.of("grant_type=password&username=u&password=p",
                "grant_type=refresh_token&refresh_token=x",
                "grant_type=authorization_code&code=x&redirect_uri=http://localhost/",
                "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=x",
                "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=x",
                "grant_type=urn:ietf:params:oauth:grant-type:uma-ticket&audience=x",
                "grant_type=urn:openid:params:grant-type:ciba&auth_req_id=x");
    }

    private static List<String> statementsOf(String appKey, String appToken) {
        long mark = realm.server.log().mark();
        post(realm, appKey, appToken, GRANT);
        return realm.server.log().statementsSince(mark).stream()
                .map(line -> line.substring(line.indexOf("[org.hibernate.SQL]")).replaceAll("\\(executor-[^)]*\\)", ""))
                .filter(line -> !line.contains("EVENT_ENTITY"))
                .toList();
    }

    private static RawHttp.Response post(TestPair sent, String form) {
        return post(sent.realm(), sent.appKey(), sent.appToken(), form);
    }

    private static RawHttp.Response post(TestRealm where, String appKey, String appToken, String form) {
        return RawHttp.post(where.tokenUrl(), List.of(TestRealm.APP_KEY + ": " + appKey,
                TestRealm.APP_TOKEN + ": " + appToken), form);
    }
}
