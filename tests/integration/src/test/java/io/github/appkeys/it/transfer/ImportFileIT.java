package io.github.appkeys.it.transfer;

import static io.github.appkeys.harness.TestRealm.expect;
import static io.github.appkeys.it.support.Archives.imports;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of an import as a whole: its format, its size and its compression. */
@ExtendWith(KeycloakExtension.class)
class ImportFileIT {

    private static KeycloakServer server;
    private static TestPair pair;
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
        pair = source.createPair(Map.of("label", "moved", "appKey", "moved-key"));
        pair.link("orders:read");
        archive = Archives.archive(source, "");
    }

    @BeforeEach
    void copy() {
        changed = archive.deepCopy();
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
        {"format":3,"realm":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":[],"count":0}; format must be 1 or 2
        {"format":99999999999999999999,"realm":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":[],"count":0}; \
        not well-formed
        {"format":"1","realm":"x","exportedAt":"2026-01-01T00:00:00Z","pairs":[],"count":0}; format must be 1 or 2
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
    void anArchiveWithoutPairsIsAccepted() {
        TestRealm to = TestRealm.enabled(server);

        JsonNode report = expect(200, imports(to, Archives.json(to, "").body(), false)).json();

        assertThat(report.path("total").asInt()).isZero();
    }

    /** Larger than the limit of all other calls, and than the default limit of a web server. */
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
    void dryRunMustBeTrueOrFalse() {
        assertThat(expect(400, target.admin.post(target.path("/app-keys/import?dryRun=perhaps"), archive))
                .field("errorMessage")).contains("dryRun must be true or false");
    }

    private static Http.Response encoded(TestRealm realm, byte[] file, String encoding) {
        return realm.admin.request("POST", realm.path("/app-keys/import")).header("Content-Encoding", encoding)
                .body("application/json", file).send();
    }
}
