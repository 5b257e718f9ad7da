package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static io.github.appkeys.it.support.StockClients.adopt;
import static io.github.appkeys.it.support.StockClients.bySecret;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.StockClients;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that existed before becomes an API client. */
@Tag("database")
@ExtendWith(KeycloakExtension.class)
class AdoptionIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void anAdoptedClientKeepsRolesAndSettingsAndLosesItsSecret() {
        String uuid = StockClients.create(realm, "erp", Map.of("name", "The ERP", "description", "old",
                "attributes", Map.of("access.token.lifespan", "77"), "directAccessGrantsEnabled", true));
        expect(200, bySecret(realm, "erp"));

        TestPair pair = TestPair.of(realm, adopt(realm, Map.of("clientId", "erp")));

        assertThat(pair.appKey()).isEqualTo("erp");
        assertThat(pair.clientUuid()).isEqualTo(uuid);
        JsonNode got = pair.get();
        assertThat(got.path("label").asText()).isEqualTo("The ERP");
        assertThat(got.path("description").asText()).isEqualTo("old");
        assertThat(got.path("renewal").isNull()).isTrue();
        assertThat(got.path("tokens")).hasSize(1);
        expect(401, bySecret(realm, "erp"));
        JsonNode token = expect(200, pair.exchange()).json();
        assertThat(token.path("expires_in").asInt()).isEqualTo(77);
        assertThat(Jwt.claims(token.path("access_token").asText()).path("resource_access").path("orders-api")
                .path("roles").toString()).isEqualTo(Json.text(List.of("orders:read")));
        assertNoSecret(realm, uuid);
        JsonNode client = realm.admin.get(realm.path("/clients/" + uuid)).json();
        for (String flow : List.of("standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled")) {
            assertThat(client.path(flow).asBoolean(true)).as(flow).isFalse();
        }
    }

    @Test
    void theClientSecretWorksUntilFinishAt(KeycloakServer server) {
        // its clock is moved, so its events are not in order
        TestRealm realm = TestRealm.enabled(server);
        String uuid = StockClients.create(realm, "wms", Map.of());
        Instant finishAt = Instant.now().plusSeconds(3600);
        TestPair pair = TestPair.of(realm, adopt(realm, Map.of("clientId", "wms", "finishAt", finishAt.toString())));

        assertNoSecret(realm, uuid);
        assertThat(pair.get().path("renewal").path("finishAt").asText()).isEqualTo(
                finishAt.truncatedTo(ChronoUnit.MILLIS).toString());
        assertThat(pair.get().path("tokens").path(1).path("hint").asText()).isEmpty();
        expect(200, bySecret(realm, "wms"));
        expect(200, byBasic(realm, "wms", StockClients.SECRET));
        expect(200, pair.exchange());
        assertThat(expect(401, byBasic(realm, "wms", "wrong")).body())
                .isEqualTo(expect(401, byBasic(realm, "nobody", "wrong")).body());
        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofSeconds(3601));
            expect(401, bySecret(realm, "wms"));
            expect(200, pair.exchange());
        }
    }

    @Test
    void finishingEndsTheClientSecret() {
        StockClients.create(realm, "pos", Map.of());
        TestPair pair = TestPair.of(realm,
                adopt(realm, Map.of("clientId", "pos", "finishAt", "2099-01-01T00:00:00Z")));
        assertThat(expect(409, realm.admin.delete(pair.path("/renewal"))).field("errorMessage"))
                .contains("cannot come back");

        expect(204, realm.admin.post(pair.path("/renewal/finish"), ""));

        assertThat(expect(401, bySecret(realm, "pos")).field("error_description"))
                .contains("was replaced in a renewal");
        expect(200, pair.exchange());
    }

    @Test
    void theClientSecretOfADisabledPairIsRefused() {
        StockClients.create(realm, "off", Map.of());
        TestPair pair = TestPair.of(realm,
                adopt(realm, Map.of("clientId", "off", "finishAt", "2099-01-01T00:00:00Z")));

        pair.update(Map.of("enabled", false));

        expect(401, bySecret(realm, "off"));
        assertThat(realm.lastEvent().path("details").path("app_key_reason").asText()).isEqualTo("DISABLED");
    }

    private static Http.Response byBasic(TestRealm realm, String clientId, String secret) {
        String credentials = Base64.getEncoder().encodeToString((clientId + ":" + secret)
                .getBytes(StandardCharsets.UTF_8));
        return realm.tokenRequest(Map.of("grant_type", "client_credentials"))
                .header("Authorization", "Basic " + credentials).send();
    }

    private static void assertNoSecret(TestRealm realm, String uuid) {
        assertThat(realm.admin.get(realm.path("/clients/" + uuid)).body()).doesNotContain(StockClients.SECRET);
        assertThat(realm.admin.get(realm.path("/clients/" + uuid + "/client-secret")).field("value")).isEmpty();
        assertThat(realm.admin.get(realm.path("/app-keys")).body()).doesNotContain(StockClients.SECRET);
    }
}
