package io.github.appkeys.it.transfer;

import static io.github.appkeys.harness.TestRealm.expect;
import static io.github.appkeys.it.support.Archives.imports;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import io.github.appkeys.it.support.Diagnosed;
import io.github.appkeys.it.support.StockClients;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** API clients without a pair, as after a restore of Keycloak's data alone, get it back from an archive. */
@Tag("database")
@ExtendWith(KeycloakExtension.class)
class RestoreIT {

    private static TestRealm source;
    private static TestPair lost;
    private static String file;
    private TestRealm realm;
    private String uuid;

    @BeforeAll
    static void archive(KeycloakServer server) {
        source = TestRealm.enabled(server);
        lost = source.createPair(Map.of("label", "in the archive", "appKey", "erp", "contact", "erp@example.org"));
        lost.link("orders:read");
        file = Archives.json(source, "").body();
    }

    @BeforeEach
    void orphan(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        uuid = StockClients.create(realm, "erp", Map.of("name", "In Keycloak", "description", "kept",
                "clientAuthenticatorType", "app-key", "attributes", Map.of("access.token.lifespan", "77",
                        "appKeys.clientSecretUntil", "2099-01-01T00:00:00Z")));
        map(account(), "orders-api", "orders:write");
    }

    @Test
    void anOrphanGetsItsPairBack() {
        expect(401, realm.exchange("erp", lost.appToken()));

        JsonNode report = expect(200, imports(realm, file, true)).json();

        assertThat(report.path("pairs").findValuesAsText("outcome")).containsExactly("RESTORE");
        assertThat(report.path("restored").asInt()).isEqualTo(1);
        assertThat(report.path("refused").asInt()).isZero();
        expect(401, realm.exchange("erp", lost.appToken()));

        report = expect(200, imports(realm, file, false)).json();

        assertThat(report.path("restored").asInt()).isEqualTo(1);
        assertThat(report.path("created").asInt()).isZero();
        assertThat(realm.lastAdminEvent().path("representation").asText()).contains("\"restored\":1");
        JsonNode token = expect(200, realm.exchange("erp", lost.appToken())).json();
        assertThat(token.path("expires_in").asInt()).isEqualTo(77);
        assertThat(Jwt.claims(token.path("access_token").asText()).path("resource_access").path("orders-api")
                .path("roles")).extracting(JsonNode::asText).contains("orders:read", "orders:write");
        JsonNode pair = expect(200, realm.admin.get(realm.path("/app-keys/erp"))).json();
        assertThat(pair.path("label").asText()).isEqualTo("In Keycloak");
        assertThat(pair.path("description").asText()).isEqualTo("kept");
        assertThat(pair.path("contact").asText()).isEqualTo("erp@example.org");
        assertThat(pair.path("clientUuid").asText()).isEqualTo(uuid);
        JsonNode client = realm.admin.get(realm.path("/clients/" + uuid)).json();
        assertThat(client.path("standardFlowEnabled").asBoolean(true)).isFalse();
        assertThat(client.path("attributes").has("appKeys.clientSecretUntil")).isFalse();
        assertThat(imports(realm, file, true).body()).contains("TAKEN");
    }

    @Test
    void aServiceAccountThatIsMissingIsMadeAnew() {
        expect(204, realm.admin.delete(realm.path("/users/" + account())));

        expect(200, imports(realm, file, false));

        expect(200, realm.exchange("erp", lost.appToken()));
    }

    @Test
    void aPairThatIsDisabledOnEitherSideStaysSo() {
        JsonNode client = realm.admin.get(realm.path("/clients/" + uuid)).json();
        expect(204, realm.admin.put(realm.path("/clients/" + uuid), Http.JSON.createObjectNode()
                .put("clientId", "erp").put("enabled", false)));
        assertThat(client.path("enabled").asBoolean()).isTrue();

        expect(200, imports(realm, file, false));

        assertThat(expect(401, realm.exchange("erp", lost.appToken())).field("error_description"))
                .contains("disabled");
        assertThat(realm.admin.get(realm.path("/app-keys/erp")).json().path("status").asText()).isEqualTo("DISABLED");
    }

