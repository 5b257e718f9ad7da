package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.StockClients;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings of a client that make no sense for a pair are switched off. */
@ExtendWith(KeycloakExtension.class)
class AdoptedSettingsIT {

    private static final Map<String, ?> REFRESH = Map.of("attributes",
            Map.of("client_credentials.use_refresh_token", "true"));

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void noSessionIsStoredForAnExchange() {
        String uuid = StockClients.create(realm, "erp", REFRESH);
        assertThat(expect(200, StockClients.bySecret(realm, "erp")).body()).contains("refresh_token");
        long before = sessions(uuid);

        TestPair pair = TestPair.of(realm, StockClients.adopt(realm, Map.of("clientId", "erp")));

        assertNoRefreshToken(pair);
        assertThat(sessions(uuid)).isEqualTo(before);
    }

    @Test
    void switchedOnByHandItIsSwitchedOffAgain() {
        TestPair pair = realm.linkedPair();

        expect(204, realm.admin.put(realm.path("/clients/" + pair.clientUuid()), REFRESH));

        assertNoRefreshToken(pair);
        assertThat(sessions(pair.clientUuid())).isZero();
    }

    private static void assertNoRefreshToken(TestPair pair) {
        JsonNode token = expect(200, pair.exchange()).json();
        assertThat(token.has("refresh_token")).isFalse();
        assertThat(token.path("refresh_expires_in").asInt()).isZero();
    }

    private static long sessions(String uuid) {
        return realm.admin.get(realm.path("/clients/" + uuid + "/session-count")).json().path("count").asLong();
    }
}
