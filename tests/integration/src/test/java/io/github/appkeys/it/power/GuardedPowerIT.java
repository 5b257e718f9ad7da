package io.github.appkeys.it.power;

import static io.github.appkeys.harness.TestRealm.expect;
import static io.github.appkeys.it.support.GuardedRealm.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.GuardedRealm;
import io.github.appkeys.it.support.GuardedRealm.Way;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key manager who manages clients, too, and wants a token with the roles of a pair that may do more. */
@ExtendWith(KeycloakExtension.class)
class GuardedPowerIT {

    private static final String POWER = "roles that give rights over Keycloak";
    private static final Map<String, ?> STOLEN = Map.of("clientAuthenticatorType", "client-secret", "secret", "mine");

    private static GuardedRealm guarded;
    private static TestRealm realm;
    private static String owner;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        guarded = new GuardedRealm(server);
        realm = guarded.realm;
        owner = realm.administrator("owner", "a password", "realm-admin").accessToken();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theSecretOfAnotherAuthenticatorGetsNoToken(Way way) {
        TestPair pair = powerful();
        ObjectNode stolen = GuardedRealm.changed(guarded.client(pair.clientUuid()), STOLEN);

        Http.Response response = guarded.send(way, guarded.keeper, pair.appKey(), stolen);

        assertThat(administers("mine", pair)).isFalse();
        if (way == Way.PARTIAL_IMPORT) {
            // a new client of this name, with a new service account
            expect(200, response);
            return;
        }
        assertRefused(way, response, POWER);
        if (way == Way.ADMIN_REST) {
            expect(204, guarded.send(way, owner, pair.appKey(), stolen));
            assertThat(administers("mine", pair)).isTrue();
        }
    }

    @Test
    void aGeneratedSecretGetsNoToken() {
        TestPair pair = powerful();
        String path = "/clients/" + pair.clientUuid() + "/client-secret";

        assertRefused(Way.ADMIN_REST, guarded.send(guarded.keeper, "POST", path, null), POWER);
        expect(200, guarded.send(owner, "POST", path, null));
    }

    /** Those who are no key managers may enable an API client as any other: unless it has such roles. */
    @ParameterizedTest
    @EnumSource(value = Way.class, names = {"ADMIN_REST", "REGISTRATION"})
    void aDisabledPairIsNotEnabled(Way way) {
        TestPair pair = powerful();
        TestPair ordinary = guarded.adopted();
        for (TestPair each : List.of(pair, ordinary)) {
            assertThat(guarded.send(way, guarded.clerk, each.appKey(), enabled(each, false)).status())
                    .isBetween(200, 204);
            expect(401, each.exchange());
        }

        assertRefused(way, guarded.send(way, guarded.clerk, pair.appKey(), enabled(pair, true)), POWER);
        assertRefused(way, guarded.send(way, guarded.keeper, pair.appKey(), enabled(pair, true)), POWER);
        // newer versions of Keycloak take no registration access token of a disabled client
        assertThat(guarded.send(Way.REGISTRATION, guarded.registrationToken(pair.clientUuid()), pair.appKey(),
                enabled(pair, true)).status()).isBetween(401, 403);

        expect(401, pair.exchange());
        assertThat(guarded.send(way, guarded.clerk, ordinary.appKey(), enabled(ordinary, true)).status())
                .isBetween(200, 204);
        expect(200, ordinary.exchange());
        assertThat(guarded.send(way, owner, pair.appKey(), enabled(pair, true)).status()).isBetween(200, 204);
        expect(200, pair.exchange());
    }

    @Test
    void aPairWithAnotherAuthenticatorDoesNotGetItsOwnBack() {
        TestPair pair = powerful();
        expect(204, guarded.send(owner, "PUT", "/clients/" + pair.clientUuid(), STOLEN));
        expect(401, pair.exchange());
        Map<String, ?> back = Map.of("clientAuthenticatorType", "app-key");

        String path = "/clients/" + pair.clientUuid();
        assertRefused(Way.ADMIN_REST, guarded.send(guarded.keeper, "PUT", path, back), POWER);
        expect(401, pair.exchange());
        expect(204, guarded.send(owner, "PUT", path, back));
        expect(200, pair.exchange());
    }

    @Test
    void anAdministratorOfMasterWithoutTheRightGetsNoTokenEither() {
        TestPair pair = powerful();
        String ofMaster = guarded.ofMaster("keeper-of-" + realm.name, "manage-clients", "manage-app-keys");

        assertRefused(Way.ADMIN_REST, guarded.send(ofMaster, "PUT", "/clients/" + pair.clientUuid(), STOLEN), POWER);
        expect(403, guarded.send(ofMaster, "POST", "/app-keys/" + pair.appKey() + "/roles",
                List.of(Map.of("name", "realm-admin", "client", "realm-management"))));
        expect(204, realm.admin.put(realm.path("/clients/" + pair.clientUuid()), STOLEN));
    }

    private static ObjectNode enabled(TestPair pair, boolean enabled) {
        return GuardedRealm.changed(guarded.client(pair.clientUuid()), Map.of("enabled", enabled));
    }

    private static TestPair powerful() {
        TestPair pair = realm.linkedPair();
        expect(204, realm.admin.post(pair.path("/roles"),
                List.of(Map.of("name", "realm-admin", "client", "realm-management"))));
        return pair;
    }

    /** A token by the client secret, and with it a change of the realm. */
    private static boolean administers(String secret, TestPair pair) {
        Http.Response token = realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", pair.appKey(),
                "client_secret", secret)).send();
        return token.status() == 200 && Http.request("PUT", realm.server.url() + "/admin/realms" + realm.path(""))
                .header("Authorization", "Bearer " + token.field("access_token"))
                .body("application/json", Json.text(Map.of("displayName", "mine"))).send().status() == 204;
    }
}