    @Test
    void theCallerMustBeAllowedToMapAllThatTheClientHolds() {
        AdminApi mover = realm.administrator("mover", "a password", "manage-app-key-settings");
        map(account(), "realm-management", "manage-users");

        assertThat(imports(realm, mover, file, true).json().path("pairs").findValuesAsText("outcome"))
                .containsExactly("ROLE_NOT_ALLOWED");
        assertThat(expect(403, imports(realm, mover, file, false)).field("errorMessage")).contains("erp");

        expect(401, realm.exchange("erp", lost.appToken()));
        expect(200, imports(realm, file, false));
    }

    @Test
    void theRolesOfItsGroupsCountToo() {
        AdminApi mover = realm.administrator("mover", "a password", "manage-app-key-settings");
        String location = expect(201, realm.admin.post(realm.path("/groups"), Map.of("name", "chiefs")))
                .header("Location");
        String group = location.substring(location.lastIndexOf('/') + 1);
        String management = realm.clientUuid("realm-management");
        JsonNode role = realm.admin.get(realm.path("/clients/" + management + "/roles/realm-admin")).json();
        expect(204, realm.admin.post(realm.path("/groups/" + group + "/role-mappings/clients/" + management),
                List.of(role)));
        expect(204, realm.admin.put(realm.path("/users/" + account() + "/groups/" + group), Map.of()));

        expect(403, imports(realm, mover, file, false));

        expect(401, realm.exchange("erp", lost.appToken()));
    }

    @Test
    void aDiagnosisSaysThatThePairIsMissing() {
        Diagnosed diagnosed = Diagnosed.ofPasted(realm, "erp", lost.appToken());

        assertThat(diagnosed.errors()).contains("ORPHAN");
        assertThat(diagnosed.message("ORPHAN")).contains("its pair and appTokens are not");
        assertThat(expect(404, realm.admin.post(realm.path("/app-keys/erp/diagnosis"), Map.of()))
                .field("errorMessage")).contains("its pair and appTokens are not");
    }

    @Test
    void anOrphanCanBeAdoptedToo() {
        TestPair adopted = TestPair.of(realm, StockClients.adopt(realm, Map.of("clientId", "erp")));

        expect(200, adopted.exchange());
        expect(401, realm.exchange("erp", lost.appToken()));
    }

    @Test
    void anyClientManagerMayDeleteAnOrphan() {
        AdminApi clerk = realm.administrator("clerk", "a password", "manage-clients", "manage-realm");
        Object over = Map.of("ifResourceExists", "OVERWRITE", "clients", List.of(Map.of("clientId", "erp",
                "publicClient", true)));
        expect(400, clerk.post(realm.path("/partialImport"), over));

        expect(204, clerk.delete(realm.path("/clients/" + uuid)));

        expect(200, imports(realm, file, false));
        expect(400, clerk.delete(realm.path("/clients/" + realm.clientUuid("erp"))));
        expect(200, realm.exchange("erp", lost.appToken()));
    }

    @Test
    void anyOtherClientIsInTheWay() {
        StockClients.create(realm, "stock", Map.of());

        assertThat(imports(realm, file.replace("\"erp\"", "\"stock\""), true).json().path("pairs")
                .findValuesAsText("outcome")).containsExactly("TAKEN");
        assertThat(imports(realm, file.replace("\"erp\"", "\"ERP\""), true).json().path("pairs")
                .findValuesAsText("outcome")).containsExactly("TAKEN");
    }

    private String account() {
        return StockClients.account(realm, uuid);
    }

    private void map(String user, String client, String role) {
        String container = realm.clientUuid(client);
        Object representation = realm.admin.get(realm.path("/clients/" + container + "/roles/" + role)).json();
        expect(204, realm.admin.post(realm.path("/users/" + user + "/role-mappings/clients/" + container),
                List.of(representation)));
    }
}
