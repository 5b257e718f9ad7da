package io.github.appkeys.it.gateway;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;


import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Gateway;
import io.github.appkeys.it.support.LastUses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a gateway's calls leave behind. */
@ExtendWith(KeycloakExtension.class)
class GatewayEventsIT {

    @Test
    void oneEventForEachTokenAndALastUse(KeycloakServer server) throws InterruptedException {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        for (int i = 0; i < 5; i++) {
            expect(200, Gateway.ask(pair));
        }
        JsonNode events = realm.admin.get(realm.path("/events")).json();

        assertThat(events).hasSize(1);
        assertThat(events.path(0).path("type").asText()).isEqualTo("CLIENT_LOGIN");
        assertThat(events.path(0).path("clientId").asText()).isEqualTo(pair.appKey());
        assertThat(events.path(0).path("details").path("app_key_endpoint").asText()).isEqualTo("gateway");
        LastUses.await(pair);
    }

    @Test
    void aCallWithoutATokenIsAUse(KeycloakServer server) throws InterruptedException {
        TestPair pair = TestRealm.enabled(server).linkedPair();
        expect(200, Gateway.ask(pair, "?token=false"));

        LastUses.await(pair);
    }

    @Test
    void oneEventForTheSameRefusal(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        TestPair other = realm.linkedPair();
        double before = refused(server, "WRONG_TOKEN");
        for (int i = 0; i < 30; i++) {
            Http.Response wrong = expect(401, Http.get(Gateway.url(realm)).header(TestRealm.APP_KEY, pair.appKey())
                    .header(TestRealm.APP_TOKEN, other.appToken()).send());
            assertThat(wrong.header("X-App-Key-Refusal-Id")).isEmpty();
        }
        String id = expect(403, Gateway.ask(pair, "?role=none")).header("X-App-Key-Refusal-Id");
        JsonNode events = realm.admin.get(realm.path("/events?type=CLIENT_LOGIN_ERROR")).json();

        assertThat(events).hasSize(2);
        assertThat(events.path(0).path("details").path("app_key_reason").asText()).isEqualTo("ROLE_MISSING");
        assertThat(events.path(0).path("details").path("app_key_refusal_id").asText()).isEqualTo(id).isNotEmpty();
        assertThat(events.path(1).path("details").path("app_key_reason").asText()).isEqualTo("WRONG_TOKEN");
        assertThat(events.path(1).path("details").path("app_key_count").asText()).isEqualTo("1");
        assertThat(events.path(1).path("clientId").asText()).isEqualTo(pair.appKey());
        assertThat(events.toString()).doesNotContain("apptoken_");
        assertThat(refused(server, "WRONG_TOKEN")).isEqualTo(before + 30);
    }

    @Test
    void aGuesserWritesFewRows(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        for (int i = 0; i < 40; i++) {
            expect(401, Http.get(Gateway.url(realm)).header(TestRealm.APP_KEY, "guess-" + i)
                    .header(TestRealm.APP_TOKEN, pair.appToken()).send());
        }

        assertThat(realm.admin.get(realm.path("/events?type=CLIENT_LOGIN_ERROR")).json()).hasSize(20);
    }

    @Test
    void metricsHaveLabelsFromClosedLists(KeycloakServer server) {
        TestPair pair = TestRealm.enabled(server).linkedPair();
        double accepted = metric(server, "app_key_gateway_calls_total{outcome=\"accepted\",reason=\"NONE\"}");
        double minted = metric(server, "app_key_gateway_tokens_total{source=\"MINTED\"}");
        double reused = metric(server, "app_key_gateway_tokens_total{source=\"REUSED\"}");
        for (int i = 0; i < 3; i++) {
            expect(200, Gateway.ask(pair));
        }

        assertThat(metric(server, "app_key_gateway_calls_total{outcome=\"accepted\",reason=\"NONE\"}"))
                .isEqualTo(accepted + 3);
        assertThat(metric(server, "app_key_gateway_tokens_total{source=\"MINTED\"}")).isEqualTo(minted + 1);
        assertThat(metric(server, "app_key_gateway_tokens_total{source=\"REUSED\"}")).isEqualTo(reused + 2);
    }

    @Test
    void withoutTlsAllAreRefusedAlike(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        ObjectNode settings = (ObjectNode) realm.admin.get("/" + realm.name).json();
        expect(204, realm.admin.put("/" + realm.name, settings.put("sslRequired", "all")));

        Http.Response good = expect(403, Gateway.ask(pair));
        Http.Response bad = expect(403, Http.get(Gateway.url(realm)).send());

        assertThat(good.body()).isEqualTo(bad.body()).contains("HTTPS required");
        expect(403, Http.request("OPTIONS", Gateway.url(realm) + "?preflight=allow").send());
        expect(403, Http.request("POST", server.url() + "/realms/" + realm.name + "/app-keys/login")
                .body("application/json", "{}").send());
    }

    @Test
    void aDisabledRealmIsRefused(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        ObjectNode settings = (ObjectNode) realm.admin.get("/" + realm.name).json();
        expect(204, realm.admin.put("/" + realm.name, settings.put("enabled", false)));

        expect(403, Gateway.ask(pair));
    }

    private static double refused(KeycloakServer server, String reason) {
        return metric(server, "app_key_gateway_calls_total{outcome=\"refused\",reason=\"" + reason + "\"}");
    }

    private static double metric(KeycloakServer server, String name) {
        return Http.get(server.managementUrl() + "/metrics").send().body().lines()
                .filter(line -> line.startsWith(name)).mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .findFirst().orElseThrow();
    }
}
