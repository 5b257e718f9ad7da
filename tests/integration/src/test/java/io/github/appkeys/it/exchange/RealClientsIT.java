package io.github.appkeys.it.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.ClientScripts;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ways in which people most often send a pair wrongly, with the clients that they use, each as its documentation
 * shows it: the value comes from an environment variable. A client that this machine lacks is left out.
 */
@ExtendWith(KeycloakExtension.class)
class RealClientsIT {

    private static final int TIMEOUT_SECONDS = 60;

    private static final Map<String, Boolean> AVAILABLE = new HashMap<>();

    private static TestRealm realm;
    private static TestPair pair;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void prepare(KeycloakServer server) throws IOException {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
        Path source = Files.writeString(folder.resolve("Client.java"), ClientScripts.JAVA);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString())).isZero();
    }

    /** A client, how it sends, what it is given as the token (with @ for the right one), and what it is told. */
    static Stream<Arguments> attempts() {
        return Stream.of("curl", "python", "node", "java", "postman").flatMap(client -> Stream.of(
                Arguments.of(client, "header", "@", "200"),
                Arguments.of(client, "header lower", "@", "200"),
                Arguments.of(client, "header UPPER", "@", "200"),
                Arguments.of(client, "basic", "@", "200"),
                Arguments.of(client, "form", "@", "200"),
                Arguments.of(client, "header", "\"@\"", "has characters that do not belong there"),
                Arguments.of(client, "header", "'@'", "has characters that do not belong there"),
                Arguments.of(client, "basic", "\"@\"", "has characters that do not belong there"),
                Arguments.of(client, "form", "\"@\"", "has characters that do not belong there"),
                Arguments.of(client, "header", "@ @", "has white space in it"),
                Arguments.of(client, "header", "Bearer @", "has the word Bearer before the appToken"),
                Arguments.of(client, "header", " @ ", "200"),
                Arguments.of(client, "header", "", "is missing or empty"),
                Arguments.of(client, "basic", "@\n", "has white space in it"),
                Arguments.of(client, "form", "@\n", "has white space in it"),
                Arguments.of(client, "form", " @", "has white space in it"),
                Arguments.of(client, "header", "@\n", newlineInHeader(client)),
                Arguments.of(client, "header", "{{appToken}}", "has characters that do not belong there"),
                Arguments.of(client, "header", "$APP_TOKEN", "has characters that do not belong there")));
    }

    /** Python, Java and Postman refuse to send it, Node takes it off, and curl sends it: no HTTP server takes that. */
    private static String newlineInHeader(String client) {
        return switch (client) {
            case "python" -> "Invalid header value";
            case "java" -> "invalid header value";
            case "postman" -> "Invalid character in header content";
            case "curl" -> "400 Bad Request";
            default -> "200";
        };
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void eachClientGetsATokenOrTheReason(String client, String way, String token, String expected) throws Exception {
        String said = run(client, way, token.replace("@", pair.appToken()));

        assertThat(said).as("%s %s %s", client, way, token).contains(expected);
    }

    private static String run(String client, String way, String token) throws Exception {
        List<String> command = command(client);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("URL", realm.tokenUrl());
        variables.put("WAY", way.split(" ")[0]);
        variables.put("KEY_HEADER", cased(TestRealm.APP_KEY, way));
        variables.put("TOKEN_HEADER", cased(TestRealm.APP_TOKEN, way));
        variables.put("KEY", pair.appKey());
        variables.put("TOKEN", token);
        builder.environment().putAll(variables);
        Process process = start(builder);
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static String cased(String header, String way) {
        return way.endsWith("lower") ? header.toLowerCase() : way.endsWith("UPPER") ? header.toUpperCase() : header;
    }

    private static List<String> command(String client) {
        return switch (client) {
            case "curl" -> List.of("sh", "-c", ClientScripts.CURL);
            case "python" -> List.of("python3", "-c", ClientScripts.PYTHON);
            case "node" -> List.of("node", "-e", ClientScripts.NODE);
            case "postman" -> List.of("node", System.getProperty("postman"));
            default -> List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", folder.toString(), "Client");
        };
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        String program = builder.command().get(0).equals("sh") ? "curl" : builder.command().get(0);
        Assumptions.assumeTrue(AVAILABLE.computeIfAbsent(program, RealClientsIT::isHere),
                "This machine lacks " + program);
        return builder.start();
    }

    private static boolean isHere(String program) {
        try {
            new ProcessBuilder(program, "--version").redirectErrorStream(true).start().destroy();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
