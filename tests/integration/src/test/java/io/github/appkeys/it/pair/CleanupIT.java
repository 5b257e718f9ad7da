package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to a pair when its client is changed or deleted through Keycloak's own API. */
@Tag("database")
@ExtendWith(KeycloakExtension.class)
class CleanupIT {

    @Test
    void deletingTheClientLeavesNoRow(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        Map<String, Long> before = Rows.ofPairs(server);
        TestPair pair = realm.linkedPair();
        pair.update(Map.of("enabled", false));
        assertThat(Rows.ofPairs(server)).isNotEqualTo(before);

        expect(204, realm.admin.delete(realm.path("/clients/" + pair.clientUuid())));

        assertThat(Rows.ofPairs(server)).isEqualTo(before);
        expect(404, realm.admin.get(pair.path("")));
        expect(401, pair.exchange());
    }

    @Test
    void deletingThePairLeavesNoRow(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        Map<String, Long> before = Rows.ofPairs(server);

        TestPair pair = realm.linkedPair();
        expect(204, realm.admin.delete(pair.path("")));

        assertThat(Rows.ofPairs(server)).isEqualTo(before);
    }

    @Test
    void deletingTheRealmLeavesNoRow(KeycloakServer server) {
        Map<String, Long> before = Rows.ofPairs(server);
        TestRealm realm = TestRealm.enabled(server);
        realm.linkedPair();
        realm.createPair("another");

        expect(204, realm.admin.delete(realm.path("")));

        assertThat(Rows.ofPairs(server)).isEqualTo(before);
    }

    /** They are written later, so the other tests here would not see them. */
    @Test
    void failedAttemptsAreDeletedWithThePairOrTheRealm(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair deleted = realm.linkedPair();
        TestPair kept = realm.linkedPair();
        expect(401, realm.exchange(deleted.appKey(), kept.appToken()));
        expect(401, realm.exchange(kept.appKey(), deleted.appToken()));
        new TestClock(server).run("app-key-attempts");
        assertThat(attempts(deleted)).isEqualTo(1);
        assertThat(attempts(kept)).isEqualTo(1);

        expect(204, realm.admin.delete(deleted.path("")));
        assertThat(attempts(deleted)).isZero();
        assertThat(attempts(kept)).isEqualTo(1);

        expect(204, realm.admin.delete(realm.path("")));
        assertThat(attempts(kept)).isZero();
    }

    @Test
    void savingTheClientCreatesNoClientSecret(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        JsonNode client = client(pair);

        expect(204, realm.admin.put(realm.path("/clients/" + pair.clientUuid()), client));

        assertThat(client(pair).has("secret")).isFalse();
        expect(200, pair.exchange());
    }

    @Test
    void disablingTheClientDisablesThePairAndKeepsTheDate(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        ObjectNode client = (ObjectNode) client(pair);

        expect(204, realm.admin.put(realm.path("/clients/" + pair.clientUuid()), client.put("enabled", false)));
        String first = expect(401, pair.exchange()).field("error_description");
        expect(204, realm.admin.put(realm.path("/clients/" + pair.clientUuid()), client.put("name", "renamed")));

        assertThat(first).startsWith("This pair is disabled since 20");
        assertThat(expect(401, pair.exchange()).field("error_description")).isEqualTo(first);
        assertThat(pair.get().path("status").asText()).isEqualTo("DISABLED");
        assertThat(pair.get().path("label").asText()).isEqualTo("renamed");
    }

    @Test
    void aNewClientIdIsTheNewAppKey(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        ObjectNode client = (ObjectNode) client(pair);

        expect(204, realm.admin.put(realm.path("/clients/" + pair.clientUuid()),
                client.put("clientId", "renamed-key")));

        expect(401, pair.exchange());
        expect(200, realm.exchange("renamed-key", pair.appToken()));
        expect(204, realm.admin.put(realm.path("/clients/" + pair.clientUuid()), client.put("clientId", "no appKey")));
        expect(204, realm.admin.delete(realm.path("/app-keys/no%20appKey")));
    }

    @Test
    void linkingRecreatesADeletedServiceAccountWithoutDefaultRoles(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        expect(204, realm.admin.delete(realm.path("/users/" + pair.serviceAccountUserId())));
        assertThat(pair.get().path("serviceAccountUserId").isNull()).isTrue();
        expect(400, pair.exchange());

        pair.link("orders:write");

        assertThat(pair.get().path("roles").toString())
                .isEqualTo(Json.text(List.of(Json.of("name", "orders:write", "client", "orders-api"))));
        expect(200, pair.exchange());
    }

    @Test
    void aClientWithAnotherAuthenticatorIsNoApiClient(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        realm.settings(Map.of("guardAdministrators", false));
        TestPair pair = realm.linkedPair();
        ObjectNode client = (ObjectNode) client(pair);

        expect(204, realm.admin.put(realm.path("/clients/" + pair.clientUuid()),
                client.put("clientAuthenticatorType", "client-secret").put("secret", "a stock secret")));

        assertThat(expect(401, pair.exchange()).body()).contains("Invalid client or Invalid client credentials");
        assertThat(pair.get().path("status").asText()).isEqualTo("BROKEN");
        assertThat(realm.admin.get(realm.path("/app-keys/count?status=BROKEN")).json().asInt()).isEqualTo(1);
        expect(200, realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", pair.appKey(),
                "client_secret", "a stock secret")).send());
    }

    @Test
    void aClientWithTheAuthenticatorButWithoutAPairIsRefused(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        realm.createClient(Map.of("clientId", "impostor", "serviceAccountsEnabled", true, "publicClient", false,
                "clientAuthenticatorType", "app-key", "secret", "not a token"));

        expect(401, realm.exchange("impostor", pair.appToken()));
        expect(401, realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", "impostor",
                "client_secret", pair.appToken())).send());
    }

    private static long attempts(TestPair pair) {
        return Rows.count(pair.realm().server, "select count(*) from APP_KEY_ATTEMPT where CLIENT_UUID = '"
                + pair.clientUuid() + "'");
    }

    private static JsonNode client(TestPair pair) {
        return expect(200, pair.realm().admin.get(pair.realm().path("/clients/" + pair.clientUuid()))).json();
    }
}
