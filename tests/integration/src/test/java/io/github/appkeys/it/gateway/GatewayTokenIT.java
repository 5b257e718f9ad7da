package io.github.appkeys.it.gateway;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Gateway;
import io.github.appkeys.it.support.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The access tokens that a gateway gets: the realm's own, made once. */
@ExtendWith(KeycloakExtension.class)
class GatewayTokenIT {

    @Test
    void haveTheClaimsOfAnExchange(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        expect(201, realm.admin.post(realm.path("/clients/" + pair.clientUuid() + "/protocol-mappers/models"),
                Map.of("name", "tenant", "protocol", "openid-connect", "protocolMapper",
                        "oidc-hardcoded-claim-mapper", "config", Map.of("claim.name", "tenant", "claim.value", "acme",
                                "access.token.claim", "true", "jsonType.label", "String"))));

        JsonNode exchanged = Jwt.claims(expect(200, pair.exchange()).field("access_token"));
        JsonNode gateway = Jwt.claims(Gateway.token(Gateway.ask(pair)));

        assertThat(gateway.path("tenant").asText()).isEqualTo("acme");
        assertThat(gateway.path("exp").asLong() - gateway.path("iat").asLong())
                .isEqualTo(exchanged.path("exp").asLong() - exchanged.path("iat").asLong());
        assertThat(gateway.path("jti").asText().split(":")[0]).isEqualTo(exchanged.path("jti").asText().split(":")[0]);
        assertThat(withoutTimes(gateway)).isEqualTo(withoutTimes(exchanged));
    }

    @Test
    void areUsedAgainUntilFourFifthsOfTheirLife(KeycloakServer server) {
        TestPair pair = TestRealm.enabled(server).linkedPair();
        try (TestClock clock = new TestClock(server)) {
            String first = Gateway.token(Gateway.ask(pair));
            assertThat(Gateway.token(Gateway.ask(pair))).isEqualTo(first);
            clock.set(Duration.ofSeconds(225));
            assertThat(Gateway.token(Gateway.ask(pair))).isEqualTo(first);

            clock.set(Duration.ofSeconds(250));
            assertThat(Gateway.token(Gateway.ask(pair))).isNotEqualTo(first);
        }
    }

    @Test
    void areMadeOnceForManyFirstCalls(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        expect(200, Gateway.ask(pair, "?token=false"));

        List<Http.Response> answers = Parallel.atOnce(16, () -> Gateway.ask(pair));

        assertThat(answers.stream().map(Gateway::tokenId).distinct()).hasSize(1);
        assertThat(realm.admin.get(realm.path("/events?type=CLIENT_LOGIN&client=" + pair.appKey())).json()).hasSize(1);
    }

    @Test
    void areNotHandedOutAgainOnceRevoked(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        String first = Gateway.token(Gateway.ask(pair));

        expect(200, Http.request("POST", realm.openId("/revoke")).body(TestRealm.FORM, Http.form(Map.of("token",
                first))).header(TestRealm.APP_KEY, pair.appKey()).header(TestRealm.APP_TOKEN, pair.appToken()).send());

        String next = Gateway.token(Gateway.ask(pair));
        assertThat(next).isNotEqualTo(first);
        assertThat(Gateway.token(Gateway.ask(pair))).isEqualTo(next);
    }

    @Test
    void areNotGivenWhereTheyMustBeBound(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        for (String attribute : List.of("dpop.bound.access.tokens", "tls.client.certificate.bound.access.tokens")) {
            TestPair pair = realm.linkedPair();
            Gateway.token(Gateway.ask(pair));
            String path = realm.path("/clients/" + pair.clientUuid());
            ObjectNode client = (ObjectNode) realm.admin.get(path).json();
            client.withObject("/attributes").put(attribute, "true");
            expect(204, realm.admin.put(path, client));

            assertThat(expect(403, Gateway.ask(pair)).field("app_key_reason")).isEqualTo("TOKEN_BOUND");
            expect(200, Gateway.ask(pair, "?token=false"));
        }
    }

    @Test
    void askTheClientPoliciesOfTheRealm(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        JsonNode profiles = realm.admin.get(realm.path("/client-policies/profiles")).json();
        JsonNode policies = realm.admin.get(realm.path("/client-policies/policies")).json();
        ((ObjectNode) profiles).withArray("profiles").addPOJO(Http.JSON.valueToTree(Map.of("name", "none",
                "executors", List.of(Map.of("executor", "reject-request", "configuration", Map.of())))));
        ((ObjectNode) policies).withArray("policies").addPOJO(Http.JSON.valueToTree(Map.of("name", "none", "enabled",
                true, "profiles", List.of("none"), "conditions", List.of(Map.of("condition", "any-client",
                        "configuration", Map.of())))));
        expect(204, realm.admin.put(realm.path("/client-policies/profiles"), profiles));
        expect(204, realm.admin.put(realm.path("/client-policies/policies"), policies));

        assertThat(expect(403, Gateway.ask(pair)).field("app_key_reason")).isEqualTo("TOKEN_REFUSED");
    }

    private static JsonNode withoutTimes(JsonNode claims) {
        return ((ObjectNode) claims.deepCopy()).without(List.of("jti", "iat", "exp"));
    }
}
