package io.github.appkeys.it.passwordgrants;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.OtherLogins;
import io.github.appkeys.it.support.ServerVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Password grants are announced to end, and end: for those who are meant, and for nobody else. */
@ExtendWith(KeycloakExtension.class)
class PasswordGrantEndIT {

    private static final String PAGE = "https://docs.example.org/keys";
    private static final String PAST = "2026-01-31T09:00:00-03:00";
    private static final String FUTURE = "2036-11-13T14:00:00-02:00";
    private static final String ENDED = "Password grants ended on %s. Use an appKey and appToken: " + PAGE;
    private static final String API_CLIENT =
            "An API client gets tokens with grant_type=client_credentials, appKey and appToken only";
    private static final String NO_CONDITION = "the condition client-access-type abstains at password grants";

    private static TestRealm realm;
    private static String ada;

    private static KeycloakServer server;

    @BeforeEach
    void prepare(KeycloakServer started) {
        if (realm == null) {
            server = started;
            realm = TestRealm.enabled(server);
            ada = OtherLogins.prepare(realm);
        }
        realm.settings(Map.of("enabled", true, "passwordGrants", Json.of("cutoff", null, "scope", "ALL",
                "clients", List.of(), "exceptions", List.of(), "documentationUrl", PAGE)));
        // with it, Keycloak now and then takes two quick logins for one that is still under way
        expect(204, realm.admin.put(realm.path(""), Map.of("bruteForceProtected", false)));
        // some tests have events of the future
        expect(204, realm.admin.delete(realm.path("/events")));
    }

    @Test
    void withoutACutoffNothingIsAnnounced() {
        assertThat(outcome(grant("shop"))).isEqualTo("ALLOWED");
        assertThat(realm.lastEvent().path("details").has("password_grant")).isFalse();
        OtherLogins.assertAllWork(realm);
    }

    @Test
    void beforeTheCutoffResponsesAnnounceIt() {
        long before = Instant.now().getEpochSecond();
        cutoff(FUTURE);

        Http.Response response = expect(200, grant("shop"));

        assertThat(response.header("Sunset")).isEqualTo("Thu, 13 Nov 2036 16:00:00 GMT");
        assertThat(Long.parseLong(response.header("Deprecation").substring(1))).isBetween(before,
                Instant.now().getEpochSecond());
        assertThat(response.header("Deprecation")).startsWith("@");
        assertThat(response.header("Link"))
                .isEqualTo("<" + PAGE + ">; rel=\"deprecation\", <" + PAGE + ">; rel=\"sunset\"");
        assertThat(realm.lastEvent().path("type").asText()).isEqualTo("LOGIN");
        assertThat(realm.lastEvent().path("details").path("password_grant").asText()).isEqualTo("deprecated");
        cutoff("2037-11-13T14:00Z");
        assertThat(grant("shop").header("Deprecation")).as("put off").isEqualTo(response.header("Deprecation"));
        expectWrongPassword(grant("shop", "ada", "wrong"));
        OtherLogins.assertAllWork(realm);
    }

    @Test
    void afterTheCutoffGrantsAreRefusedBeforeThePasswordIsChecked() {
        expect(204, realm.admin.put(realm.path(""), Map.of("bruteForceProtected", true, "failureFactor", 30,
                "quickLoginCheckMilliSeconds", 0)));
        String refreshToken = expect(200, grant("shop")).field("refresh_token");
        expectWrongPassword(grant("shop", "ada", "wrong"));
        awaitFailures(1);
        cutoff(PAST);

        Http.Response right = expect(400, grant("shop"));
        assertThat(right.field("error")).isEqualTo("unauthorized_client");
        assertThat(right.field("error_description")).isEqualTo(ENDED.formatted(PAST));
        JsonNode event = realm.lastEvent();
        assertThat(event.path("type").asText()).isEqualTo("LOGIN_ERROR");
        assertThat(event.path("error").asText()).isEqualTo("unauthorized_client");
        assertThat(event.path("details").path("password_grant").asText()).isEqualTo("ended");
        assertThat(event.path("details").has("username")).isFalse();
        for (int i = 0; i < 5; i++) {
            assertAlike(grant("shop", "ada", "wrong"), right);
        }
        assertAlike(grant("shop", "nobody", "wrong"), right);
        assertAlike(realm.tokenRequest(Map.of("grant_type", "password", "client_id", "shop")).send(), right);

        OtherLogins.refresh(realm, refreshToken);
        cutoff(null);
        expectWrongPassword(grant("shop", "ada", "wrong"));
        // those of after the cutoff would be counted before this one
        awaitFailures(2);
        cutoff(PAST);
        OtherLogins.assertAllWork(realm);
    }

