package io.github.appkeys.it.transfer;

import static io.github.appkeys.harness.TestRealm.expect;
import static io.github.appkeys.it.support.Archives.imports;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Entries of an archive that are refused, and with them the whole file. */
@ExtendWith(KeycloakExtension.class)
class ImportEntriesIT {

    private static KeycloakServer server;
    private static TestRealm target;
    private static JsonNode archive;
    private ObjectNode changed;

    @BeforeAll
    static void prepare(KeycloakServer started) {
        server = started;
        TestRealm source = TestRealm.enabled(server);
        target = TestRealm.enabled(server);
        TestPair other = source.createPair(Map.of("label", "other", "appKey", "other-key"));
        other.link("orders:write");
        TestPair pair = source.createPair(Map.of("label", "moved", "appKey", "moved-key"));
        pair.link("orders:read");
        archive = Archives.archive(source, "");
    }

    @BeforeEach
    void copy() {
        changed = archive.deepCopy();
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
                entry("lastUsedAt is in the future", e -> e.put("lastUsedAt", "2099-01-01T00:00:00Z")),
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

    @Test
    void anImportIsAnAdminEventWithTheNumberOfPairs() {
        TestRealm to = TestRealm.enabled(server);

        expect(200, imports(to, archive.toString(), false));

        JsonNode event = to.lastAdminEvent();
        assertThat(event.path("resourceType").asText()).isEqualTo("APP_KEY");
        assertThat(event.path("operationType").asText()).isEqualTo("ACTION");
        assertThat(event.path("resourcePath").asText()).isEqualTo("app-keys/import");
        assertThat(Json.parse(event.path("representation").asText()))
                .isEqualTo(Json.tree(Map.of("created", 2, "restored", 0)));
        assertThat(event.path("authDetails").path("userId").asText()).isNotEmpty();
        assertThat(expect(400, imports(to, archive.toString(), false)).field("errorMessage"))
                .startsWith("Entry 1 (\"moved-key\"): ").contains("is taken");
    }
}
