package io.github.appkeys.it;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.CommandResult;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The story that the product is for. */
@Tag("smoke")
@Tag("database")
@ExtendWith(KeycloakExtension.class)
class MainLineIT {

    private static TestRealm realm;

    @BeforeAll
    static void enable(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void anAppTokenIsShownOnceAndANewPairHasNoRole() {
        Http.Response response = expect(201,
                realm.admin.post(realm.path("/app-keys"), Map.of("label", "ERP connector")));
        TestPair pair = TestPair.of(realm, response.json());

        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("Location")).endsWith("/app-keys/" + pair.appKey());
        assertThat(pair.appKey()).matches("appkey-" + realm.name + "-[0-9A-HJKMNP-TV-Z]{10}");
        assertThat(pair.appToken()).matches("apptoken_[0-9A-Za-z]{49}");
        assertThat(pair.get().has("appToken")).isFalse();
        assertThat(pair.get().path("status").asText()).isEqualTo("NO_ROLE");
        JsonNode mappings = realm.admin.get(
                realm.path("/users/" + pair.serviceAccountUserId() + "/role-mappings")).json();
        assertThat(mappings).isEmpty();
        JsonNode groups = realm.admin.get(realm.path("/users/" + pair.serviceAccountUserId() + "/groups")).json();
        assertThat(groups).isEmpty();
    }

    @Test
    void theClientOfAPairHasOnlyItsServiceAccountEnabled() {
        TestPair pair = realm.createPair(Map.of("label", "ERP", "description", "Order sync"));

        JsonNode client = realm.admin.get(realm.path("/clients/" + pair.clientUuid())).json();
        assertThat(client.path("clientId").asText()).isEqualTo(pair.appKey());
        assertThat(client.path("name").asText()).isEqualTo("ERP");
        assertThat(client.path("description").asText()).isEqualTo("Order sync");
        assertThat(client.path("clientAuthenticatorType").asText()).isEqualTo("app-key");
        assertThat(client.path("serviceAccountsEnabled").asBoolean()).isTrue();
        for (String flow : List.of("standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled",
                "publicClient", "bearerOnly")) {
            assertThat(client.path(flow).asBoolean(true)).as(flow).isFalse();
        }
        JsonNode attributes = client.path("attributes");
        assertThat(attributes.path("oauth2.device.authorization.grant.enabled").asText()).isEqualTo("false");
        assertThat(attributes.path("oidc.ciba.grant.enabled").asText()).isEqualTo("false");
        assertThat(client.has("secret")).isFalse();
        JsonNode secret = realm.admin.get(realm.path("/clients/" + pair.clientUuid() + "/client-secret")).json();
        assertThat(secret.path("value").asText("")).isEmpty();
    }

    @Test
    void theTokenHasExactlyTheLinkedRoles() {
        TestPair pair = realm.createPair("ERP");
        assertThat(pair.exchange().status()).isEqualTo(400);

        pair.link("orders:read");
        expect(204, realm.admin.post(pair.path("/roles"), List.of(Map.of("name", "catalog-viewer"))));
        JsonNode claims = Jwt.claims(expect(200, pair.exchange()).field("access_token"));

        assertThat(claims.path("resource_access"))
                .isEqualTo(Json.tree(Map.of("orders-api", Map.of("roles", List.of("orders:read")))));
        assertThat(claims.path("realm_access")).isEqualTo(Json.tree(Map.of("roles", List.of("catalog-viewer"))));
        assertThat(claims.path("azp").asText()).isEqualTo(pair.appKey());

        expect(204, realm.admin.delete(pair.path("/roles"), List.of(Map.of("name", "catalog-viewer"))));
        claims = Jwt.claims(expect(200, pair.exchange()).field("access_token"));
        assertThat(claims.has("realm_access")).isFalse();
        assertThat(realm.admin.get(pair.path("/roles")).json())
                .isEqualTo(Json.tree(List.of(Map.of("name", "orders:read", "client", "orders-api"))));
    }

    @Test
    void aPairWithoutRolesIsExchangedIfTheRealmRequiresNone(KeycloakServer server) {
        TestRealm lenient = TestRealm.enabled(server);
        lenient.settings(Map.of("requireRole", false));

        JsonNode claims = Jwt.claims(expect(200, lenient.createPair("no role").exchange()).field("access_token"));

        assertThat(claims.has("resource_access")).isFalse();
        assertThat(claims.has("realm_access")).isFalse();
    }

    @Test
    void kcadmCreatesAndChangesPairs() {
        KeycloakServer server = realm.server;
        CommandResult created = server.kcadm("create", "app-keys", "-r", realm.name, "-s", "label=From kcadm",
                "-s", "appKey=kcadm-key", "-q", "location=false", "-o");
        assertThat(created.exitCode()).as(created.output()).isEqualTo(0);
        assertThat(created.output()).contains("\"appToken\" : \"apptoken_");
        CommandResult stock = server.kcadm("create", "app-keys", "-r", realm.name, "-s", "label=From kcadm", "-i");
        assertThat(stock.output().lines()).anyMatch(line -> line.matches("appkey-" + realm.name + "-.{10}"));

        CommandResult changed = server.kcadm("update", "app-keys/kcadm-key", "-r", realm.name, "-s", "enabled=false");
        assertThat(changed.exitCode()).as(changed.output()).isEqualTo(0);
        assertThat(realm.admin.get(realm.path("/app-keys/kcadm-key")).field("status")).isEqualTo("DISABLED");
    }

    @Test
    void theDiscoveryDocumentNamesTheMethod() {
        Http.Response response = Http.get(realm.server.url() + "/realms/" + realm.name
                + "/.well-known/openid-configuration").send();

        assertThat(response.json().path("token_endpoint_auth_methods_supported")).extracting(JsonNode::asText)
                .contains("app-key", "client_secret_basic", "client_secret_post", "private_key_jwt");
    }

    @Test
    void aDeletedPairIsRefusedAtOnce() {
        TestPair pair = realm.linkedPair();
        expect(200, pair.exchange());

        expect(204, realm.admin.delete(pair.path("")));

        expect(401, pair.exchange());
        expect(404, realm.admin.get(pair.path("")));
        expect(404, realm.admin.get(realm.path("/users/" + pair.serviceAccountUserId())));
        expect(404, realm.admin.get(realm.path("/clients/" + pair.clientUuid())));
    }

    @Test
    void aDisabledPairIsRefusedUntilItIsEnabled() {
        TestPair pair = realm.linkedPair();
        expect(200, pair.exchange());

        pair.update(Map.of("enabled", false));
        expect(401, pair.exchange());

        pair.update(Map.of("enabled", true));
        expect(200, pair.exchange());
    }
}
