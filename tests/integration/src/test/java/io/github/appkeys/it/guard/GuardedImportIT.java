package io.github.appkeys.it.guard;

import static io.github.appkeys.harness.TestRealm.expect;
import static io.github.appkeys.it.support.GuardedRealm.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a key manager may create a client that looks like an API client, or import over one. */
@ExtendWith(KeycloakExtension.class)
class GuardedImportIT {

    private static GuardedRealm guarded;
    private static TestRealm realm;
    /** Refused changes are tried on this pair. */
    private static TestPair target;
    private static ObjectNode before;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        guarded = new GuardedRealm(server);
        realm = guarded.realm;
        target = guarded.adopted();
        before = guarded.client(target.clientUuid());
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

        assertRefused(way, guarded.make(way, guarded.clerk, client), "create a pair at POST");
        assertThat(realm.clientUuid("claims-by-" + way)).isEmpty();
        assertThat(guarded.make(way, guarded.keeper, client).status()).isIn(200, 201);
    }

    @Test
    void registrationTokensDoNotGrantTheRightsOfAKeyManager() {
        Http.Response access = guarded.send(guarded.keeper, "POST", "/clients-initial-access", Map.of("count", 5));
        assertThat(access.status()).as("200 in Keycloak 26.4").isIn(200, 201);
        String initial = access.field("token");
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
}
