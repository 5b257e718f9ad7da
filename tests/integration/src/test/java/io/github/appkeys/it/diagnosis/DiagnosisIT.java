package io.github.appkeys.it.diagnosis;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Diagnosed;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each cause for which a pair does not work, made for real: the diagnosis names it and no other, until it is mended.
 */
@ExtendWith(KeycloakExtension.class)
class DiagnosisIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void aWorkingPairPassesAllChecks() {
        TestPair pair = realm.linkedPair();
        expect(200, pair.exchange());

        Diagnosed diagnosed = Diagnosed.of(pair, "");

        diagnosed.assertHealthy();
        Set<String> codes = new TreeSet<>();
        diagnosed.json().path("findings").forEach(finding -> codes.add(finding.path("code").asText()));
        assertThat(codes).containsExactlyInAnyOrder("NOT_ENABLED", "FLOW_NOT_READY", "DISABLED",
                "AUTHENTICATOR_CHANGED", "SERVICE_ACCOUNT_BROKEN", "EXPIRED", "ADDRESS_NOT_ALLOWED", "NO_ROLE",
                "SCOPE_DROPS_ROLES", "LAST_USE", "RECENT_FAILURES");
        assertThat(diagnosed.message("NO_ROLE")).isEqualTo("Roles are linked: orders-api:orders:read");
        assertThat(diagnosed.message("LAST_USE")).startsWith("Last accepted at 20");
        assertThat(diagnosed.json().path("appKey").asText()).isEqualTo(pair.appKey());
        assertThat(diagnosed.json().path("token").isNull()).isTrue();
    }

    @Test
    void appKeysAreDisabledInTheRealm(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair pair = own.linkedPair();
        own.settings(Map.of("enabled", false));
        expect(401, pair.exchange());
        Diagnosed.of(pair).assertRefusedFor("NOT_ENABLED");

        own.settings(Map.of("enabled", true));

        assertWorksAgain(pair);
    }

    @Test
    void theFlowHasNoAppKeyExecution(KeycloakServer server) {
        TestRealm own = TestRealm.plain(server);
        expect(201, own.admin.post(own.path("/authentication/flows/clients/copy"), Map.of("newName", "ours")));
        expect(204, own.admin.put(own.path(""), Map.of("clientAuthenticationFlow", "ours")));
        own.settings(Map.of("enabled", true));
        TestPair pair = own.linkedPair();
        expect(204, own.admin.delete(own.path("/authentication/executions/" + execution(own, "ours", "app-key")
                .path("id").asText())));
        expect(401, pair.exchange());
        Diagnosed.of(pair).assertRefusedFor("FLOW_NOT_READY");

        own.settings(Map.of("enabled", true));
        assertWorksAgain(pair);

        setRequirement(own, "ours", "app-key", "DISABLED");
        expect(401, pair.exchange());
        Diagnosed disabled = Diagnosed.of(pair);
        disabled.assertRefusedFor("FLOW_NOT_READY");
        assertThat(disabled.message("FLOW_NOT_READY")).contains("switched off");

        own.settings(Map.of("enabled", true));
        assertWorksAgain(pair);
    }

    @Test
    void theFlowRequiresAnotherAuthenticator(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair pair = own.linkedPair();
        setRequirement(own, "clients", "client-secret", "REQUIRED");
        expect(401, pair.exchange());

        Diagnosed diagnosed = Diagnosed.of(pair);
        diagnosed.assertRefusedFor("FLOW_NOT_READY");
        assertThat(diagnosed.message("FLOW_NOT_READY")).contains("requires client-secret");

        setRequirement(own, "clients", "client-secret", "ALTERNATIVE");
        assertWorksAgain(pair);
    }

    @Test
    void anotherFlowIsBound(KeycloakServer server) {
        TestRealm own = TestRealm.plain(server);
        expect(201, own.admin.post(own.path("/authentication/flows/clients/copy"), Map.of("newName", "theirs")));
        own.settings(Map.of("enabled", true));
        TestPair pair = own.linkedPair();
        expect(204, own.admin.put(own.path(""), Map.of("clientAuthenticationFlow", "theirs")));
        expect(401, pair.exchange());

        Diagnosed diagnosed = Diagnosed.of(pair);
        diagnosed.assertRefusedFor("FLOW_NOT_READY");
        assertThat(diagnosed.message("FLOW_NOT_READY")).contains("flow theirs has no execution");

        own.settings(Map.of("enabled", true));
        assertWorksAgain(pair);
    }

    @Test
    void thePairIsDisabled() {
        TestPair pair = realm.linkedPair();
        pair.update(Map.of("enabled", false));
        expect(401, pair.exchange());
        Diagnosed diagnosed = Diagnosed.of(pair);
        diagnosed.assertRefusedFor("DISABLED");
        assertThat(diagnosed.message("DISABLED")).startsWith("This pair is disabled since 20");

        pair.update(Map.of("enabled", true));

        assertWorksAgain(pair);
    }

    @Test
    void theClientHasAnotherAuthenticator() {
        TestPair pair = realm.linkedPair();
        changeClient(pair, "clientAuthenticatorType", "client-jwt");
        expect(401, pair.exchange());
        Diagnosed diagnosed = Diagnosed.of(pair);
        diagnosed.assertRefusedFor("AUTHENTICATOR_CHANGED");
        assertThat(diagnosed.message("AUTHENTICATOR_CHANGED")).contains("with client-jwt instead");

        changeClient(pair, "clientAuthenticatorType", "app-key");

        assertWorksAgain(pair);
    }

    @Test
    void theServiceAccountIsDeleted() {
        TestPair pair = realm.linkedPair();
        expect(204, realm.admin.delete(realm.path("/users/" + pair.serviceAccountUserId())));
        expect(400, pair.exchange());
        Diagnosed.of(pair).assertRefusedFor("SERVICE_ACCOUNT_BROKEN", "NO_ROLE");

        pair.link("orders:read");

        assertWorksAgain(pair);
    }

    @Test
    void theServiceAccountIsDisabled() {
        TestPair pair = realm.linkedPair();
        expect(204, realm.admin.put(realm.path("/users/" + pair.serviceAccountUserId()), Map.of("enabled", false)));
        assertThat(pair.exchange().status()).isEqualTo(401);
        Diagnosed.of(pair).assertRefusedFor("SERVICE_ACCOUNT_BROKEN");

        expect(204, realm.admin.put(realm.path("/users/" + pair.serviceAccountUserId()), Map.of("enabled", true)));

        assertWorksAgain(pair);
    }

    @Test
    void theTokenHasExpired(KeycloakServer server) {
        TestPair pair = realm.createPair(
                Map.of("label", "short", "expiresAt", Instant.now().plusSeconds(600).toString()));
        pair.link("orders:read");
        Diagnosed.of(pair).assertWarnedOf("EXPIRING");
        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofSeconds(601));
            expect(401, pair.exchange());
            Diagnosed.of(pair).assertRefusedFor("EXPIRED");
            Diagnosed.of(pair, Map.of("appToken", pair.appToken())).assertRefusedFor("EXPIRED");

            TestPair renewed = pair.renewed("{}");

            expect(200, renewed.exchange());
            Diagnosed.of(pair).assertHealthy();
        }
    }

    @Test
    void theTokenWasReplacedInARenewal() {
        TestPair old = realm.linkedPair();
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 3600));
        expect(200, renewed.exchange());
        Diagnosed.of(old).assertWarnedOf("RENEWAL_RUNNING");
        assertThat(Diagnosed.of(old).message("RENEWAL_RUNNING")).contains("until 20");

        expect(204, realm.admin.post(old.path("/renewal/finish"), ""));

        Diagnosed.of(old).assertHealthy();
        Diagnosed ended = Diagnosed.of(old, Map.of("appToken", old.appToken()));
        ended.assertRefusedFor("EXPIRED");
        assertThat(ended.message("EXPIRED")).startsWith("This appToken was replaced in a renewal and ended at 20");
        Diagnosed.of(old, Map.of("appToken", renewed.appToken())).assertHealthy();
    }

    @Test
    void theTokenIsRevoked() {
        TestPair pair = realm.linkedPair();
        String id = pair.get().path("tokens").path(0).path("id").asText();
        expect(204, realm.admin.delete(pair.path("/tokens/" + id)));
        expect(401, pair.exchange());

        Diagnosed diagnosed = Diagnosed.of(pair);

        diagnosed.assertRefusedFor("EXPIRED");
        assertThat(diagnosed.message("EXPIRED")).startsWith("This appToken was revoked at 20");
    }

    @Test
    void theAddressIsNotAllowed() {
        TestPair pair = realm.linkedPair();
        pair.update(Map.of("allowedNetworks", List.of("192.0.2.0/24")));
        expect(401, pair.exchange());
        Diagnosed.of(pair, Map.of("address", "198.51.100.1")).assertRefusedFor("ADDRESS_NOT_ALLOWED");
        assertThat(Diagnosed.of(pair, Map.of("address", "192.0.2.7")).errors()).isEmpty();
        assertThat(Diagnosed.of(pair).message("ADDRESS_NOT_ALLOWED"))
                .isEqualTo("The pair may be used from 192.0.2.0/24");

        pair.update(Map.of("allowedNetworks", List.of()));

        assertWorksAgain(pair);
    }

    @Test
    void noRoleIsLinked(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair pair = own.createPair("bare");
        expect(400, pair.exchange());
        Diagnosed.of(pair).assertRefusedFor("NO_ROLE");

        own.settings(Map.of("requireRole", false));
        expect(200, pair.exchange());
        Diagnosed.of(pair).assertHealthy();
        own.settings(Map.of("requireRole", true));
        pair.link("orders:read");

        assertWorksAgain(pair);
    }

    @Test
    void rolesOfCompositesAndGroupsAreListed(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair pair = own.createPair("inherits");
        expect(201, own.admin.post(own.path("/roles"), Map.of("name", "clerk")));
        expect(204, own.admin.post(own.path("/roles/clerk/composites"), List.of(role(own, "orders:read"))));
        expect(204, own.admin.post(pair.path("/roles"), List.of(Map.of("name", "clerk"))));
        expect(201, own.admin.post(own.path("/groups"), Map.of("name", "robots")));
        String group = own.admin.get(own.path("/groups")).json().path(0).path("id").asText();
        expect(204, own.admin.post(own.path("/groups/" + group + "/role-mappings/realm"),
                List.of(own.admin.get(own.path("/roles/catalog-viewer")).json())));
        expect(204, own.admin.put(own.path("/users/" + pair.serviceAccountUserId() + "/groups/" + group), Map.of()));

        Diagnosed diagnosed = Diagnosed.of(pair, Map.of("requiredRoles", List.of("clerk", "orders-api:orders:read",
                "catalog-viewer")));

        diagnosed.assertHealthy();
        assertThat(diagnosed.message("NO_ROLE")).isEqualTo("Roles are linked: clerk");
        assertThat(diagnosed.message("INHERITED_ROLES")).endsWith("come, too: catalog-viewer, orders-api:orders:read");
    }

    @Test
    void aRequiredRoleIsMissing() {
        TestPair pair = realm.linkedPair();
        expect(201, realm.admin.post(realm.path("/roles"), Map.of("name", "order-writer")));
        expect(204, realm.admin.post(realm.path("/roles/order-writer/composites"),
                List.of(role(realm, "orders:write"))));
        expect(201, realm.admin.post(realm.path("/roles"), Map.of("name", "order-admin")));
        expect(204, realm.admin.post(realm.path("/roles/order-admin/composites"),
                List.of(realm.admin.get(realm.path("/roles/order-writer")).json())));

        Diagnosed diagnosed = Diagnosed.of(pair, Map.of("requiredRoles", List.of("orders-api:orders:write")));
        diagnosed.assertRefusedFor("ROLE_MISSING");
        assertThat(diagnosed.message("ROLE_MISSING")).isEqualTo(
                "The role orders-api:orders:write is missing. These would give it, too: order-admin, order-writer");
        Diagnosed.of(pair, Map.of("requiredRoles", List.of("orders-api:orders:read"))).assertHealthy();
        Diagnosed.of(pair, Map.of("requiredRoles", List.of("no-such-role"))).assertRefusedFor("ROLE_UNKNOWN");
        Diagnosed.of(pair, Map.of("requiredRoles", List.of("orders-api:no"))).assertRefusedFor("ROLE_UNKNOWN");

        pair.link("orders:write");

        Diagnosed.of(pair, Map.of("requiredRoles", List.of("orders-api:orders:write"))).assertHealthy();
    }

    @Test
    void theClientScopesDropRoles() {
        TestPair pair = realm.linkedPair();
        changeClient(pair, "fullScopeAllowed", false);
        assertThat(expect(200, pair.exchange()).body()).isNotEmpty();
        Diagnosed.of(pair).assertWarnedOf("SCOPE_DROPS_ROLES");
        Diagnosed.of(pair, Map.of("requiredRoles", List.of("orders-api:orders:read"))).errors()
                .forEach(code -> assertThat(code).isEqualTo("SCOPE_DROPS_ROLES"));
        Diagnosed.of(pair, Map.of("requiredRoles", List.of("orders-api:orders:read")))
                .assertRefusedFor("SCOPE_DROPS_ROLES");

        expect(204, realm.admin.post(realm.path("/clients/" + pair.clientUuid() + "/scope-mappings/clients/"
                + realm.clientUuid("orders-api")), List.of(role(realm, "orders:read"))));

        assertWorksAgain(pair);
    }

    /** What it would hold, and nothing that can be used. */
    @Test
    void theClaimsOfTheTokenForAScopeAreShown() {
        TestPair pair = realm.linkedPair();
        JsonNode issued = io.github.appkeys.harness.Jwt.claims(expect(200, pair.exchange()).field("access_token"));

        Diagnosed diagnosed = Diagnosed.of(pair, Map.of("scope", ""));

        diagnosed.assertHealthy();
        JsonNode token = diagnosed.json().path("token");
        for (String claim : List.of("iss", "aud", "sub", "typ", "azp", "scope", "client_id", "resource_access")) {
            assertThat(token.path(claim)).as(claim).isEqualTo(issued.path(claim));
        }
        assertThat(token.path("scope").asText()).doesNotContain("microprofile-jwt");
        assertThat(Diagnosed.of(pair, Map.of("scope", "microprofile-jwt")).json().path("token").path("scope").asText())
                .contains("microprofile-jwt");
        assertThat(diagnosed.json().toString()).doesNotContain("eyJ");
        Diagnosed unknown = Diagnosed.of(pair, Map.of("scope", "no-such-scope"));
        unknown.assertRefusedFor("SCOPE_UNKNOWN");
        assertThat(unknown.json().path("token").isNull()).isTrue();
        expect(400, realm.tokenRequest(Map.of("grant_type", "client_credentials", "scope", "no-such-scope"))
                .header(TestRealm.APP_KEY, pair.appKey()).header(TestRealm.APP_TOKEN, pair.appToken()).send());
    }

    @Test
    void failedAttemptsAreCountedUntilOneIsAccepted(KeycloakServer server) {
        TestPair pair = realm.linkedPair();
        TestPair other = realm.linkedPair();
        assertThat(Diagnosed.of(pair).message("LAST_USE")).isEqualTo("Never accepted so far");
        for (int i = 0; i < 3; i++) {
            expect(401, realm.exchange(pair.appKey(), other.appToken()));
        }
        expect(401, realm.exchange(pair.appKey(), pair.appToken() + "x"));
        expect(400, realm.tokenRequest(Map.of("grant_type", "password", "username", "u", "password", "p"))
                .header(TestRealm.APP_KEY, pair.appKey()).header(TestRealm.APP_TOKEN, pair.appToken()).send());

        assertFailures(pair, "for WRONG_TOKEN: 3 times", "for CHECKSUM: 1 times", "for GRANT_NOT_ALLOWED: 1 times");
        new TestClock(server).run("app-key-attempts");
        assertFailures(pair, "for WRONG_TOKEN: 3 times", "for CHECKSUM: 1 times", "for GRANT_NOT_ALLOWED: 1 times");
        expect(401, realm.exchange(pair.appKey(), other.appToken()));
        assertFailures(pair, "for WRONG_TOKEN: 4 times", "for CHECKSUM: 1 times", "for GRANT_NOT_ALLOWED: 1 times");
        new TestClock(server).run("app-key-attempts");
        assertThat(Rows.count(server, "select count(*) from APP_KEY_ATTEMPT where CLIENT_UUID = '" + pair.clientUuid()
                + "'")).isEqualTo(3);

        assertWorksAgain(pair);
    }

    @Test
    void attemptsWithUnknownAppKeysAreNotStored(KeycloakServer server) {
        TestClock clock = new TestClock(server);
        clock.run("app-key-attempts");
        long before = Rows.count(server, "select count(*) from APP_KEY_ATTEMPT");
        for (int i = 0; i < 20; i++) {
            expect(401, realm.exchange("no-such-key-" + i, "not-a-token"));
        }

        clock.run("app-key-attempts");

        assertThat(Rows.count(server, "select count(*) from APP_KEY_ATTEMPT")).isEqualTo(before);
    }

    @Test
    void theAppKeyIsUsedAsAUserName(KeycloakServer server) {
        TestPair pair = realm.linkedPair();
        realm.createClient(
                Map.of("clientId", "old-integration", "publicClient", true, "directAccessGrantsEnabled", true));
        realm.createClient(
                Map.of("clientId", "old-and-closed", "publicClient", true, "directAccessGrantsEnabled", false));
        for (String client : List.of("old-integration", "old-and-closed")) {
            assertThat(realm.tokenRequest(Map.of("grant_type", "password", "client_id", client,
                    "username", pair.appKey(), "password", "a password")).send().status()).isBetween(400, 401);
        }

        Diagnosed diagnosed = Diagnosed.of(pair);

        diagnosed.assertWarnedOf("PASSWORD_GRANT");
        assertThat(diagnosed.message("PASSWORD_GRANT")).contains("grant_type=password: 2 times, last at 20");
        assertWorksAgain(pair);
    }

    @Test
    void theClientIdIsNoValidAppKey() {
        TestPair pair = realm.linkedPair();
        changeClient(pair, "clientId", "no appKey");

        Diagnosed diagnosed = new Diagnosed(expect(200, realm.admin.post(realm.path("/app-keys/no%20appKey/diagnosis"),
                "{}")).json());

        diagnosed.assertRefusedFor("BAD_CHARACTERS");
        expect(204, realm.admin.delete(realm.path("/app-keys/no%20appKey")));
    }

    @Test
    void severalCausesAreAllNamed() {
        TestPair pair = realm.createPair("unlucky");
        pair.update(Map.of("enabled", false, "allowedNetworks", List.of("192.0.2.0/24")));

        Diagnosed.of(pair, Map.of("address", "198.51.100.1", "requiredRoles", List.of("orders-api:orders:read")))
                .assertRefusedFor("DISABLED", "ADDRESS_NOT_ALLOWED", "NO_ROLE", "ROLE_MISSING");
    }

    @Test
    void anUnknownAppKeyLeadsToALookAlike(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        own.createPair(Map.of("label", "erp", "appKey", "ERP-Shop-01"));

        assertThat(notFound(own, "erp-shop-01")).isEqualTo(
                "There is no such appKey, but ERP-Shop-01, which differs in upper and lower case only");
        assertThat(notFound(own, "ERP-Shop-O1")).isEqualTo(
                "There is no such appKey, but ERP-Shop-01, which looks like it");
        assertThat(notFound(own, "ERP-Shop-0l")).contains("ERP-Shop-01, which looks like it");
        assertThat(notFound(own, "ERP-Shop-Ol")).isEqualTo("There is no such appKey in this realm");
        assertThat(notFound(own, "ERP-Shop-02")).isEqualTo("There is no such appKey in this realm");
    }

    @ParameterizedTest
    @CsvSource({
        "pt-BR, O par está ativado",
        "'es-AR,es;q=0.9', El par está habilitado",
        "'de, en;q=0.5', The pair is enabled",
        "*, The pair is enabled"})
    void findingsAreInTheLanguageOfTheCaller(String languages, String message) {
        TestPair pair = realm.linkedPair();

        Http.Response response = realm.admin.request("POST", pair.path("/diagnosis"))
                .header("Accept-Language", languages).body("application/json", "{}").send();

        assertThat(new Diagnosed(expect(200, response).json()).message("DISABLED")).isEqualTo(message);
    }

    @Test
    void aDiagnosisIsAnAdminEventWithoutTheToken() {
        TestPair pair = realm.createPair("audited");

        Diagnosed.of(pair, Map.of("appToken", pair.appToken()));

        JsonNode event = realm.lastAdminEvent();
        assertThat(event.path("resourceType").asText()).isEqualTo("APP_KEY");
        assertThat(event.path("operationType").asText()).isEqualTo("ACTION");
        assertThat(event.path("resourcePath").asText()).isEqualTo("app-keys/" + pair.appKey() + "/diagnosis");
        assertThat(event.path("representation").asText())
                .isEqualTo(Json.text(Json.of("verdict", "REFUSED", "codes", List.of("NO_ROLE"))));
        assertThat(event.toString()).doesNotContain("apptoken_");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        {"address":"example.com"}; address is not an IPv4 or IPv6 address
        {"address":"192.0.2.0/24"}; address is not an IPv4 or IPv6 address
        {"requiredRoles":"a"}; requiredRoles must be an array of texts
        {"requiredRoles":[""]}; requiredRoles has an entry that is empty
        {"scope":1}; scope must be a text
        {"scope":"a\\nb"}; scope must be a printable text
        {"appKey":"x"}; Unknown field
        {; not well-formed
        """)
    void invalidInputIsNamed(String body, String message) {
        TestPair pair = realm.createPair("asked");

        assertThat(expect(400, realm.admin.post(pair.path("/diagnosis"), body)).field("errorMessage"))
                .contains(message);
    }

    /** Nothing is wrong any more, and the pair is accepted. */
    private static void assertWorksAgain(TestPair pair) {
        expect(200, pair.exchange());
        Diagnosed.of(pair).assertHealthy();
    }

    private static void assertFailures(TestPair pair, String... texts) {
        Diagnosed diagnosed = Diagnosed.of(pair);
        assertThat(diagnosed.warnings()).hasSize(texts.length).containsOnly("RECENT_FAILURES");
        for (String text : texts) {
            assertThat(diagnosed.json().toString()).contains("Refused " + text);
        }
    }

    private static String notFound(TestRealm where, String appKey) {
        return expect(404, where.admin.post(where.path("/app-keys/" + appKey + "/diagnosis"), "{}"))
                .field("errorMessage");
    }

    private static JsonNode role(TestRealm where, String name) {
        return where.admin.get(where.path("/clients/" + where.clientUuid("orders-api") + "/roles/" + name)).json();
    }

    private static void changeClient(TestPair pair, String field, Object value) {
        String path = pair.realm().path("/clients/" + pair.clientUuid());
        ObjectNode client = (ObjectNode) expect(200, pair.realm().admin.get(path)).json();
        expect(204, pair.realm().admin.put(path, client.putPOJO(field, value)));
    }

    private static ObjectNode execution(TestRealm where, String flow, String authenticator) {
        JsonNode executions = where.admin.get(where.path("/authentication/flows/" + flow + "/executions")).json();
        return (ObjectNode) StreamSupport.stream(executions.spliterator(), false)
                .filter(node -> node.path("providerId").asText().equals(authenticator)).findFirst().orElseThrow();
    }

    private static void setRequirement(TestRealm where, String flow, String authenticator, String requirement) {
        // 202 in older versions, 204 in newer ones
        assertThat(where.admin.put(where.path("/authentication/flows/" + flow + "/executions"),
                execution(where, flow, authenticator).put("requirement", requirement)).status()).isBetween(200, 299);
    }
}
