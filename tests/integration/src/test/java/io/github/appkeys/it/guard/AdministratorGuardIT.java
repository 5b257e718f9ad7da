package io.github.appkeys.it.guard;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Administrators of everything do not end a pair in use by accident, by Keycloak's own calls. */
@ExtendWith(KeycloakExtension.class)
class AdministratorGuardIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"clientAuthenticatorType\":\"client-secret\"}", "{\"publicClient\":true}",
        "{\"bearerOnly\":true}", "{\"serviceAccountsEnabled\":false}", "{\"protocol\":\"saml\"}",
        "{\"enabled\":false,\"clientAuthenticatorType\":\"client-jwt\"}"})
    void whatEndsAPairIsRefusedUntilItIsDisabled(String change) {
        TestPair pair = realm.linkedPair();

        assertThat(expect(400, put(pair, change)).field("error_description")).contains("Disable the pair first");

        expect(200, pair.exchange());
        pair.update(Map.of("enabled", false));
        expect(204, put(pair, change));
    }

    @Test
    void otherChangesAreNotRefused() {
        TestPair pair = realm.linkedPair();

        expect(204, put(pair, "{\"name\":\"Other\",\"directAccessGrantsEnabled\":true,\"fullScopeAllowed\":true}"));
        expect(204, put(pair, "{\"enabled\":false}"));
        expect(204, put(pair, "{\"enabled\":true}"));

        expect(200, pair.exchange());
    }

    @Test
    void aPairInUseIsNotDeleted() {
        TestPair pair = realm.linkedPair();

        assertThat(expect(400, deleteClient(pair)).field("error_description"))
                .contains("DELETE /admin/realms/" + realm.name + "/app-keys/" + pair.appKey());

        expect(200, pair.exchange());
        pair.update(Map.of("enabled", false));
        expect(204, deleteClient(pair));
        TestPair other = realm.linkedPair();
        expect(204, realm.admin.delete(other.path("")));
    }

    @Test
    void aPartialImportOverwritesNoPair() {
        TestPair pair = realm.linkedPair();
        TestPair disabled = realm.linkedPair();
        disabled.update(Map.of("enabled", false));

        for (TestPair existing : List.of(pair, disabled)) {
            Http.Response response = overwrite(existing);
            assertThat(expect(400, response).field("error_description")).contains(existing.appKey(), "SKIP",
                    "Nothing was imported");
        }

        expect(200, pair.exchange());
        expect(200, realm.admin.get(disabled.path("")));
        assertThat(realm.clientUuid("another")).isEmpty();
    }

    @Test
    void theSettingSwitchesItOff(KeycloakServer server) {
        TestRealm open = TestRealm.enabled(server);
        assertThat(open.admin.get(open.path("/app-keys/settings")).json().path("guardAdministrators").asBoolean())
                .isTrue();
        open.settings(Map.of("guardAdministrators", false));
        TestPair changed = open.linkedPair();
        TestPair overwritten = open.linkedPair();
        TestPair deleted = open.linkedPair();

        expect(204, put(changed, "{\"clientAuthenticatorType\":\"client-secret\"}"));
        expect(200, overwrite(overwritten));
        expect(204, deleteClient(deleted));

        expect(404, open.admin.get(overwritten.path("")));
        expect(204, open.admin.delete(open.path("")));
    }

    @Test
    void aRealmIsDeletedWithItsPairs(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        own.linkedPair();

        expect(204, own.admin.delete(own.path("")));
    }

    private static Http.Response put(TestPair pair, String change) {
        return pair.realm().admin.put(pair.realm().path("/clients/" + pair.clientUuid()), Json.parse(change));
    }

    private static Http.Response deleteClient(TestPair pair) {
        return pair.realm().admin.delete(pair.realm().path("/clients/" + pair.clientUuid()));
    }

    private static Http.Response overwrite(TestPair pair) {
        TestRealm in = pair.realm();
        JsonNode client = expect(200, in.admin.get(in.path("/clients/" + pair.clientUuid()))).json();
        return in.admin.post(in.path("/partialImport"), Map.of("ifResourceExists", "OVERWRITE", "clients",
                List.of(Map.of("clientId", "another"), client)));
    }
}
