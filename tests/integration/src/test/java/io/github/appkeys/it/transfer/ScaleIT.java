package io.github.appkeys.it.transfer;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Seed;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand pairs go from one realm to another in the default heap of {@code kc.sh} (512 MB), which they would
 * not fit into. Takes long, so it has a profile: {@code mvn -Pscale verify}.
 */
@Tag("scale")
@Timeout(value = 2, unit = TimeUnit.HOURS)
class ScaleIT {

    private static final int PAIRS = Integer.getInteger("scale.pairs", 100_000);

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path folder;

    @Test
    void allPairsAreExportedAndImportedElsewhere() throws Exception {
        try (DistributionServer server = KeycloakExtension.startOwn("scale", database())) {
            TestRealm from = TestRealm.enabled(server);
            TestPair pair = from.linkedPair();
            told("seeding", () -> Seed.copy(pair, PAIRS - 1));

            Path inventory = folder.resolve("pairs.csv");
            told("export as CSV", () -> export(from, "text/csv", inventory));
            try (Stream<String> lines = Files.lines(inventory)) {
                assertThat(lines.filter(line -> !line.isBlank()).count()).isEqualTo(PAIRS + 1);
            }
            Path archive = folder.resolve("pairs.json");
            told("export as JSON", () -> export(from, "application/json", archive));
            Path compressed = compressed(archive);

            TestRealm to = TestRealm.enabled(server);
            told("dry run", () -> assertThat(imported(to, "?dryRun=true", compressed).json().path("created").asInt())
                    .isEqualTo(PAIRS));
            assertThat(to.admin.get(to.path("/app-keys/count")).body()).isEqualTo("0");
            told("import", () -> assertThat(imported(to, "", compressed).json().path("created").asInt())
                    .isEqualTo(PAIRS));

            assertThat(to.admin.get(to.path("/app-keys/count")).body()).isEqualTo(Integer.toString(PAIRS));
            for (String appKey : List.of(pair.appKey(), "seed-0", "seed-" + (PAIRS - 2) / 10 * 10)) {
                expect(200, to.exchange(appKey, pair.appToken()));
            }
            expect(400, to.exchange("seed-7", pair.appToken()));
            assertThat(server.log().lines()).noneMatch(line -> line.contains("OutOfMemoryError"));
        }
    }

    private static Database database() {
        try {
            return Database.postgres("app_keys_scale");
        } catch (IllegalStateException e) {
            Assumptions.abort("no PostgreSQL here");
            throw e;
        }
    }

    private static void export(TestRealm realm, String type, Path file) throws IOException, InterruptedException {
        HttpResponse<Path> response = CLIENT.send(request(realm, "export").header("Accept", type).GET().build(),
                HttpResponse.BodyHandlers.ofFile(file));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Total-Count")).hasValue(Integer.toString(PAIRS));
    }

    private static Http.Response imported(TestRealm realm, String query, Path archive)
            throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request(realm, "import" + query)
                .header("Content-Type", "application/json").header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofFile(archive)).build(), HttpResponse.BodyHandlers.ofString());
        return expect(200, new Http.Response(response.statusCode(), response.headers(), response.body()));
    }

    private static HttpRequest.Builder request(TestRealm realm, String path) {
        return HttpRequest.newBuilder(
                URI.create(realm.server.url() + "/admin/realms" + realm.path("/app-keys/" + path)))
                .header("Authorization", "Bearer " + realm.admin.accessToken());
    }

    private static Path compressed(Path file) throws IOException {
        Path compressed = Path.of(file + ".gz");
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            in.transferTo(out);
        }
        return compressed;
    }

    /** What takes minutes says so. */
    private static void told(String what, Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        System.out.printf("%,d pairs, %s: %d s%n", PAIRS, what,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
    }

    private interface Step {

        void run() throws Exception;
    }
}
