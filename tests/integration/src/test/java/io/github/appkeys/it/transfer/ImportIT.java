package io.github.appkeys.it.transfer;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of one realm go on in another one. */
@ExtendWith(KeycloakExtension.class)
class ImportIT {

    private static KeycloakServer server;
    private static TestRealm source;
    private static TestPair pair;
    private static TestRealm target;
    private static JsonNode archive;

    private ObjectNode changed;

    @BeforeAll
    static void prepare(KeycloakServer started) {
        server = started;
        source = TestRealm.enabled(server);
        target = TestRealm.enabled(server);
        TestPair other = source.createPair(Map.of("label", "other", "appKey", "other-key"));
        other.link("orders:write");
        pair = source.createPair(Map.of("label", "moved", "appKey", "moved-key"));
        pair.link("orders:read");
        archive = ExportIT.archive(source, "");
    }

    @BeforeEach
    void copy() {
        changed = archive.deepCopy();
    }

    @Test
    void importedPairsWorkWithTheSameAppTokens() {
        TestRealm from = TestRealm.enabled(server);
        TestPair plain = from.createPair(Map.of("label", "plain", "description", "two\nlines", "appKey", "plain-key",
                "contact", "erp@example.org", "expiresAt", "2099-01-01T00:00:00Z"));
        plain.link("orders:read");
        expect(204, from.admin.post(plain.path("/roles"), List.of(Map.of("name", "catalog-viewer"))));
        TestPair renewing = from.createPair(Map.of("label", "renewing", "appKey", "renewing-key", "expiresAt",
                "2098-01-01T00:00:00Z"));
        renewing.link("orders:read");
        TestPair renewed = renewing.renewed(Map.of("overlapSeconds", 3600));
        TestPair disabled = from.createPair(Map.of("label", "disabled", "appKey", "disabled-key"));
        disabled.link("orders:read");
        disabled.update(Map.of("enabled", false));
        TestPair elsewhere = from.createPair(Map.of("label", "elsewhere", "appKey", "elsewhere-key", "allowedNetworks",
                List.of("203.0.113.0/24")));
        elsewhere.link("orders:read");
        TestPair without = from.createPair(Map.of("label", "without", "appKey", "without-key"));
        TestRealm to = TestRealm.enabled(server);
        String file = ExportIT.json(from, "").body();

        JsonNode report = expect(200, imports(to, file, false)).json();

        assertThat(report.path("dryRun").asBoolean()).isFalse();
        assertThat(report.path("created").asInt()).isEqualTo(5);
        for (TestPair works : List.of(plain, renewing, renewed)) {
            expect(200, to.exchange(works.appKey(), works.appToken()));
        }
        assertRefused(to, disabled, "DISABLED");
        assertRefused(to, elsewhere, "ADDRESS_NOT_ALLOWED");
        assertRefused(to, without, "NO_ROLE");
        for (TestPair moved : List.of(plain, renewing, disabled, elsewhere, without)) {
            assertThat(comparable(to, moved)).isEqualTo(comparable(from, moved));
        }
        assertThat(ids(to, plain)).doesNotContainAnyElementsOf(ids(from, plain));
        expect(200, plain.exchange());
        // its renewal goes on as it would have, the old token's own expiry included
        expect(204, to.admin.delete(to.path("/app-keys/renewing-key/renewal")));
        expect(401, to.exchange("renewing-key", renewed.appToken()));
        expect(200, to.exchange("renewing-key", renewing.appToken()));
        assertThat(to.admin.get(to.path("/app-keys/renewing-key")).json().path("tokens").path(0).path("expiresAt")
                .asText()).isEqualTo("2098-01-01T00:00:00Z");
    }

