package io.github.appkeys.it.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.NginxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of {@code docs/integrators} whose language this machine has: two calls with one token. */
@ExtendWith(KeycloakExtension.class)
class IntegratorExamplesIT {

    private static final List<String> BEARERS = new CopyOnWriteArrayList<>();
    private static final Path EXAMPLES = NginxServer.gateway().getParent().getParent().getParent()
            .resolve("docs/integrators");

    private static HttpServer api;
    private static TestRealm realm;

    @BeforeAll
    static void start(KeycloakServer server) throws IOException {
        realm = TestRealm.enabled(server);
        api = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        api.createContext("/", exchange -> {
            String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            boolean isFirst = BEARERS.isEmpty() && exchange.getRequestURI().getPath().equals("/first-is-refused");
            BEARERS.add(bearer);
            exchange.sendResponseHeaders(isFirst || !bearer.startsWith("Bearer ey") ? 401 : 200, -1);
            exchange.close();
        });
        api.start();
    }

    @AfterAll
    static void stop() {
        if (api != null) {
            api.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"sh, token.sh", "java, TokenKeeper.java", "node, token.mjs", "python3, token.py", "php, token.php"})
    void keepsItsToken(String program, String example, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(isThere(program), program + " is not on the PATH: " + example + " is not tested");
        TestPair pair = realm.linkedPair();
        BEARERS.clear();

        assertThat(run(program, example, pair, "/", folder.resolve("kept"))).isEqualTo("200\n200\nexit 0");
        assertThat(BEARERS).hasSize(2).allMatch(bearer -> bearer.equals(BEARERS.get(0)));
        assertThat(realm.admin.get(realm.path("/events?type=CLIENT_LOGIN&client=" + pair.appKey())).json()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"sh, token.sh", "java, TokenKeeper.java", "node, token.mjs", "python3, token.py", "php, token.php"})
    void fetchesANewOneWhereTheApiRefusesIt(String program, String example, @TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(isThere(program), program + " is not on the PATH: " + example + " is not tested");
        TestPair pair = realm.linkedPair();
        BEARERS.clear();

        assertThat(run(program, example, pair, "/first-is-refused", folder.resolve("kept")))
                .isEqualTo("200\n200\nexit 0");
        assertThat(BEARERS).hasSize(3);
        assertThat(BEARERS.get(1)).isNotEqualTo(BEARERS.get(0)).isEqualTo(BEARERS.get(2));
    }

    private static String run(String program, String example, TestPair pair, String path, Path kept)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(program, EXAMPLES.resolve(example).toString());
        builder.environment().putAll(Map.of("TOKEN_URL", realm.tokenUrl(), "APP_KEY", pair.appKey(), "APP_TOKEN",
                pair.appToken(), "API_URL", "http://127.0.0.1:" + api.getAddress().getPort() + path, "TOKEN_FILE",
                kept.toString()));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        return output + "exit " + process.waitFor();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
