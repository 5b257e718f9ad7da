package io.github.appkeys.it.gateway;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.NginxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real nginx with our configuration, in front of an API. */
@ExtendWith(KeycloakExtension.class)
class NginxIT {

    @TempDir
    private static Path folder;

    private static TestRealm realm;
    private static TestPair pair;
    private static NginxServer nginx;

    @BeforeAll
    static void start(KeycloakServer server) throws IOException {
        assumeTrue(NginxServer.isThere(), "nginx is not on the PATH: the gateway's configuration is not tested");
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
        nginx = NginxServer.start(folder, NginxServer.address(server.url()), realm.name, false);
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    @Test
    void theApiGetsTheJwtAndNotThePair() {
        Http.Response answer = expect(200, call(nginx, "GET", pair, "/orders/1?page=2").send());

        assertThat(answer.body()).startsWith("GET /orders/1?page=2 0\n").contains("X-app-key: " + pair.appKey())
                .contains("X-app-roles: orders-api:orders%3Aread").doesNotContain("apptoken_")
                .doesNotContainIgnoringCase("X-VTEX");
        String jwt = answer.body().lines().filter(line -> line.startsWith("Authorization: Bearer ")).findFirst()
                .orElseThrow().substring("Authorization: Bearer ".length());
        assertThat(Jwt.claims(jwt).path("azp").asText()).isEqualTo(pair.appKey());
    }

    @Test
    void refusesWithOurWords() {
        Http.Response none = expect(401, Http.get(nginx.url("/orders/1")).send());
        assertThat(none.field("app_key_reason")).isEqualTo("MISSING_HEADER");
        assertThat(none.headers().allValues("WWW-Authenticate")).hasSize(1);

        TestPair roleless = realm.createPair("roleless");
        assertThat(expect(403, call(nginx, "GET", roleless, "/").send()).field("app_key_reason")).isEqualTo("NO_ROLE");
        TestPair writer = realm.createPair("writer");
        writer.link("orders:write");
        expect(200, call(nginx, "GET", writer, "/stock").send());
        Http.Response lacking = expect(403, call(nginx, "GET", writer, "/orders/1").send());
        assertThat(lacking.field("app_key_reason")).isEqualTo("ROLE_MISSING");
        assertThat(lacking.header("X-App-Key-Refusal-Id")).isNotEmpty();
        assertThat(none.header("X-App-Key-Refusal-Id")).isEmpty();
    }

    @Test
    void bodiesGoToTheApiAlone() {
        String body = "x".repeat(300_000);
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            Http.Response answer = expect(200, call(nginx, method, pair, "/orders/").body("text/plain", body).send());
            assertThat(answer.body()).startsWith(method + " /orders/ 300000\n");
            expect(200, call(nginx, method, pair, "/orders/").send());
        }
        expect(200, call(nginx, "HEAD", pair, "/").send());
    }

    @Test
    void aLargeJwtPasses() {
        TestPair many = realm.createPair("many");
        List<Map<String, String>> roles = IntStream.range(0, 30).mapToObj(i -> Map.of("name", "role-" + i
                + "-long".repeat(30))).toList();
        roles.forEach(role -> expect(201, realm.admin.post(realm.path("/roles"), role)));
        expect(204, realm.admin.post(many.path("/roles"), roles));

        Http.Response answer = expect(200, call(nginx, "GET", many, "/").header("X-App-Roles", "forged").send());

        assertThat(answer.body()).contains("X-app-roles-omitted: true").doesNotContain("forged");
        assertThat(answer.body().lines().filter(line -> line.startsWith("Authorization: Bearer ")).findFirst()
                .orElseThrow()).hasSizeGreaterThan(4000);
    }

    @Test
    void aRevokedPairIsStoppedWithinASecond() {
        TestPair ending = realm.linkedPair();
        expect(200, call(nginx, "GET", ending, "/").send());
        ending.update(Map.of("enabled", false));
        Instant end = Instant.now().plusSeconds(1);

        awaitRefusal(nginx, ending, end);
    }

