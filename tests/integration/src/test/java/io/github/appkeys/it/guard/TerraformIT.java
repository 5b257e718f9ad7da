package io.github.appkeys.it.guard;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.StockClients;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The requests of {@code keycloak_openid_client} of Terraform's provider keycloak/keycloak (keycloak/openid_client.go
 * and provider/resource_keycloak_openid_client.go), by an administrator.
 */
@ExtendWith(KeycloakExtension.class)
class TerraformIT {

    /** What the provider sends of the client; with {@code omitempty}, an empty secret is left out. */
    private static final List<String> FIELDS = List.of("id", "clientId", "name", "protocol", "clientAuthenticatorType",
            "enabled", "description", "publicClient", "bearerOnly", "standardFlowEnabled", "implicitFlowEnabled",
            "directAccessGrantsEnabled", "serviceAccountsEnabled", "frontchannelLogout",
            "authorizationServicesEnabled", "redirectUris", "webOrigins", "adminUrl", "baseUrl", "rootUrl",
            "fullScopeAllowed", "consentRequired", "alwaysDisplayInConsole");
    /** Its attributes that are booleans; it always sends them. */
    private static final List<String> SWITCHES = List.of("dpop.bound.access.tokens",
            "exclude.session.state.from.auth.response", "exclude.issuer.from.auth.response",
            "display.on.consent.screen", "use.refresh.tokens", "client_credentials.use_refresh_token",
            "backchannel.logout.revoke.offline.tokens", "backchannel.logout.session.required",
            "oauth2.device.authorization.grant.enabled", "oauth2.jwt.authorization.grant.enabled",
            "standard.token.exchange.enabled");
    /** Its attributes that are texts; it sends them, empty or not. */
    private static final List<String> TEXTS = List.of("pkce.code.challenge.method", "access.token.lifespan",
            "login_theme", "consent.screen.text", "backchannel.logout.url", "frontchannel.logout.url");

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void aPairThatWasImportedSettles() {
        TestPair pair = realm.linkedPair();
        ObjectNode state = read(pair.clientUuid());
        assertThat(state.has("secret")).isFalse();

        expect(204, update(state));

        expect(200, pair.exchange());
        assertThat(read(pair.clientUuid())).isEqualTo(state);
        expect(204, update(state.put("description", "by Terraform")));
        expect(200, pair.exchange());
        assertThat(pair.get().path("description").asText()).isEqualTo("by Terraform");
        assertThat(read(pair.clientUuid())).isEqualTo(state);
    }

    @Test
    void theDefaultAuthenticatorIsRefused() {
        TestPair pair = realm.linkedPair();
        ObjectNode state = read(pair.clientUuid());

        Http.Response response = update(state.deepCopy().put("clientAuthenticatorType", "client-secret"));

        assertThat(expect(400, response).field("error_description")).contains("clientAuthenticatorType",
                "guardAdministrators");
        expect(400, update(state.deepCopy().put("publicClient", true)));
        expect(400, update(state.deepCopy().put("serviceAccountsEnabled", false)));
        expect(200, pair.exchange());
        assertThat(read(pair.clientUuid())).isEqualTo(state);
    }

    @Test
    void aClientOfTerraformGetsAPairByAdoption() {
        ObjectNode wanted = read(realm.linkedPair().clientUuid());
        wanted.remove("id");
        String location = expect(201, realm.admin.post(realm.path("/clients"), wanted.put("clientId", "by-terraform")))
                .header("Location");
        String uuid = location.substring(location.lastIndexOf('/') + 1);
        ObjectNode before = read(uuid);

        TestPair pair = TestPair.of(realm, StockClients.adopt(realm, Map.of("clientId", "by-terraform")));
        pair.link("orders:read");

        expect(200, pair.exchange());
        ObjectNode state = read(uuid);
        // the provider computes the secret, so that it is no difference to what is wanted
        assertThat(state).isEqualTo(before.deepCopy().without("secret"));
        expect(204, update(before));
        assertThat(read(uuid)).isEqualTo(state);
        expect(204, update(state));
        expect(200, pair.exchange());
        assertThat(read(uuid)).isEqualTo(state);
    }

    @Test
    void destroyNeedsADisabledPair() {
        TestPair pair = realm.linkedPair();
        ObjectNode state = read(pair.clientUuid());

        assertThat(expect(400, destroy(pair)).field("error_description")).contains("Disable the pair first",
                "guardAdministrators");
        expect(200, pair.exchange());

        expect(204, update(state.put("enabled", false)));
        expect(204, destroy(pair));
        expect(404, realm.admin.get(pair.path("")));
    }

    private static Http.Response update(ObjectNode state) {
        return realm.admin.put(realm.path("/clients/" + state.path("id").asText()), state);
    }

    private static Http.Response destroy(TestPair pair) {
        return realm.admin.delete(realm.path("/clients/" + pair.clientUuid()));
    }

    /** What the provider reads, as it would send it again. */
    private static ObjectNode read(String uuid) {
        JsonNode client = expect(200, realm.admin.get(realm.path("/clients/" + uuid))).json();
        String secret = expect(200, realm.admin.get(realm.path("/clients/" + uuid + "/client-secret"))).field("value");
        expect(200, realm.admin.get(realm.path("/clients/" + uuid + "/service-account-user")));
        ObjectNode state = Http.JSON.createObjectNode();
        FIELDS.stream().filter(client::has).forEach(field -> state.set(field, client.get(field)));
        if (!secret.isEmpty()) {
            state.put("secret", secret);
        }
        ObjectNode attributes = state.putObject("attributes");
        SWITCHES.forEach(name -> attributes.put(name, client.path("attributes").path(name).asText("false")));
        TEXTS.forEach(name -> attributes.put(name, client.path("attributes").path(name).asText("")));
        state.set("authenticationFlowBindingOverrides", Json.tree(Map.of("browser", "", "direct_grant", "")));
        return state;
    }
}
