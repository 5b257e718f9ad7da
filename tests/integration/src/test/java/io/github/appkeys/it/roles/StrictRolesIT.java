package io.github.appkeys.it.roles;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Clients;
import io.github.appkeys.it.support.ProtocolMappers;
import io.github.appkeys.it.support.Refusals;
import io.github.appkeys.it.support.StockClients;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With strictRoles, a pair gets no token with a role that it does not have, whichever mapper adds it. */
@ExtendWith(KeycloakExtension.class)
class StrictRolesIT {

    private static final String CLAIM = "oidc-hardcoded-claim-mapper";
    private static final String ROLE = "oidc-hardcoded-role-mapper";

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        realm.settings(Map.of("strictRoles", true));
    }

    @Test
    void theRolesThatAPairHasAreAccepted() {
        TestPair pair = realm.linkedPair();
        expect(201, realm.admin.post(realm.path("/roles"), Map.of("name", "composed")));
        expect(204, realm.admin.post(realm.path("/roles/composed/composites"),
                List.of(realm.admin.get(realm.path("/roles/catalog-viewer")).json())));
        expect(204, realm.admin.post(pair.path("/roles"), List.of(Map.of("name", "composed"))));
        ProtocolMappers.add(pair, "again", ROLE, Map.of("role", "catalog-viewer"));
        ProtocolMappers.add(pair, "elsewhere", CLAIM, ProtocolMappers.claim("permissions", "[\"admin\"]",
                "access.token.claim"));
        ProtocolMappers.add(pair, "of no user", CLAIM, ProtocolMappers.claim("sub", "pseudonym",
                "access.token.claim"));

        expect(200, pair.exchange());
        expect(200, exchange(pair, "openid"));
        Clients.change(pair, "attributes", Map.of("client.use.lightweight.access.token.enabled", "true"));
        expect(200, pair.exchange());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', value = {
        "oidc-hardcoded-role-mapper; role=orders-api.orders:write; orders-api:orders:write",
        "oidc-hardcoded-role-mapper; role=catalog-viewer; catalog-viewer",
        "oidc-hardcoded-role-mapper; role=no-such-role; no-such-role",
        "oidc-role-name-mapper; role=orders-api.orders:read,new.role.name=orders-api.all; orders-api:all",
        "oidc-usermodel-client-role-mapper; claim.name=resource_access.${client_id}.roles,multivalued=true,"
                + "usermodel.clientRoleMapping.rolePrefix=x-,access.token.claim=true; orders-api:x-orders:read",
        "oidc-usermodel-client-role-mapper; claim.name=realm_access.roles,multivalued=true,"
                + "access.token.claim=true; orders:read",
        "oidc-usermodel-property-mapper; user.attribute=enabled,claim.name=realm_access.roles,"
                + "access.token.claim=true; true",
    })
    void aRoleThatAMapperAddsIsRefused(String type, String config, String role) {
        TestPair pair = realm.linkedPair();
        expect(200, pair.exchange());
        ProtocolMappers.add(pair, "smuggler", type, config(config));

        assertRefused(pair, pair.exchange());

        assertThat(realm.lastEvent().path("details").path("app_key_roles").asText()).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "realm_access; {\"roles\":[\"a\"]}; access.token.claim",
        "realm_access.roles; [\"a\"]; access.token.claim",
        "realm_access.roles; a; access.token.claim",
        "resource_access; {\"orders-api\":{\"roles\":[\"a\"]}}; access.token.claim",
        "resource_access.orders-api.roles; [\"orders:write\"]; access.token.claim",
        "realm_access.roles; [\"a\"]; introspection.token.claim",
        "realm_access.roles; [\"a\"]; userinfo.token.claim",
        "resource_access.another.roles; [\"a\",\"b\"]; introspection.token.claim",
    })
    void aClaimThatReadsAsRolesIsRefused(String claim, String value, String into) {
        TestPair pair = realm.linkedPair();
        ProtocolMappers.add(pair, "smuggler", CLAIM, ProtocolMappers.claim(claim, value, into));

        assertRefused(pair, pair.exchange());
    }

    @Test
    void soIsThatOfAClientScope() {
        TestPair byDefault = realm.linkedPair();
        ProtocolMappers.addByScope(byDefault, "smuggling", "default", ROLE, Map.of("role", "catalog-viewer"));
        assertRefused(byDefault, byDefault.exchange());

        TestPair asked = realm.linkedPair();
        ProtocolMappers.addByScope(asked, "on-demand", "optional", ROLE, Map.of("role", "catalog-viewer"));
        expect(200, asked.exchange());
        assertRefused(asked, exchange(asked, "on-demand"));
    }

    @Test
    void aLightweightTokenIsJudgedByWhatIntrospectionAnswers() {
        TestPair pair = realm.linkedPair();
        Clients.change(pair, "attributes", Map.of("client.use.lightweight.access.token.enabled", "true"));
        ProtocolMappers.add(pair, "smuggler", ROLE, Map.of("role", "catalog-viewer"));

        assertRefused(pair, pair.exchange());
    }

    /** Keycloak itself takes such a token for one of that user. */
    @ParameterizedTest
    @CsvSource({"sub", "preferred_username"})
    void aTokenOfAnotherAccountIsRefused(String claim) {
        TestPair pair = realm.linkedPair();
        String victim = realm.createUser("victim-by-" + claim, "a long enough password");
        if (claim.equals("sub")) {
            ProtocolMappers.add(pair, "smuggler", CLAIM, ProtocolMappers.claim("sub", victim, "access.token.claim"));
        } else {
            removeProfileScope(pair);
            ProtocolMappers.add(pair, "of no user", CLAIM, ProtocolMappers.claim("sub", "x", "access.token.claim"));
            ProtocolMappers.add(pair, "smuggler", CLAIM, ProtocolMappers.claim("preferred_username",
                    "victim-by-" + claim, "access.token.claim"));
        }

        Http.Response refused = pair.exchange();

        assertRefused(pair, refused);
        assertThat(refused.field("error_description")).contains("another account");
    }

    @Test
    void otherRealmsAndOtherClientsGoOnAsBefore(KeycloakServer server) {
        String stock = StockClients.create(realm, "stock", Map.of());
        ProtocolMappers.addToClient(realm, stock, "role", ROLE, Map.of("role", "catalog-viewer"));
        expect(200, StockClients.bySecret(realm, "stock"));

        TestRealm lax = TestRealm.enabled(server);
        TestPair pair = lax.linkedPair();
        ProtocolMappers.add(pair, "smuggler", ROLE, Map.of("role", "catalog-viewer"));
        expect(200, pair.exchange());
    }

    /** Its mapper of preferred_username may come before or after another one. */
    private static void removeProfileScope(TestPair pair) {
        String scopes = realm.path("/clients/" + pair.clientUuid() + "/default-client-scopes");
        realm.admin.get(scopes).json().forEach(scope -> {
            if (scope.path("name").asText().equals("profile")) {
                expect(204, realm.admin.delete(scopes + "/" + scope.path("id").asText()));
            }
        });
    }

    private static void assertRefused(TestPair pair, Http.Response response) {
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        JsonNode error = response.json();
        assertThat(error.path("error").asText()).isEqualTo("unauthorized_client");
        assertThat(error.path("error_description").asText()).contains(pair.appKey()).endsWith("a protocol mapper "
                + (error.toString().contains("another account") ? "writes it" : "adds them"));
        assertThat(error.has("access_token")).isFalse();
        Refusals.assertEvent(realm, "ROLE_NOT_HELD");
    }

    private static Http.Response exchange(TestPair pair, String scope) {
        return pair.realm().tokenRequest(Map.of("grant_type", "client_credentials", "scope", scope))
                .header(TestRealm.APP_KEY, pair.appKey()).header(TestRealm.APP_TOKEN, pair.appToken()).send();
    }

    private static Map<String, String> config(String text) {
        return Arrays.stream(text.split(",")).map(entry -> entry.split("=", 2))
                .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1]));
    }
}