    @Test
    void anImportedRenewalEndsAtTheSameTime() {
        TestRealm from = TestRealm.enabled(server);
        TestPair old = from.linkedPair();
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 3600));
        TestRealm to = TestRealm.enabled(server);
        expect(200, imports(to, ExportIT.json(from, "").body(), false));

        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofSeconds(3500));
            expect(200, to.exchange(old.appKey(), old.appToken()));
            clock.set(Duration.ofSeconds(3700));
            assertRefused(to, old, "EXPIRED");
            expect(200, to.exchange(old.appKey(), renewed.appToken()));
        }
    }

    /** Unlike an appToken, a client secret may be one that can be guessed from its hash. */
    @Test
    void theClientSecretOfAnAdoptedClientIsNotExported() {
        TestRealm from = TestRealm.enabled(server);
        from.createClient(Map.of("clientId", "adopted-key", "secret", "a stock secret", "serviceAccountsEnabled", true,
                "publicClient", false));
        TestPair adopted = from.createPair(Map.of("clientId", "adopted-key", "finishAt", "2099-01-01T00:00:00Z"));
        adopted.link("orders:read");
        Map<String, String> stock = Map.of("grant_type", "client_credentials", "client_id", "adopted-key",
                "client_secret", "a stock secret");
        expect(200, from.tokenRequest(stock).send());
        TestRealm to = TestRealm.enabled(server);

        String file = ExportIT.json(from, "").body();
        expect(200, imports(to, file, false));

        assertThat(ExportIT.archive(from, "").findValuesAsText("hint")).hasSize(1)
                .doesNotContain("");
        expect(200, to.exchange("adopted-key", adopted.appToken()));
        expect(401, to.tokenRequest(stock).send());
    }

    @Test
    void aDryRunReportsEachPairAndChangesNothing() {
        TestRealm to = TestRealm.enabled(server);
        to.createPair(Map.of("label", "in the way", "appKey", "other-key"));
        Map<String, Long> before = Rows.ofPairs(server);
        String event = to.lastAdminEvent().path("id").asText();
        ArrayNode pairs = changed.withArray("pairs");
        pairs.add(pairs.get(0).deepCopy());
        pairs.addObject().put("appKey", "a");
        ((ObjectNode) pairs.addObject().setAll((ObjectNode) pairs.get(0).deepCopy())).put("appKey", "roleless-key")
                .putArray("roles").addObject().put("name", "no such role");
        changed.put("count", 5);

        JsonNode report = expect(200, imports(to, changed.toString(), true)).json();

        assertThat(report.path("dryRun").asBoolean()).isTrue();
        assertThat(report.path("total").asInt()).isEqualTo(5);
        assertThat(report.path("created").asInt()).isEqualTo(1);
        assertThat(report.path("refused").asInt()).isEqualTo(4);
        assertThat(report.path("pairs").findValuesAsText("outcome"))
                .containsExactly("CREATE", "TAKEN", "TAKEN", "INVALID", "NO_SUCH_ROLE");
        assertThat(report.path("pairs").findValuesAsText("appKey"))
                .containsExactly("moved-key", "other-key", "moved-key", "null", "roleless-key");
        assertThat(report.path("pairs").findValuesAsText("position")).containsExactly("1", "2", "3", "4", "5");
        assertThat(Rows.ofPairs(server)).isEqualTo(before);
        assertThat(to.lastAdminEvent().path("id").asText()).isEqualTo(event);
    }

    static Stream<Arguments> badEntries() {
        return Stream.of(
                entry("appKey has 3 to", e -> e.put("appKey", "a")),
                entry("reserved", e -> e.put("appKey", "settings")),
                entry("reserved for a client of Keycloak", e -> e.put("appKey", "account")),
                entry("apptoken_", e -> e.put("appKey", "apptoken_123")),
                entry("appKey is missing", e -> e.remove("appKey")),
                entry("label is missing", e -> e.putNull("label")),
                entry("description has more than 255", e -> e.put("description", "x".repeat(300))),
                entry("enabled must be true or false", e -> e.put("enabled", "yes")),
                entry("Entry 1 of allowedNetworks", e -> e.putArray("allowedNetworks").add("10.0.0.0/33")),
                entry("contact is not", e -> e.put("contact", "nobody")),
                entry("createdAt must be a moment", e -> e.put("createdAt", "2026-02-30T00:00:00Z")),
                entry("createdAt must be a moment", e -> e.put("createdAt", "2026-01-01T00:00:00")),
                entry("createdAt is in the future", e -> e.put("createdAt", "2099-01-01T00:00:00Z")),
                entry("createdBy has more than 255", e -> e.put("createdBy", "x".repeat(300))),
                entry("roles must be an array", e -> e.put("roles", "orders:read")),
                entry("name is missing", e -> e.putArray("roles").addObject()),
                entry("no role \"nothing\"", e -> e.putArray("roles").addObject().put("name", "nothing")),
                entry("no role \"x\" of the client \"nowhere\"",
                        e -> e.putArray("roles").addObject().put("name", "x").put("client", "nowhere")),
                entry("Unknown field", e -> e.put("appToken", "x")),
                entry("tokens is missing", e -> e.remove("tokens")),
                entry("tokens must be an array", e -> e.putObject("tokens")),
                entry("tokens has more than 10", e -> {
                    for (int i = 0; i < 10; i++) {
                        e.withArray("tokens").add(token(e).deepCopy());
                    }
                }),
                entry("same id", e -> e.withArray("tokens").add(token(e).deepCopy())),
                entry("has not expired must be", e -> e.withArray("tokens").add(token(e).deepCopy().put("id", "2"))),
                entry("hashAlgorithm must be", e -> token(e).put("hashAlgorithm", "MD5")),
                entry("hashAlgorithm must be", e -> token(e).remove("hashAlgorithm")),
                entry("64 hexadecimal", e -> token(e).put("hash", "xyz")),
                entry("64 hexadecimal", e -> token(e).put("hash", "G".repeat(64))),
                entry("64 hexadecimal", e -> token(e).put("hash", "A".repeat(64))),
                entry("64 hexadecimal", e -> token(e).remove("hash")),
                entry("hint of a token", e -> token(e).put("hint", "")),
                entry("expiresAt must be a moment", e -> token(e).put("expiresAt", "soon")),
                entry("not after its createdAt", e -> token(e).put("expiresAt", "2001-01-01T00:00:00Z")),
                entry("createdAt of a token is in the future", e -> token(e).put("createdAt", "2099-01-01T00:00:00Z")),
                entry("lastUsedAt of a token is in the future",
                        e -> token(e).put("lastUsedAt", "2099-01-01T00:00:00Z")),
                entry("currentToken is not", e -> e.put("currentToken", "other")),
                entry("has not expired must be", e -> e.putNull("currentToken")),
                entry("oldToken of the renewal is not", e -> e.putObject("renewal")
                        .put("startedAt", "2026-01-01T00:00:00Z").put("oldToken", "other")),
                entry("another one than currentToken", e -> e.putObject("renewal")
                        .put("startedAt", "2026-01-01T00:00:00Z").put("oldToken", e.path("currentToken").asText())),
                entry("it is larger than 65536", e -> e.put("description", "x".repeat(70_000))));
    }

    private static Arguments entry(String says, Consumer<ObjectNode> change) {
        return Arguments.of(says, change);
    }

    private static ObjectNode token(ObjectNode entry) {
        return (ObjectNode) entry.path("tokens").path(0);
    }

    /** The first entry of the file is right. */
    @ParameterizedTest
    @MethodSource("badEntries")
    void oneInvalidEntryRefusesTheWholeFile(String says, Consumer<ObjectNode> change) {
        Map<String, Long> before = Rows.ofPairs(server);
        String event = target.lastAdminEvent().path("id").asText();
        change.accept((ObjectNode) changed.path("pairs").path(1));

        Http.Response response = imports(target, changed.toString(), false);

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.field("errorMessage")).startsWith("Entry 2").contains(says);
        assertThat(Rows.ofPairs(server)).isEqualTo(before);
        assertThat(target.lastAdminEvent().path("id").asText()).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        ''; empty
        null; object
        []; object
        appKey,label; not well-formed
        {}; format is missing
        {"format":1,"realm":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":[],"count":0}{}; not well-formed
        {"format":1,"realm":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":[],"count":0; not complete
        {"format":1,"realm":"x","exportedAt":"20; not complete
        {"format":2,"realm":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":[],"count":0}; format must be 1
        {"format":99999999999999999999,"realm":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":[],"count":0}; \
        not well-formed
        {"format":"1","realm":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":[],"count":0}; format must be 1
        {"pairs":[],"format":1,"count":0}; format must come first
        {"format":1,"realm":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":{},"count":0}; pairs must be an array
        {"format":1,"realm":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":[]}; count must be the number of pairs
        {"format":1,"realm":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":[],"count":7}; \
        count must be the number of pairs
        {"format":1,"realm":{},"exportedAt":"2026-01-01T00:00:00Z","pairs":[],"count":0}; realm must be a text
        {"format":1,"kingdom":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":[],"count":0}; Unknown field
        {"format":1,"realm":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":[],"count":0,"count":0}; not well-formed
        """)
    void aFileThatIsNotAnArchiveIsRefused(String file, String says) {
        for (boolean dryRun : new boolean[] {true, false}) {
            Http.Response response = imports(target, file, dryRun);

            assertThat(response.status()).as(response.body()).isEqualTo(400);
            assertThat(response.field("errorMessage")).contains(says);
        }
    }

    @Test
    void entriesThatAreNoObjectsAndDuplicateFieldsAreRefused() {
        for (Object entry : Arrays.asList(null, 1, "x", List.of())) {
            String file = Json.text(Json.of("format", 1, "pairs", Collections.singletonList(entry), "count", 1));
            assertThat(expect(400, imports(target, file, false)).field("errorMessage"))
                    .startsWith("Entry 1:").contains("object");
        }
        assertThat(expect(400, imports(target, """
                {"format":1,"pairs":[{"appKey":"x","appKey":"y"}],"count":1}""", false))
                .field("errorMessage")).contains("not well-formed");
    }

    @Test
    void anArchiveWithoutPairsIsAccepted() {
        TestRealm to = TestRealm.enabled(server);

        JsonNode report = expect(200, imports(to, ExportIT.json(to, "").body(), false)).json();

        assertThat(report.path("total").asInt()).isZero();
    }

    @Test
    void anImportIsAnAdminEventWithTheNumberOfPairs() {
        TestRealm to = TestRealm.enabled(server);

        expect(200, imports(to, archive.toString(), false));

        JsonNode event = to.lastAdminEvent();
        assertThat(event.path("resourceType").asText()).isEqualTo("APP_KEY");
        assertThat(event.path("operationType").asText()).isEqualTo("ACTION");
        assertThat(event.path("resourcePath").asText()).isEqualTo("app-keys/import");
        assertThat(event.path("representation").asText()).isEqualTo(Json.text(Map.of("created", 2)));
        assertThat(event.path("authDetails").path("userId").asText()).isNotEmpty();
        assertThat(expect(400, imports(to, archive.toString(), false)).field("errorMessage"))
                .startsWith("Entry 1 (\"moved-key\"): ").contains("is taken");
    }

    @Test
    void rolesThatTheCallerMayNotMapAreRefused() {
        TestRealm to = TestRealm.enabled(server);
        AdminApi caller = to.administrator("mover", "a password", "manage-app-key-settings");
        ObjectNode robot = (ObjectNode) changed.path("pairs").path(1);
        robot.withArray("roles").addObject().put("name", "realm-admin").put("client", "realm-management");
        Map<String, Long> before = Rows.ofPairs(server);

        JsonNode report = expect(200, imports(to, caller, changed.toString(), true)).json();
        Http.Response refused = expect(403, imports(to, caller, changed.toString(), false));

        assertThat(report.path("pairs").path(1).path("outcome").asText()).isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(refused.field("errorMessage")).contains("Entry 2", "you may not link the role \"realm-admin\"");
        assertThat(Rows.ofPairs(server)).isEqualTo(before);
        expect(200, imports(to, caller, archive.toString(), false));
        expect(200, imports(TestRealm.enabled(server), changed.toString(), false));
    }

    /** More than any other call takes, and than a web server takes where nobody says so. */
    @Test
    void aFileOfThreeHundredPairsIsAccepted() {
        TestRealm to = TestRealm.enabled(server);
        ObjectNode template = (ObjectNode) changed.path("pairs").path(0);
        template.put("description", "x".repeat(200));
        ArrayNode pairs = changed.putArray("pairs");
        for (int i = 0; i < 300; i++) {
            pairs.add(template.deepCopy().put("appKey", "large-" + i));
        }
        changed.put("count", 300);
        assertThat(changed.toString().length()).isGreaterThan(3 * 64 * 1024);

        assertThat(expect(200, imports(to, changed.toString(), true)).json().path("created").asInt()).isEqualTo(300);
        assertThat(expect(200, imports(to, changed.toString(), false)).json().path("created").asInt()).isEqualTo(300);

        assertThat(to.admin.get(to.path("/app-keys/count")).json().asInt()).isEqualTo(300);
        expect(200, to.exchange("large-0", pair.appToken()));
        expect(200, to.exchange("large-299", pair.appToken()));
    }

    @Test
    void aFileAboveTheServersLimitCanBeCompressed() throws IOException {
        TestRealm to = TestRealm.enabled(server);
        byte[] file = archive.toString().replaceFirst("\\[", "[" + " ".repeat(11 << 20))
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(file);
        }

        expect(200, encoded(to, compressed.toByteArray(), "gzip"));

        expect(200, to.exchange(pair.appKey(), pair.appToken()));
        byte[] half = Arrays.copyOf(compressed.toByteArray(), compressed.size() / 2);
        assertThat(expect(400, encoded(to, half, "gzip")).field("errorMessage")).contains("could not be read");
        assertThat(expect(400, encoded(to, "{}".getBytes(StandardCharsets.UTF_8), "gzip")).field("errorMessage"))
                .contains("not compressed with gzip");
        expect(415, encoded(to, compressed.toByteArray(), "br"));
    }

    @Test
    void oneOfManyParallelImportsSucceeds() {
        TestRealm to = TestRealm.enabled(server);

        List<Integer> answers = Stream.of(1, 2, 3, 4).parallel()
                .map(i -> imports(to, archive.toString(), false).status()).sorted().toList();

        assertThat(answers.get(0)).isEqualTo(200);
        assertThat(answers.subList(1, 4)).allMatch(status -> status == 400 || status == 409);
        assertThat(to.admin.get(to.path("/app-keys/count")).json().asInt()).isEqualTo(2);
        expect(200, to.exchange(pair.appKey(), pair.appToken()));
    }

    @Test
    void dryRunMustBeTrueOrFalse() {
        assertThat(expect(400, target.admin.post(target.path("/app-keys/import?dryRun=perhaps"), archive))
                .field("errorMessage")).contains("dryRun must be true or false");
    }

    private static void assertRefused(TestRealm realm, TestPair pair, String reason) {
        assertThat(realm.exchange(pair.appKey(), pair.appToken()).status() / 100).isEqualTo(4);
        assertThat(realm.lastEvent().path("details").path("app_key_reason").asText()).isEqualTo(reason);
    }

    /** All that does not name the realm it is in. */
    private static JsonNode comparable(TestRealm realm, TestPair pair) {
        ObjectNode json = (ObjectNode) realm.admin.get(realm.path("/app-keys/" + pair.appKey())).json();
        json.remove(List.of("clientUuid", "serviceAccountUserId"));
        json.path("tokens").forEach(token -> ((ObjectNode) token).remove(List.of("id", "lastUsedAt", "lastUsedFrom")));
        return json;
    }

    private static List<String> ids(TestRealm realm, TestPair pair) {
        return realm.admin.get(realm.path("/app-keys/" + pair.appKey())).json().path("tokens").findValuesAsText("id");
    }

    private static Http.Response encoded(TestRealm realm, byte[] file, String encoding) {
        return realm.admin.request("POST", realm.path("/app-keys/import")).header("Content-Encoding", encoding)
                .body("application/json", file).send();
    }

    private static Http.Response imports(TestRealm realm, String file, boolean dryRun) {
        return imports(realm, realm.admin, file, dryRun);
    }

    private static Http.Response imports(TestRealm realm, AdminApi caller, String file, boolean dryRun) {
        return caller.post(realm.path("/app-keys/import?dryRun=" + dryRun), file);
    }
}