    /** No request that begins after the cutoff is granted, and none that ends before it is refused. */
    @ParameterizedTest
    @ValueSource(longs = {0, 3 * 24 * 3600})
    void grantsAreRefusedFromTheExactMomentOfTheCutoff(long offset) {
        Instant at = Instant.now().plusSeconds(offset + 3).truncatedTo(ChronoUnit.SECONDS);
        cutoff(at.atOffset(ZoneOffset.ofHours(-2)).toString());
        int granted = 0;
        int refused = 0;
        try (TestClock clock = new TestClock(server)) {
            if (offset > 0) {
                assertThat(outcome(grant("shop"))).as("by the real clock").isEqualTo("DEPRECATED");
                clock.set(Duration.ofSeconds(offset));
            }
            while (refused < 5) {
                Instant start = Instant.now().plusSeconds(offset);
                Http.Response response = grant("shop");
                Instant end = Instant.now().plusSeconds(offset);
                if (response.status() == 200) {
                    assertThat(start).as("granted").isBefore(at);
                    granted++;
                } else {
                    assertThat(outcome(response)).isEqualTo("ENDED");
                    assertThat(end).as("refused").isAfterOrEqualTo(at);
                    refused++;
                }
            }
        }
        assertThat(granted).isPositive();
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

        assertThat(outcome(grant("erp"))).isEqualTo(erp);
        assertThat(outcome(grant("shop"))).isEqualTo(shop);
        assertThat(outcome(grant("admin-cli"))).as("of a realm that administers nothing")
                .isEqualTo("ALL".equals(scope) ? "ENDED" : "ALLOWED");
    }

    @Test
    void anExceptionEndsAtItsOwnDate() {
        String until = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS).toString();
        realm.settings(Map.of("passwordGrants", Map.of("cutoff", PAST, "exceptions",
                List.of(Map.of("clientId", "erp", "reason", "their release", "until", until)))));

        assertThat(ZonedDateTime.parse(grant("erp").header("Sunset"), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
                .isEqualTo(Instant.parse(until));
        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofDays(3));
            assertThat(expect(400, grant("erp")).field("error_description")).isEqualTo(ENDED.formatted(until));
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
        assertThat(outcome(grant("shop"))).isEqualTo("ALLOWED");
        cutoff(PAST);
        realm.settings(Map.of("passwordGrants", Map.of("exceptions",
                List.of(Map.of("clientId", pair.appKey(), "reason", "r", "until", FUTURE)))));
        expectApiClient(passwordRequest(Map.of("client_id", pair.appKey())).send());
    }

    @Test
    void theCutoffDoesNotApplyWhileAppKeysAreDisabled() {
        cutoff(PAST);
        realm.settings(Map.of("enabled", false));

        assertThat(outcome(grant("shop"))).isEqualTo("ALLOWED");
    }

    @Test
    void anExecutorAddedByHandAppliesToTheClientsOfItsPolicy() {
        ServerVersion.assumeAtLeast(7, NO_CONDITION);
        TestRealm plain = TestRealm.plain(server);
        OtherLogins.prepare(plain);
        byHand(plain, Map.of("cutoff", PAST, "documentation-url", PAGE), List.of());

        assertThat(expect(400, grant(plain, "shop", "ada", OtherLogins.PASSWORD)).field("error_description"))
                .isEqualTo(ENDED.formatted(PAST));
        assertThat(outcome(grant(plain, "erp", "ada", OtherLogins.PASSWORD))).isEqualTo("ALLOWED");
        OtherLogins.assertAllWork(plain);
        for (Map<String, ?> bad : List.of(Map.of("cutoff", "2026-01-31T09:00:00"), Map.of("cutoff", "soon"),
                Map.of("documentation-url", "docs"))) {
            expect(400, profile(plain, bad, List.of()));
        }
    }

    @Test
    void anExecutorAddedByHandCanApplyToAllClients() {
        TestRealm plain = TestRealm.plain(server);
        OtherLogins.prepare(plain);
        byHand(plain, Map.of("cutoff", PAST, "documentation-url", PAGE), List.of(),
                Map.of("condition", "any-client", "configuration", Map.of()));

        for (String client : List.of("shop", "erp")) {
            assertThat(expect(400, grant(plain, client, "ada", OtherLogins.PASSWORD)).field("error_description"))
                    .isEqualTo(ENDED.formatted(PAST));
        }
    }

    @Test
    void ofTwoPoliciesTheEarlierCutoffApplies() {
        ServerVersion.assumeAtLeast(7, NO_CONDITION);
        TestRealm own = TestRealm.enabled(server);
        OtherLogins.prepare(own);
        List<Object> managed = new ArrayList<>();
        own.admin.get(own.path("/client-policies/profiles")).json().path("profiles").forEach(managed::add);
        own.settings(Map.of("passwordGrants", Map.of("cutoff", FUTURE, "documentationUrl", PAGE)));

        byHand(own, Map.of("cutoff", "2035-01-01T00:00:00Z"), managed);
        assertThat(grant(own, "shop", "ada", OtherLogins.PASSWORD).header("Sunset"))
                .isEqualTo("Mon, 01 Jan 2035 00:00:00 GMT");
        assertThat(grant(own, "erp", "ada", OtherLogins.PASSWORD).header("Sunset")).startsWith("Thu, 13 Nov 2036");
        byHand(own, Map.of("cutoff", "2037-01-01T00:00:00Z"), managed);
        assertThat(grant(own, "shop", "ada", OtherLogins.PASSWORD).header("Sunset")).startsWith("Thu, 13 Nov 2036");
        byHand(own, Map.of("cutoff", PAST), managed);
        assertThat(expect(400, grant(own, "shop", "ada", OtherLogins.PASSWORD)).field("error_description"))
                .as("with the page of the realm").isEqualTo(ENDED.formatted(PAST));
        assertThat(own.lastEvent().path("details").path("password_grant").asText()).isEqualTo("ended");
    }

