package io.github.appkeys.it.transfer;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/disaster-recovery.md, in their order, move a realm to a new server. */
@Tag("servers")
class DisasterRecoveryIT {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```\\n(.*?)^ *```$");
    private static final String TOKEN = """
            set -e
            token() {
              curl -s $KEYCLOAK/realms/master/protocol/openid-connect/token -d grant_type=password \
                -d client_id=admin-cli -d username=admin -d password=admin \
                | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/'
            }
            """;

    private static List<String> commands;
    @TempDir
    private Path backup;

    @BeforeAll
    static void read() throws IOException {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        String page = Files.readString(Path.of(System.getProperty("docs")).resolve("disaster-recovery.md"));
        commands = BLOCK.matcher(page).results().map(DisasterRecoveryIT::command).toList();
    }

    @Test
    void theRealmAndItsPairsComeBack() throws Exception {
        assertThat(commands).hasSize(6);
        Path home = Path.of(System.getProperty("keycloak.work")).toAbsolutePath().resolve("recovery");
        Database lost = Database.h2(home.resolve("data/h2"));
        TestPair pair;
        TestPair old;
        try (DistributionServer server = KeycloakExtension.startOwn("recovery", null)) {
            TestRealm realm = TestRealm.named(server, "shop");
            realm.settings(Map.of("enabled", true, "idleDays", 400));
            pair = realm.linkedPair();
            old = realm.createPair(Map.of("label", "renewing", "appKey", "renewing"));
            old.link("orders:write");
            old.renewed(Map.of("overlapSeconds", 3600));
            run(home, lost, server.url(), commands.get(0));
        }
        Database other = Database.h2(home.resolve("data/other"));
        start(home, other).close();
        run(home, lost, "", commands.get(1));

        run(home, other, "", commands.get(2));
        try (DistributionServer server = start(home, other)) {
            TestRealm realm = pair.realm().on(server);
            expect(401, realm.exchange(pair.appKey(), pair.appToken()));
            run(home, other, server.url(), commands.get(3));
            assertThat(Json.parse(run(home, other, server.url(), commands.get(4))).path("pairs")
                    .findValuesAsText("outcome")).containsExactly("RESTORE", "RESTORE");

            assertThat(Json.parse(run(home, other, server.url(), commands.get(5))).path("restored").asInt())
                    .isEqualTo(2);

            assertThat(Jwt.claims(expect(200, realm.exchange(pair.appKey(), pair.appToken())).field("access_token"))
                    .path("resource_access").path("orders-api").path("roles").toString()).contains("orders:read");
            expect(200, realm.exchange(old.appKey(), old.appToken()));
            assertThat(realm.admin.get(realm.path("/app-keys/settings")).json().path("idleDays").asInt())
                    .isEqualTo(400);
        }
    }

    private static DistributionServer start(Path home, Database database) {
        return DistributionServer.start(Path.of(System.getProperty("keycloak.home")), home, List.of(), database, 0,
                List.of());
    }

    private String run(Path home, Database database, String url, String command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", TOKEN + command)
                .directory(home.toFile()).redirectError(backup.resolve("errors").toFile());
        builder.environment().putAll(Map.of("KEYCLOAK", url, "BACKUP", backup.toString(), "KC_DB", database.vendor(),
                "KC_DB_URL", database.url(), "KC_DB_USERNAME", database.user(), "KC_DB_PASSWORD", database.password(),
                "JAVA_HOME", System.getProperty("java.home")));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s%n%s", command, output, Files.readString(backup.resolve("errors")))
                .isZero();
        return output;
    }

    private static String command(MatchResult block) {
        List<String> lines = new ArrayList<>();
        block.group(1).lines().forEach(line -> lines.add(line.strip()));
        return String.join("\n", lines);
    }
}
