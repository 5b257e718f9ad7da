package io.github.appkeys.it.guard;

import static io.github.appkeys.harness.TestRealm.expect;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody but a key manager undoes the protection of an API client, whichever way Keycloak offers for it. */
@ExtendWith(KeycloakExtension.class)
class GuardIT {

    private static final String RENEW = "renew its appToken";
    private static final String OTHER = "make another client instead";

    private static GuardedRealm guarded;
    private static TestRealm realm;
    /** One that is tried to change again and again, in vain. */
    private static TestPair target;
    private static ObjectNode before;
    private static String registrationToken;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        guarded = new GuardedRealm(server);
        realm = guarded.realm;
        target = guarded.adopted();
        registrationToken = guarded.registrationToken(target.clientUuid());
        before = guarded.client(target.clientUuid());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        clientAuthenticatorType; {"clientAuthenticatorType":"client-secret"}; renew its appToken
        secret; {"secret":"a-secret-of-my-own"}; renew its appToken
        publicClient; {"publicClient":true}; make another client instead
        bearerOnly; {"bearerOnly":true}; make another client instead
        serviceAccountsEnabled; {"serviceAccountsEnabled":false}; make another client instead
        standardFlowEnabled; \
        {"standardFlowEnabled":true,"redirectUris":["https://x.example.org/*"]}; client_credentials
        implicitFlowEnabled; {"implicitFlowEnabled":true}; make another client instead
        directAccessGrantsEnabled; {"directAccessGrantsEnabled":true}; make another client instead
        protocol; {"protocol":"saml"}; make another client instead
        oauth2.device.authorization.grant.enabled; \
        {"attributes":{"oauth2.device.authorization.grant.enabled":"true"}}; make another
        oidc.ciba.grant.enabled; {"attributes":{"oidc.ciba.grant.enabled":"true"}}; make another client instead
        standard.token.exchange.enabled; \
        {"attributes":{"standard.token.exchange.enabled":"true"}}; make another client instead
        oauth2.jwt.authorization.grant.enabled; \
        {"attributes":{"oauth2.jwt.authorization.grant.enabled":"true"}}; make another
        client.secret.rotated; {"attributes":{"client.secret.rotated":"a-secret-of-my-own"}}; renew its appToken
        appKeys.clientSecretUntil; {"attributes":{"appKeys.clientSecretUntil":""}}; renew its appToken
        appKeys.clientSecretUntil; \
        {"attributes":{"appKeys.clientSecretUntil":"2999-01-01T00:00:00Z"}}; renew its appToken
        """)
    void onlyAKeyManagerMayChangeProtectedSettings(String setting, String change, String instead) {
        ObjectNode client = GuardedRealm.changed(before, Json.parse(change));
        for (Way way : Way.values()) {
            assertRefused(way, guarded.send(way, guarded.clerk, target.appKey(), client.deepCopy()),
                    way == Way.PARTIAL_IMPORT ? "disable it instead" : instead,
                    way == Way.PARTIAL_IMPORT ? "overwrite" : setting);
        }
        assertRefused(Way.REGISTRATION,
                guarded.send(Way.REGISTRATION, registrationToken, target.appKey(), client), setting);
        // as by kcadm.sh update -s
        assertRefused(Way.ADMIN_REST,
                guarded.send(guarded.clerk, "PUT", "/clients/" + target.clientUuid(), Json.parse(change)), setting);
        assertThat(guarded.client(target.clientUuid())).isEqualTo(before);

        for (Way way : List.of(Way.ADMIN_REST, Way.REGISTRATION)) {
            TestPair pair = guarded.adopted();
            ObjectNode own = guarded.client(pair.clientUuid());
            Http.Response response = guarded.send(way, guarded.keeper, pair.appKey(),
                    GuardedRealm.changed(own, Json.parse(change)));
            assertThat(response.status()).as("%s: %s", way, response.body()).isBetween(200, 204);
            if (!setting.equals("secret")) {
                assertThat(guarded.client(pair.clientUuid())).isNotEqualTo(own);
            }
        }
    }

    @Test
    void thePairWorksAfterTheRefusedChanges() {
        expect(200, target.exchange());
        expect(200, realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", target.appKey(),
                "client_secret", GuardedRealm.SECRET)).send());
        assertThat(guarded.send(guarded.keeper, "GET", "/clients/" + target.clientUuid() + "/client-secret", null)
                .field("value")).isEmpty();
    }

    @Test
    void onlyAKeyManagerMayChangeTheAppKey() {
        assertRefused(Way.ADMIN_REST, guarded.send(guarded.clerk, "PUT", "/clients/" + target.clientUuid(),
                GuardedRealm.changed(before, Map.of("clientId", "renamed"))), "clientId", "create a pair");
        TestPair pair = guarded.adopted();

        expect(204, guarded.send(guarded.keeper, "PUT", "/clients/" + pair.clientUuid(),
                Map.of("clientId", "renamed-by-keeper")));

        assertThat(realm.clientUuid("renamed-by-keeper")).isEqualTo(pair.clientUuid());
    }

    @Test
    void onlyAKeyManagerMayGenerateAClientSecret() {
        String path = "/clients/" + target.clientUuid() + "/client-secret";
        assertRefused(Way.ADMIN_REST, guarded.send(guarded.clerk, "POST", path, null), "secret", RENEW);
        assertThat(guarded.send(guarded.keeper, "GET", path, null).field("value")).isEmpty();

        expect(200, guarded.send(guarded.keeper, "POST",
                "/clients/" + guarded.adopted().clientUuid() + "/client-secret", null));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void onlyAKeyManagerMayDeleteOrOverwrite(Way way) {
        TestPair pair = guarded.adopted();
        String token = guarded.registrationToken(pair.clientUuid());
        ObjectNode client = guarded.client(pair.clientUuid());

        assertRefused(way, remove(way, guarded.clerk, pair, client),
                "DELETE /admin/realms/" + realm.name + "/app-keys/");
        if (way == Way.REGISTRATION) {
            assertRefused(way, remove(way, token, pair, client), "delete or overwrite");
        }
        assertThat(guarded.client(pair.clientUuid())).isEqualTo(client);
        expect(200, pair.exchange());
        assertThat(remove(way, guarded.keeper, pair, client).status()).isBetween(200, 204);
        expect(401, pair.exchange());
    }

    /** What JAX-RS takes for the same path, and what it does not. */
    @ParameterizedTest
    @ValueSource(strings = {"/partialImport/", "/partialImport;x=1", "/partialImport;x=a%2Fb", "/%70artialImport",
        "/partialImport?x=/y", "//partialImport", "/partialImport%2F"})
    void everySpellingOfTheImportPathIsGuarded(String path) {
        ObjectNode file = Http.JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
        file.putArray("clients").add(before.deepCopy());

        Http.Response response = guarded.send(guarded.clerk, "POST", path, file);

        assertThat(response.status()).as(response.body()).isIn(400, 404, 405);
        expect(200, target.exchange());
    }

    @Test
    void anImportThatSkipsOrFailsIsNotRefused() {
        expect(200, guarded.importClient(guarded.clerk, before.deepCopy(), "SKIP"));
        expect(409, guarded.importClient(guarded.clerk, before.deepCopy(), "FAIL"));
        ObjectNode file = Http.JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
        file.putArray("clients").add(Http.JSON.createObjectNode().put("clientId", "stock-in-file"))
                .add(before.deepCopy());

        assertRefused(Way.PARTIAL_IMPORT, guarded.send(guarded.clerk, "POST", "/partialImport", file), "overwrite");

        assertThat(realm.clientUuid("stock-in-file")).isEmpty();
        expect(200, target.exchange());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void onlyAKeyManagerMayCreateAClientWithTheAuthenticator(Way way) {
        ObjectNode client = Http.JSON.createObjectNode().put("clientId", "claims-by-" + way)
                .put("clientAuthenticatorType", "app-key").put("serviceAccountsEnabled", true);

        assertRefused(way, make(way, guarded.clerk, client), "create a pair at POST");
        assertThat(realm.clientUuid("claims-by-" + way)).isEmpty();
        assertThat(make(way, guarded.keeper, client).status()).isIn(200, 201);
    }

    @Test
    void registrationTokensDoNotGrantTheRightsOfAKeyManager() {
        String initial = expect(201, 
                guarded.send(guarded.keeper, "POST", "/clients-initial-access", Map.of("count", 5)))
                .field("token");
        Map<String, ?> claim = Map.of("clientId", "claims-initially", "clientAuthenticatorType", "app-key");
        assertRefused(Way.REGISTRATION, guarded.register(initial, "POST", "default", claim), "create a pair");
        assertRefused(Way.REGISTRATION, guarded.register(initial, "POST", "openid-connect",
                Map.of("client_name", "x", "token_endpoint_auth_method", "app-key")), "create a pair");
        assertRefused(Way.REGISTRATION, guarded.register(null, "POST", "default", claim), "");
        assertThat(realm.clientUuid("claims-initially")).isEmpty();
        expect(201, guarded.register(initial, "POST", "openid-connect", Map.of("client_name", "a stock client")));
    }

    @Test
    void aStockClientBecomesAnApiClientOnlyByAdoption() {
        String uuid = realm.createClient(Map.of("clientId", "wants-to-be", "publicClient", false));
        Map<String, ?> change = Map.of("clientAuthenticatorType", "app-key");

        assertRefused(Way.ADMIN_REST, guarded.send(guarded.clerk, "PUT", "/clients/" + uuid, change),
                "with clientId for");
        assertThat(guarded.client(uuid).path("clientAuthenticatorType").asText()).isEqualTo("client-secret");
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
            expect(way == Way.PARTIAL_IMPORT ? 200 : 201, make(way, guarded.clerk, own));
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

    @Test
    void aRealmWithApiClientsCanBeImportedAndDeleted() {
        String name = realm.name + "-copy";
        ObjectNode file = Http.JSON.createObjectNode().put("realm", name).put("enabled", true);
        file.putArray("clients").add(before.deepCopy().without("id"));
        // the guard is there before the client
        file.set("clientProfiles", realm.admin.get(realm.path("/client-policies/profiles")).json());
        file.set("clientPolicies", realm.admin.get(realm.path("/client-policies/policies")).json());

        expect(201, realm.admin.post("", file));
        expect(204, realm.admin.delete("/" + name));
    }

    /** Its import needs another role than that of a key manager. */
    @Test
    void theImportOfPairsIsNotRefused(KeycloakServer server) {
        TestRealm other = TestRealm.enabled(server);
        TestPair pair = realm.createPair("moved");
        ObjectNode archive = (ObjectNode) expect(200, realm.admin.request("GET", realm.path("/app-keys/export"))
                .header("Accept", "application/json").send()).json();
        var pairs = archive.withArray("pairs");
        for (int i = pairs.size() - 1; i >= 0; i--) {
            if (!pairs.path(i).path("appKey").asText().equals(pair.appKey())) {
                pairs.remove(i);
            }
        }
        archive.put("count", 1);

        expect(200, other.administrator("mover", "a password", "manage-app-key-settings")
                .post(other.path("/app-keys/import"), archive));

        assertThat(other.exchange(pair.appKey(), pair.appToken()).field("error_description")).contains("role");
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

    private static Http.Response make(Way way, String token, ObjectNode client) {
        return switch (way) {
            case ADMIN_REST -> guarded.send(token, "POST", "/clients", client);
            case REGISTRATION -> guarded.register(token, "POST", "default", client);
            case PARTIAL_IMPORT -> guarded.importClient(token, client, "FAIL");
        };
    }

    private static Http.Response remove(Way way, String token, TestPair pair, ObjectNode client) {
        return switch (way) {
            case ADMIN_REST -> guarded.send(token, "DELETE", "/clients/" + pair.clientUuid(), null);
            case REGISTRATION -> guarded.register(token, "DELETE", "default/" + pair.appKey(), null);
            case PARTIAL_IMPORT -> guarded.importClient(token, client.deepCopy(), "OVERWRITE");
        };
    }

    private static void assertRefused(Way way, Http.Response response, String... texts) {
        assertThat(response.status()).as("%s: %s", way, response.body()).isEqualTo(way.refused);
        assertThat(response.field("error_description")).contains(texts);
    }
}
