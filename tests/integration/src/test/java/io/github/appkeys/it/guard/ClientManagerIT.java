package io.github.appkeys.it.guard;

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
import org.junit.jupiter.params.provider.CsvSource;

/** What the guard leaves to those who may manage clients, and how it tells them from key managers. */
@ExtendWith(KeycloakExtension.class)
class ClientManagerIT {

    private static final String RENEW = "renew its appToken";
    private static final String OTHER = "make another client instead";

    private static GuardedRealm guarded;
    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        guarded = new GuardedRealm(server);
        realm = guarded.realm;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        {}
        {"name":"A name"}
        {"description":"Of the ERP"}
        {"enabled":false}
        {"enabled":true}
        {"fullScopeAllowed":false}
        {"attributes":{"access.token.lifespan":"77"}}
        {"publicClient":false}
        {"baseUrl":"https://erp.example.org"}
        {"attributes":{"oidc.ciba.grant.enabled":""}}
        """)
    void otherSettingsMayBeChangedByAnyClientManager(String change) {
        TestPair pair = guarded.adopted();
        ObjectNode client = guarded.client(pair.clientUuid());
        for (Way way : List.of(Way.ADMIN_REST, Way.REGISTRATION)) {
            ObjectNode wish = GuardedRealm.changed(client, Json.parse(change));
            Http.Response response = guarded.send(way, guarded.clerk, pair.appKey(), wish);
            assertThat(response.status()).as("%s: %s", way, response.body()).isIn(200, 204);
            wish.fieldNames().forEachRemaining(field -> {
                if (!List.of("attributes", "protocolMappers").contains(field)) {
                    assertThat(guarded.client(pair.clientUuid()).path(field)).as(field).isEqualTo(wish.path(field));
                }
            });
        }
    }

    @Test
    void scopesAndMappersMayBeChangedByAnyClientManager() {
        TestPair pair = guarded.adopted();
        String client = "/clients/" + pair.clientUuid();
        expect(201, guarded.send(guarded.clerk, "POST", client + "/protocol-mappers/models",
                Map.of("name", "m", "protocol", "openid-connect",
                        "protocolMapper", "oidc-hardcoded-claim-mapper", "config", Map.of("claim.name", "a"))));
        String phone = "";
        for (var scope : guarded.send(guarded.clerk, "GET", "/client-scopes", null).json()) {
            phone = scope.path("name").asText().equals("phone") ? scope.path("id").asText() : phone;
        }
        expect(204, guarded.send(guarded.clerk, "PUT", client + "/default-client-scopes/" + phone, null));
        String token = guarded.registrationToken(pair.clientUuid());
        Http.Response got = expect(200, guarded.register(token, "GET", "openid-connect/" + pair.appKey(), null));
        ObjectNode wish = (ObjectNode) got.json();
        // with it, 26.7.4 fails for every client: OIDCClientRegistrationProvider.updateOIDC looks for the wrong id
        wish.remove("scope");
        token = got.field("registration_access_token");

        expect(200, guarded.register(token, "PUT", "openid-connect/" + pair.appKey(),
                wish.put("client_name", "By OpenID")));

        assertThat(guarded.client(pair.clientUuid()).path("name").asText()).isEqualTo("By OpenID");
        expect(200, pair.exchange());
    }

    @Test
    void anyClientManagerMayRestoreTheProtection() {
        TestPair pair = guarded.adopted();
        String client = "/clients/" + pair.clientUuid();
        expect(204, guarded.send(guarded.keeper, "PUT", client, Map.of("implicitFlowEnabled", true,
                "clientAuthenticatorType", "client-jwt")));

        expect(204, guarded.send(guarded.clerk, "PUT", client, Map.of("name", "Still open")));
        // it is an API client for as long as it has a pair
        assertRefused(Way.ADMIN_REST, guarded.send(guarded.clerk, "PUT", client,
                Map.of("directAccessGrantsEnabled", true)), OTHER);
        assertRefused(Way.ADMIN_REST, guarded.send(guarded.clerk, "PUT", client,
                Map.of("clientAuthenticatorType", "client-secret")), RENEW);
        expect(204, guarded.send(guarded.clerk, "PUT", client, Map.of("implicitFlowEnabled", false,
                "clientAuthenticatorType", "app-key")));
        expect(200, pair.exchange());
    }

    @Test
    void stockClientsAreNotGuarded() {
        ObjectNode client = Http.JSON.createObjectNode().put("clientId", "stock").put("publicClient", false)
                .put("directAccessGrantsEnabled", true).put("serviceAccountsEnabled", true);
        for (Way way : Way.values()) {
            ObjectNode own = client.deepCopy().put("clientId", "stock-" + way);
            expect(way == Way.PARTIAL_IMPORT ? 200 : 201, guarded.make(way, guarded.clerk, own));
            assertThat(guarded.send(way, guarded.clerk, "stock-" + way, own.deepCopy().put("implicitFlowEnabled", true)
                    .put("serviceAccountsEnabled", false).put("clientAuthenticatorType", "client-jwt")).status())
                    .isIn(200, 204);
            String uuid = realm.clientUuid("stock-" + way);
            assertThat(guarded.client(uuid).path("implicitFlowEnabled").asBoolean()).isTrue();
            expect(200, guarded.send(guarded.clerk, "POST", "/clients/" + uuid + "/client-secret", null));
            expect(204, guarded.send(guarded.clerk, "DELETE", "/clients/" + uuid, null));
        }
    }

    @Test
    void administratorsOfMasterNeedTheirRolesForThisRealm() {
        Map<String, ?> change = Map.of("directAccessGrantsEnabled", true);
        String clerk = guarded.ofMaster("clerk-" + realm.name, "manage-clients", "manage-realm");
        String keeper = guarded.ofMaster("keeper-" + realm.name, "manage-clients", "manage-realm", "manage-app-keys");
        TestPair pair = guarded.adopted();
        ObjectNode client = guarded.client(pair.clientUuid());

        assertRefused(Way.ADMIN_REST, guarded.send(clerk, "PUT", "/clients/" + pair.clientUuid(), change), OTHER);
        assertRefused(Way.PARTIAL_IMPORT, guarded.importClient(clerk, client.deepCopy(), "OVERWRITE"), "overwrite");
        expect(200, pair.exchange());
        expect(204, guarded.send(keeper, "PUT", "/clients/" + pair.clientUuid(), change));
        expect(200, guarded.importClient(keeper, client.deepCopy(), "OVERWRITE"));
        String again = guarded.adopted().clientUuid();
        expect(204, realm.admin.put(realm.path("/clients/" + again), change));
        expect(204, realm.admin.delete(realm.path("/clients/" + again)));
    }

    /** What other executors make of a change counts as well. */
    @Test
    void aChangeThatAnotherExecutorMakesIsRefusedToo(KeycloakServer server) {
        GuardedRealm other = new GuardedRealm(server);
        TestPair pair = other.adopted();
        other.afterTheGuard("secure-client-authenticator", Map.of(
                "allowed-client-authenticators", List.of("client-jwt"),
                "default-client-authenticator", "client-jwt"));

        assertRefused(Way.ADMIN_REST,
                other.send(other.clerk, "PUT", "/clients/" + pair.clientUuid(), Map.of("name", "New")),
                "clientAuthenticatorType");

        assertThat(other.client(pair.clientUuid()).path("name").asText()).isEqualTo(pair.appKey());
        assertThat(other.client(pair.clientUuid()).path("clientAuthenticatorType").asText()).isEqualTo("app-key");
    }
}
