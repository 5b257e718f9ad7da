package io.github.appkeys.it.diagnosis;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Clients;
import io.github.appkeys.it.support.Diagnosed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every diagnosis of a pair has in common: checks, language, admin event and input. */
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
                "ROLE_NOT_HELD", "SCOPE_DROPS_ROLES", "LAST_USE", "RECENT_FAILURES");
        assertThat(diagnosed.message("NO_ROLE")).isEqualTo("Roles are linked: orders-api:orders:read");
        assertThat(diagnosed.message("LAST_USE")).startsWith("Last accepted at 20");
        assertThat(diagnosed.json().path("appKey").asText()).isEqualTo(pair.appKey());
        assertThat(diagnosed.json().path("token").isNull()).isTrue();
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

    @Test
    void theClientIdIsNoValidAppKey() {
        TestPair pair = realm.linkedPair();
        Clients.change(pair, "clientId", "no appKey");

        Diagnosed diagnosed = new Diagnosed(expect(200, realm.admin.post(realm.path("/app-keys/no%20appKey/diagnosis"),
                "{}")).json());

        diagnosed.assertRefusedFor("BAD_CHARACTERS");
        expect(204, realm.admin.delete(realm.path("/app-keys/no%20appKey")));
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

    private static String notFound(TestRealm where, String appKey) {
        return expect(404, where.admin.post(where.path("/app-keys/" + appKey + "/diagnosis"), "{}"))
                .field("errorMessage");
    }
}
