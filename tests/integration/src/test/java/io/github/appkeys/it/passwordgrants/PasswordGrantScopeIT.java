package io.github.appkeys.it.passwordgrants;

import static io.github.appkeys.harness.TestRealm.expect;
import static io.github.appkeys.it.support.PasswordGrants.ENDED;
import static io.github.appkeys.it.support.PasswordGrants.FUTURE;
import static io.github.appkeys.it.support.PasswordGrants.PAST;
import static io.github.appkeys.it.support.PasswordGrants.grant;
import static io.github.appkeys.it.support.PasswordGrants.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.OtherLogins;
import io.github.appkeys.it.support.PasswordGrants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which clients the cutoff of password grants applies to. */
@ExtendWith(KeycloakExtension.class)
class PasswordGrantScopeIT {

    private static final String API_CLIENT =
            "An API client gets tokens with grant_type=client_credentials, appKey and appToken only";

    private static KeycloakServer server;
    private static TestRealm realm;

    @BeforeAll
    static void enable(KeycloakServer started) {
        server = started;
        realm = TestRealm.enabled(server);
        OtherLogins.prepare(realm);
    }

    @BeforeEach
    void prepare() {
        PasswordGrants.reset(realm);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        ALL         | []                | -               | ENDED   | ENDED
        ALL         | ["erp"]           | -               | ENDED   | ENDED
        SELECTED    | ["erp"]           | -               | ENDED   | ALLOWED
        SELECTED    | []                | -               | ALLOWED | ALLOWED
        SELECTED    | ["erp","shop"]    | -               | ENDED   | ENDED
        API_CLIENTS | ["erp"]           | -               | ALLOWED | ALLOWED
        ALL         | []                | 2036-11-13T14:00:00-02:00 | DEPRECATED | ENDED
        SELECTED    | ["erp","shop"]    | 2036-11-13T14:00:00-02:00 | DEPRECATED | ENDED
        SELECTED    | ["shop"]          | 2036-11-13T14:00:00-02:00 | ALLOWED    | ENDED
        API_CLIENTS | []                | 2036-11-13T14:00:00-02:00 | ALLOWED    | ALLOWED
        ALL         | []                | 2026-02-28T00:00Z         | ENDED      | ENDED
        """)
    void theCutoffAppliesToTheClientsInItsScope(String scope, String clients, String exceptedUntil, String erp,
            String shop) {
        realm.settings(Map.of("passwordGrants", Map.of("cutoff", PAST, "scope", scope, "clients", Json.parse(clients),
                "exceptions", exceptedUntil == null ? List.of()
                        : List.of(Map.of("clientId", "erp", "reason", "r", "until", exceptedUntil)))));

        assertThat(outcome(grant(realm, "erp"))).isEqualTo(erp);
        assertThat(outcome(grant(realm, "shop"))).isEqualTo(shop);
        assertThat(outcome(grant(realm, "admin-cli"))).as("of a realm that administers nothing")
                .isEqualTo("ALL".equals(scope) ? "ENDED" : "ALLOWED");
    }

    @Test
    void anExceptionEndsAtItsOwnDate() {
        String until = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS).toString();
        realm.settings(Map.of("passwordGrants", Map.of("cutoff", PAST, "exceptions",
                List.of(Map.of("clientId", "erp", "reason", "their release", "until", until)))));

        String sunset = grant(realm, "erp").header("Sunset");
        assertThat(ZonedDateTime.parse(sunset, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
                .isEqualTo(Instant.parse(until));
        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofDays(3));
            assertThat(expect(400, grant(realm, "erp")).field("error_description")).isEqualTo(ENDED.formatted(until));
        }
    }

    @Test
    void adminCliOfMasterIsRefusedOnlyIfItIsListed() {
        String token = realm.admin.accessToken();
        try {
            master(token, Map.of("enabled", true, "passwordGrants", Map.of("cutoff", PAST)));
            assertThat(outcome(master("admin-cli"))).isEqualTo("ALLOWED");
            expect(204, realm.admin.put("/master/app-keys/settings",
                    Map.of("passwordGrants", Map.of("scope", "SELECTED"))));
            assertThat(outcome(master("admin-cli"))).isEqualTo("ALLOWED");

            master(token, Map.of("passwordGrants", Map.of("clients", List.of("admin-cli"))));
            assertThat(outcome(master("admin-cli"))).isEqualTo("ENDED");
        } finally {
            master(token, Map.of("enabled", false,
                    "passwordGrants", Json.of("cutoff", null, "clients", List.of(), "scope", "ALL")));
        }
        assertThat(outcome(master("admin-cli"))).isEqualTo("ALLOWED");
    }

    /** Nothing else is set in the realm: no cutoff. */
    @Test
    void anApiClientNeverGetsAPasswordGrant() {
        realm.settings(Map.of("guardAdministrators", false));
        TestPair pair = realm.linkedPair();
        String client = realm.path("/clients/" + pair.clientUuid());
        for (boolean switchedOn : List.of(false, true)) {
            expect(204, realm.admin.put(client, Map.of("directAccessGrantsEnabled", switchedOn)));
            expectApiClient(passwordRequest(Map.of()).header(TestRealm.APP_KEY, pair.appKey())
                    .header(TestRealm.APP_TOKEN, pair.appToken()).send());
            expectApiClient(passwordRequest(Map.of()).header("Authorization", "Basic " + Base64.getEncoder()
                    .encodeToString((pair.appKey() + ":" + pair.appToken()).getBytes())).send());
            expectApiClient(passwordRequest(
                    Map.of("client_id", pair.appKey(), "client_secret", pair.appToken())).send());
            assertThat(passwordRequest(Map.of("client_id", pair.appKey())).send().status()).isEqualTo(401);
        }
        expect(200, pair.exchange());

        expect(204, realm.admin.put(client,
                Map.of("clientAuthenticatorType", "client-secret", "secret", "stock-secret")));
        expectApiClient(passwordRequest(Map.of("client_id", pair.appKey(), "client_secret", "stock-secret")).send());
        expect(204, realm.admin.put(client, Map.of("publicClient", true)));
        expectApiClient(passwordRequest(Map.of("client_id", pair.appKey())).send());
        assertThat(outcome(grant(realm, "shop"))).isEqualTo("ALLOWED");
        PasswordGrants.cutoff(realm, PAST);
        realm.settings(Map.of("passwordGrants", Map.of("exceptions",
                List.of(Map.of("clientId", pair.appKey(), "reason", "r", "until", FUTURE)))));
        expectApiClient(passwordRequest(Map.of("client_id", pair.appKey())).send());
    }

    @Test
    void theCutoffDoesNotApplyWhileAppKeysAreDisabled() {
        PasswordGrants.cutoff(realm, PAST);
        realm.settings(Map.of("enabled", false));

        assertThat(outcome(grant(realm, "shop"))).isEqualTo("ALLOWED");
    }

    private static Http.Request passwordRequest(Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.putAll(Map.of("grant_type", "password", "username", "ada", "password", OtherLogins.PASSWORD));
        return realm.tokenRequest(form);
    }

    private static Http.Response master(String clientId) {
        return Http.request("POST", server.url() + "/realms/master/protocol/openid-connect/token").body(TestRealm.FORM,
                Http.form(Map.of("grant_type", "password", "client_id", clientId, "username", KeycloakServer.ADMIN,
                        "password", KeycloakServer.ADMIN))).send();
    }

    private static void master(String token, Object settings) {
        assertThat(Http.request("PUT", server.url() + "/admin/realms/master/app-keys/settings")
                .header("Authorization", "Bearer " + token).body("application/json", Json.text(settings)).send()
                .status()).isBetween(200, 204);
    }

    private static void expectApiClient(Http.Response response) {
        assertThat(expect(400, response).field("error")).isEqualTo("unauthorized_client");
        assertThat(response.field("error_description")).isEqualTo(API_CLIENT);
        assertThat(realm.lastEvent().path("details").path("app_key_reason").asText()).isEqualTo("GRANT_NOT_ALLOWED");
    }
}