    private static void cutoff(String text) {
        realm.settings(Map.of("passwordGrants", Json.of("cutoff", text)));
    }

    private static Http.Response grant(String clientId) {
        return grant(clientId, "ada", OtherLogins.PASSWORD);
    }

    private static Http.Response grant(String clientId, String username, String password) {
        return grant(realm, clientId, username, password);
    }

    private static Http.Response grant(TestRealm where, String clientId, String username, String password) {
        Map<String, String> form = new HashMap<>(Map.of("grant_type", "password", "client_id", clientId,
                "username", username, "password", password));
        if (clientId.equals("erp")) {
            form.put("client_secret", OtherLogins.SECRET);
        }
        return where.tokenRequest(form).send();
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
        expect(204, Http.request("PUT", server.url() + "/admin/realms/master/app-keys/settings")
                .header("Authorization", "Bearer " + token).body("application/json", Json.text(settings)).send());
    }

    /** What became of a password grant with the right password. */
    private static String outcome(Http.Response response) {
        if (response.status() == 200) {
            boolean warned = Stream.of("Deprecation", "Sunset").allMatch(name -> !response.header(name).isEmpty());
            boolean silent = Stream.of("Deprecation", "Sunset", "Link")
                    .allMatch(name -> response.header(name).isEmpty());
            return warned ? "DEPRECATED" : silent ? "ALLOWED" : "half warned: " + response.headers();
        }
        return response.status() == 400 && response.field("error").equals("unauthorized_client")
                && response.field("error_description").startsWith("Password grants ended on ")
                ? "ENDED" : response.status() + " " + response.body();
    }

    private static void expectApiClient(Http.Response response) {
        assertThat(expect(400, response).field("error")).isEqualTo("unauthorized_client");
        assertThat(response.field("error_description")).isEqualTo(API_CLIENT);
        assertThat(realm.lastEvent().path("details").path("app_key_reason").asText()).isEqualTo("GRANT_NOT_ALLOWED");
    }

    /** 400 or 401, by the version of Keycloak. */
    private static void expectWrongPassword(Http.Response response) {
        assertThat(response.field("error")).isEqualTo("invalid_grant");
    }

    private static void assertAlike(Http.Response response, Http.Response other) {
        assertThat(response.status()).isEqualTo(other.status());
        assertThat(response.body()).isEqualTo(other.body());
        assertThat(new TreeMap<>(response.headers().map())).isEqualTo(new TreeMap<>(other.headers().map()));
    }

    /** Keycloak counts on a thread of its own. */
    private static void awaitFailures(int expected) {
        Instant end = Instant.now().plusSeconds(20);
        int failures;
        do {
            failures = expect(200, realm.admin.get(realm.path("/attack-detection/brute-force/users/" + ada))).json()
                    .path("numFailures").asInt();
        } while (failures < expected && Instant.now().isBefore(end));
        assertThat(failures).isEqualTo(expected);
    }

    /** Beside what else the realm has: for its public clients. */
    private static void byHand(TestRealm where, Map<String, ?> configuration, List<?> others) {
        byHand(where, configuration, others, Map.of("condition", "client-access-type",
                "configuration", Map.of("type", List.of("public"))));
    }

    private static void byHand(TestRealm where, Map<String, ?> configuration, List<?> others, Object condition) {
        expect(204, profile(where, configuration, others));
        List<Object> policies = new ArrayList<>();
        where.admin.get(where.path("/client-policies/policies")).json().path("policies").forEach(policy -> {
            if (!policy.path("name").asText().equals("by hand")) {
                policies.add(policy);
            }
        });
        policies.add(Map.of("name", "by hand", "enabled", true, "profiles", List.of("by hand"), "conditions",
                List.of(condition)));
        expect(204, where.admin.put(where.path("/client-policies/policies"), Map.of("policies", policies)));
    }

    private static Http.Response profile(TestRealm where, Map<String, ?> configuration, List<?> others) {
        List<Object> profiles = new ArrayList<>(others);
        profiles.add(Map.of("name", "by hand", "executors", List.of(Map.of("executor", "app-key-password-grant",
                "configuration", configuration))));
        return where.admin.put(where.path("/client-policies/profiles"), Map.of("profiles", profiles));
    }
}