    @Test
    void keptAnswersEndWithinTwoSeconds(KeycloakServer server, @TempDir Path own) throws IOException {
        assumeTrue(NginxServer.hasNjs(), "njs is not installed: kept answers are not tested");
        try (NginxServer caching = NginxServer.start(own, NginxServer.address(server.url()), realm.name, true)) {
            TestPair ending = realm.linkedPair();
            TestPair other = realm.linkedPair();
            expect(200, call(caching, "GET", ending, "/").send());
            expect(401, Http.get(caching.url("/")).header(TestRealm.APP_KEY, ending.appKey())
                    .header(TestRealm.APP_TOKEN, other.appToken()).send());
            expect(403, call(caching, "GET", realm.createPair("roleless"), "/").send());
            assertThat(kept(caching)).isNotEmpty().noneMatch(text -> text.contains("apptoken_"));
            ending.update(Map.of("enabled", false));

            awaitRefusal(caching, ending, Instant.now().plusSeconds(2));
        }
    }

    @Test
    void isClosedWhileKeycloakIsAway(@TempDir Path own) throws IOException {
        try (NginxServer alone = NginxServer.start(own, "127.0.0.1:1", realm.name, false)) {
            Http.Response answer = expect(503, call(alone, "GET", pair, "/").send());

            assertThat(answer.field("error")).isEqualTo("temporarily_unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        }
        assertThat(expect(500, call(nginx, "GET", pair, "/broken").send()).body()).startsWith("GET /broken");
    }

    @Test
    void theScriptFindsNothingWrong(KeycloakServer server) throws IOException, InterruptedException {
        TestPair ended = realm.linkedPair();
        TestPair right = ended.renewed(Map.of("overlapSeconds", 0));
        TestPair foreign = TestRealm.enabled(server).linkedPair();
        TestPair roleless = realm.createPair("roleless");

        String report = script(nginx.url("/orders/"), Map.of("APP_KEY", right.appKey(), "APP_TOKEN", right.appToken(),
                "ENDED_TOKEN", ended.appToken(), "FOREIGN_KEY", foreign.appKey(), "FOREIGN_TOKEN", foreign.appToken(),
                "ROLELESS_KEY", roleless.appKey(), "ROLELESS_TOKEN", roleless.appToken(), "ECHO", "true"));

        assertThat(report).contains("ok     a pair of another realm", "ok     forged headers", ", 0 wrong\n")
                .doesNotContain("WRONG", "apptoken_").endsWith("exit 0\n");
        assertThat(nginx.logs()).contains(right.appKey()).doesNotContain("apptoken_");
    }

    @Test
    void theScriptFindsAnOpenGateway(KeycloakServer server) throws IOException, InterruptedException {
        String report = script(server.url() + "/realms/" + realm.name, Map.of("APP_KEY", pair.appKey(), "APP_TOKEN",
                pair.appToken()));

        assertThat(report).contains("WRONG  no pair").endsWith("exit 1\n");
    }

    private static String script(String url, Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "check-gateway.sh", url).redirectErrorStream(true)
                .directory(NginxServer.gateway().getParent().toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        return output + "exit " + process.waitFor() + "\n";
    }

    private static void awaitRefusal(NginxServer server, TestPair ending, Instant end) {
        Http.Response answer;
        do {
            answer = call(server, "GET", ending, "/").send();
        } while (answer.status() == 200 && Instant.now().isBefore(end));
        assertThat(answer.status()).as("after " + Duration.between(Instant.now(), end)).isEqualTo(401);
    }

    private static List<String> kept(NginxServer caching) throws IOException {
        try (Stream<Path> files = Files.walk(caching.cache())) {
            return files.filter(Files::isRegularFile).map(NginxIT::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static Http.Request call(NginxServer server, String method, TestPair who, String path) {
        return Http.request(method, server.url(path)).header(TestRealm.APP_KEY, who.appKey())
                .header(TestRealm.APP_TOKEN, who.appToken());
    }
}
