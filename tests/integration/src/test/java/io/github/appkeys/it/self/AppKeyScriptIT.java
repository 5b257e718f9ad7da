package io.github.appkeys.it.self;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.Secrets;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.NginxServer;
import io.github.appkeys.it.support.Self;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/integrators/app-key.sh}, with a curl that notes its arguments. */
@ExtendWith(KeycloakExtension.class)
class AppKeyScriptIT {

    private static final Path SCRIPT = NginxServer.gateway().getParent().getParent().getParent()
            .resolve("docs/integrators/app-key.sh");
    /** Stands before curl: notes the arguments, and can lose an answer. */
    private static final String CURL = """
            #!/bin/sh
            echo "$@" >> "$FOLDER/arguments"
            "$REAL_CURL" "$@" > "$FOLDER/answer"
            if [ -e "$FOLDER/lose" ]; then
                rm "$FOLDER/lose"
                exit 56
            fi
            cat "$FOLDER/answer"
            rm "$FOLDER/answer"
            """;

    @TempDir
    private Path folder;
    private TestRealm realm;
    private TestPair pair;
    private Path file;

    @BeforeEach
    void prepare(KeycloakServer server) throws IOException {
        assumeTrue(curl() != null, "curl is not on the PATH");
        realm = TestRealm.enabled(server);
        realm.settings(Map.of("selfRenewal", true));
        pair = realm.linkedPair();
        file = Files.writeString(folder.resolve("app-token"), pair.appToken());
        Path curl = Files.writeString(Files.createDirectory(folder.resolve("bin")).resolve("curl"), CURL);
        Files.setPosixFilePermissions(curl, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void checks() throws Exception {
        assertThat(run("check")).contains("\"appKey\":\"" + pair.appKey() + "\"", "\"ACTIVE\"").endsWith("exit 0");
        Files.writeString(file, realm.createPair("other").appToken() + "\n");
        assertThat(run("check")).startsWith("401 ").contains("invalid_client").endsWith("exit 1");
        assertThat(run("")).contains("check|renew|revoke|token").endsWith("exit 1");
    }

    @Test
    void renewsIntoTheFileAndUsesTheNewOne() throws Exception {
        assertThat(run("renew")).isEqualTo("exit 0");

        TestPair renewed = ofFile();
        assertThat(renewed.appToken()).isNotEqualTo(pair.appToken());
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(names()).containsExactlyInAnyOrder("app-token", "arguments", "bin");
        expect(401, pair.exchange());
        expect(200, renewed.exchange());
        assertThat(Files.readString(folder.resolve("arguments"))).contains("/self/renewal")
                .doesNotContain("apptoken_");
    }

    @Test
    void anAnswerThatIsLostLosesNothing() throws Exception {
        Files.createFile(folder.resolve("lose"));
        assertThat(run("renew")).endsWith("exit 1");
        assertThat(Files.readString(file)).isEqualTo(pair.appToken());
        Secrets.remember(appToken(Files.readString(folder.resolve("answer"))));
        expect(200, pair.exchange());

        assertThat(run("renew")).isEqualTo("exit 0");
        expect(200, ofFile().exchange());
        expect(401, pair.exchange());
    }

    @Test
    void theNewOneIsStoredElsewhereBeforeItIsUsed() throws Exception {
        assertThat(run("renew", Map.of("STORE", "cat > /dev/null; exit 3"))).contains("the old one works on")
                .endsWith("exit 1");
        Secrets.remember(Files.readString(folder.resolve("app-token.new")).strip());
        assertThat(Files.readString(file)).isEqualTo(pair.appToken());
        expect(200, pair.exchange());

        assertThat(run("renew", Map.of("STORE", "cat > \"$FOLDER/elsewhere\""))).isEqualTo("exit 0");
        assertThat(Files.readString(folder.resolve("elsewhere"))).isEqualTo(Files.readString(file));
        expect(200, ofFile().exchange());
    }

    @Test
    void twoDoNotRenewAtOnce() throws Exception {
        Path lock = Files.createDirectory(folder.resolve("app-token.lock"));
        assertThat(run("renew")).contains("another renewal").endsWith("exit 1");
        assertThat(lock).exists();
        assertThat(pair.get().path("tokens")).hasSize(1);
    }

    @Test
    void revokesAndKeepsAnAccessToken() throws Exception {
        String token = run("token");
        assertThat(token).startsWith("ey").endsWith("\nexit 0");
        assertThat(run("token")).isEqualTo(token);
        assertThat(Files.getPosixFilePermissions(folder.resolve("app-token.access")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(folder.resolve("arguments")).split("grant_type", -1)).as("one exchange").hasSize(2);

        assertThat(run("revoke")).isEqualTo("exit 0");
        expect(401, Self.read(pair));
        assertThat(run("revoke")).startsWith("401 ").endsWith("exit 1");
        assertThat(Files.readString(folder.resolve("arguments"))).doesNotContain("apptoken_");
    }

    private TestPair ofFile() throws IOException {
        String appToken = Files.readString(file).strip();
        Secrets.remember(appToken);
        return new TestPair(realm, pair.appKey(), appToken, pair.created());
    }

    private static String appToken(String answer) throws IOException {
        return Http.JSON.readTree(answer).path("appToken").asText();
    }

    private Stream<String> names() throws IOException {
        return Files.list(folder).map(path -> path.getFileName().toString());
    }

    private String run(String call) throws IOException, InterruptedException {
        return run(call, Map.of());
    }

    private String run(String call, Map<String, String> more) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", SCRIPT.toString(), call);
        builder.environment().putAll(Map.of("REALM_URL", realm.server.url() + "/realms/" + realm.name, "APP_KEY",
                pair.appKey(), "APP_TOKEN_FILE", file.toString(), "FOLDER", folder.toString(), "REAL_CURL", curl(),
                "PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH")));
        builder.environment().putAll(more);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        return output + "exit " + process.waitFor();
    }

    /** Null for none. */
    private static String curl() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(path -> Path.of(path, "curl"))
                .filter(Files::isExecutable).map(Path::toString).findFirst().orElse(null);
    }
}
