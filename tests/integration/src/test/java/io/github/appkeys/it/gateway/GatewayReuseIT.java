package io.github.appkeys.it.gateway;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Gateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever changes what an access token is made of ends its use at the next call. */
@ExtendWith(KeycloakExtension.class)
class GatewayReuseIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void rolesCompositesAndTheirNames() {
        TestPair pair = realm.linkedPair();
        JsonNode first = claims(pair);
        pair.link("orders:write");
        assertThat(roles(claims(pair))).contains("orders:write").isNotEqualTo(roles(first));

        expect(201, realm.admin.post(realm.path("/roles"), Map.of("name", "bundle")));
        expect(204, realm.admin.post(pair.path("/roles"), List.of(Map.of("name", "bundle"))));
        assertThat(claims(pair).toString()).contains("bundle").doesNotContain("catalog-viewer");
        expect(204, realm.admin.post(realm.path("/roles/bundle/composites"),
                List.of(realm.admin.get(realm.path("/roles/catalog-viewer")).json())));
        assertThat(claims(pair).toString()).contains("catalog-viewer");
        assertThat(Gateway.ask(pair).header("X-App-Roles")).contains("catalog-viewer");

        ObjectNode bundle = (ObjectNode) realm.admin.get(realm.path("/roles/bundle")).json();
        expect(204, realm.admin.put(realm.path("/roles/bundle"), bundle.put("name", "package")));
        assertThat(claims(pair).toString()).contains("package").doesNotContain("bundle");
        expect(204, realm.admin.delete(realm.path("/roles/package")));
        assertThat(claims(pair).toString()).doesNotContain("package").doesNotContain("catalog-viewer");
    }

    @Test
    void groups() {
        TestPair pair = realm.linkedPair();
        expect(201, realm.admin.post(realm.path("/groups"), Map.of("name", "partners")));
        String group = realm.admin.get(realm.path("/groups?search=partners")).json().path(0).path("id").asText();
        expect(204, realm.admin.put(realm.path("/users/" + pair.serviceAccountUserId() + "/groups/" + group),
                Map.of()));
        mapper("/clients/" + pair.clientUuid(), "oidc-group-membership-mapper", Map.of("claim.name", "groups",
                "full.path", "true", "access.token.claim", "true"));
        assertThat(claims(pair).toString()).contains("/partners");

        expect(204, realm.admin.put(realm.path("/groups/" + group), Map.of("name", "dealers")));
        assertThat(claims(pair).toString()).contains("/dealers").doesNotContain("/partners");
        expect(204, realm.admin.post(realm.path("/groups/" + group + "/role-mappings/realm"),
                List.of(realm.admin.get(realm.path("/roles/catalog-viewer")).json())));
        assertThat(claims(pair).toString()).contains("catalog-viewer");
        expect(204, realm.admin.delete(realm.path("/groups/" + group)));
        assertThat(claims(pair).toString()).doesNotContain("/dealers").doesNotContain("catalog-viewer");
    }

    @Test
    void scopesAndTheirMappers() {
        TestPair pair = realm.linkedPair();
        String scope = expect(201, realm.admin.post(realm.path("/client-scopes"), Map.of("name", "extra", "protocol",
                "openid-connect", "attributes", Map.of("include.in.token.scope", "true")))).header("Location");
        String path = "/client-scopes/" + scope.substring(scope.lastIndexOf('/') + 1);
        String first = Gateway.tokenId(Gateway.ask(pair));
        expect(204, realm.admin.put(realm.path("/clients/" + pair.clientUuid() + "/default-" + path.substring(1)),
                Map.of()));
        assertThat(claims(pair).path("scope").asText()).contains("extra");

        mapper(path, "oidc-hardcoded-claim-mapper", Map.of("claim.name", "plan", "claim.value", "gold",
                "access.token.claim", "true", "jsonType.label", "String"));
        assertThat(claims(pair).path("plan").asText()).isEqualTo("gold");
        ObjectNode changed = (ObjectNode) realm.admin.get(realm.path(path + "/protocol-mappers/models")).json().path(0);
        changed.withObject("/config").put("claim.value", "silver");
        expect(204, realm.admin.put(realm.path(path + "/protocol-mappers/models/" + changed.path("id").asText()),
                changed));
        assertThat(claims(pair).path("plan").asText()).isEqualTo("silver");
        expect(204, realm.admin.delete(realm.path(path)));
        assertThat(claims(pair).path("plan").isMissingNode()).isTrue();
        assertThat(Gateway.tokenId(Gateway.ask(pair))).isNotEqualTo(first);
    }

    @Test
    void anUnknownMapperMakesATokenForEachCall() {
        TestPair pair = realm.linkedPair();
        mapper("/clients/" + pair.clientUuid(), "oidc-claims-param-token-mapper", Map.of());

        assertThat(Gateway.tokenId(Gateway.ask(pair))).isNotEqualTo(Gateway.tokenId(Gateway.ask(pair)));
    }

    @Test
    void clientRealmKeysAndNotBefore() {
        TestPair pair = realm.linkedPair();
        String path = realm.path("/clients/" + pair.clientUuid());
        ObjectNode client = (ObjectNode) realm.admin.get(path).json();
        client.withObject("/attributes").put("access.token.lifespan", "77");
        String first = Gateway.tokenId(Gateway.ask(pair));
        expect(204, realm.admin.put(path, client));
        JsonNode second = claims(pair);
        assertThat(second.path("exp").asLong() - second.path("iat").asLong()).isEqualTo(77);
        assertThat(second.path("jti").asText()).isNotEqualTo(first);

        String realmId = realm.admin.get("/" + realm.name).json().path("id").asText();
        expect(201, realm.admin.post(realm.path("/components"), Map.of("name", "newer", "providerId",
                "rsa-generated", "providerType", "org.keycloak.keys.KeyProvider", "parentId", realmId, "config",
                Map.of("priority", List.of("900"), "keySize", List.of("2048")))));
        String third = Gateway.tokenId(Gateway.ask(pair));
        assertThat(third).isNotEqualTo(second.path("jti").asText());

        client = (ObjectNode) realm.admin.get(path).json();
        expect(204, realm.admin.put(path, client.put("notBefore", 1)));
        assertThat(Gateway.tokenId(Gateway.ask(pair))).isNotEqualTo(third);
    }

    @Test
    void whatEndsThePair() {
        TestPair pair = realm.linkedPair();
        expect(200, Gateway.ask(pair));
        pair.update(Map.of("allowedNetworks", List.of("192.0.2.0/24")));
        assertThat(expect(401, Gateway.ask(pair)).field("app_key_reason")).isEqualTo("ADDRESS_NOT_ALLOWED");
        pair.update(Map.of("allowedNetworks", List.of()));
        expect(200, Gateway.ask(pair));
        TestPair renewed = pair.renewed(Map.of("overlapSeconds", 0));
        expect(401, Gateway.ask(pair));
        expect(200, Gateway.ask(renewed));
        renewed.update(Map.of("enabled", false));
        expect(401, Gateway.ask(renewed));
        renewed.update(Map.of("enabled", true));
        expect(200, Gateway.ask(renewed));
        expect(204, realm.admin.delete(renewed.path("")));
        expect(401, Gateway.ask(renewed));
    }

    private static void mapper(String owner, String type, Map<String, String> config) {
        expect(201, realm.admin.post(realm.path(owner + "/protocol-mappers/models"), Map.of("name", "own-" + type,
                "protocol", "openid-connect", "protocolMapper", type, "config", config)));
    }

    private static JsonNode claims(TestPair pair) {
        Http.Response answer = Gateway.ask(pair);
        assertThat(Gateway.token(Gateway.ask(pair))).as("is used again").isEqualTo(Gateway.token(answer));
        return Jwt.claims(Gateway.token(answer));
    }

    private static String roles(JsonNode claims) {
        return claims.path("resource_access").toString();
    }
}
