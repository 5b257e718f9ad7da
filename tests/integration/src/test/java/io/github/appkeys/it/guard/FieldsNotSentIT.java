package io.github.appkeys.it.guard;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guard judges the client after the change, not the fields of the request: what is null or left out may have a
 * default that opens the client (CVE-2026-18570), and what a client was, or becomes, counts both (CVE-2026-18573).
 */
@ExtendWith(KeycloakExtension.class)
class FieldsNotSentIT {

    private static GuardedRealm guarded;
    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        guarded = new GuardedRealm(server);
        realm = guarded.realm;
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientAuthenticatorType", "secret", "publicClient", "bearerOnly", "serviceAccountsEnabled",
        "standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled", "protocol", "attributes", "enabled",
        "authorizationServicesEnabled", "clientId"})
    void aFieldThatIsNullOrMissingOpensNothing(String field) {
        TestPair pair = guarded.adopted();
        ObjectNode before = guarded.client(pair.clientUuid());
        for (Way way : new Way[] {Way.ADMIN_REST, Way.REGISTRATION}) {
            guarded.send(way, guarded.clerk, pair.appKey(), before.deepCopy().putNull(field));
            ObjectNode missing = before.deepCopy();
            missing.remove(field);
            guarded.send(way, guarded.clerk, pair.appKey(), missing);
        }
        assertUnchanged(pair, before);
    }

    /** To OpenID Connect, what is left out means a client for the browser that has a client secret. */
    @ParameterizedTest
    @ValueSource(strings = {
        "{}",
        "{\"redirect_uris\":[\"https://x.example.org/*\"]}",
        "{\"redirect_uris\":[\"https://x.example.org/*\"],\"grant_types\":null}",
        "{\"redirect_uris\":[\"https://x.example.org/*\"],\"grant_types\":[]}",
        "{\"grant_types\":[\"client_credentials\"]}",
        "{\"grant_types\":[\"client_credentials\"],\"token_endpoint_auth_method\":null}",
        "{\"grant_types\":[\"client_credentials\"],\"token_endpoint_auth_method\":\"none\"}",
        "{\"grant_types\":[\"client_credentials\",\"password\"]}"})
    void aRegistrationThatLeavesOutFieldsOpensNothing(String body) {
        TestPair pair = guarded.adopted();
        ObjectNode before = guarded.client(pair.clientUuid());
        ObjectNode wish = (ObjectNode) Json.parse(body);
        for (String token : new String[] {guarded.registrationToken(pair.clientUuid()), guarded.clerk}) {
            guarded.register(token, "PUT", "openid-connect/" + pair.appKey(),
                    wish.deepCopy().put("client_id", pair.appKey()));
        }
        assertUnchanged(pair, before);
    }

    @ParameterizedTest
    @CsvSource({"default", "openid-connect", "saml2-entity-descriptor"})
    void anEmptyBodyOpensNothing(String provider) {
        TestPair pair = guarded.adopted();
        ObjectNode before = guarded.client(pair.clientUuid());

        for (String token : new String[] {guarded.registrationToken(pair.clientUuid()), guarded.clerk}) {
            assertThat(guarded.register(token, "PUT", provider + "/" + pair.appKey(), Map.of()).status())
                    .isNotEqualTo(500);
        }

        assertUnchanged(pair, before);
    }

    /** A client that was none and becomes an API client, and the other way round, within one change. */
    @Test
    void theClientBeforeAndTheClientAfterAreJudged() {
        TestPair pair = guarded.adopted();
        ObjectNode before = guarded.client(pair.clientUuid());
        ObjectNode leaving = before.deepCopy().put("clientAuthenticatorType", "client-secret").put("secret", "mine")
                .put("enabled", false).put("name", "no pair any more");
        for (Way way : new Way[] {Way.ADMIN_REST, Way.REGISTRATION}) {
            assertThat(guarded.send(way, guarded.clerk, pair.appKey(), leaving.deepCopy()).status())
                    .isEqualTo(way.refused);
        }
        assertUnchanged(pair, before);

        ObjectNode stock = Http.JSON.createObjectNode().put("clientId", "stock").put("publicClient", false)
                .put("serviceAccountsEnabled", true).put("secret", GuardedRealm.SECRET);
        expect(201, guarded.make(Way.ADMIN_REST, guarded.clerk, stock));
        ObjectNode becoming = guarded.client(realm.clientUuid("stock")).put("clientAuthenticatorType", "app-key");
        for (Way way : new Way[] {Way.ADMIN_REST, Way.REGISTRATION}) {
            assertThat(guarded.send(way, guarded.clerk, "stock", becoming.deepCopy()).status()).isEqualTo(way.refused);
        }
        assertThat(guarded.client(realm.clientUuid("stock")).path("clientAuthenticatorType").asText())
                .isEqualTo("client-secret");
    }

    private static void assertUnchanged(TestPair pair, ObjectNode before) {
        ObjectNode after = guarded.client(pair.clientUuid());
        for (String field : new String[] {"clientId", "clientAuthenticatorType", "publicClient", "bearerOnly",
            "serviceAccountsEnabled", "standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled",
            "protocol", "enabled", "secret"}) {
            assertThat(after.path(field)).as(field).isEqualTo(before.path(field));
        }
        after.path("attributes").fields().forEachRemaining(attribute -> {
            if (attribute.getKey().endsWith(".enabled")) {
                assertThat(attribute.getValue().asText()).as(attribute.getKey()).isNotEqualTo("true");
            }
        });
        expect(200, pair.exchange());
    }
}
