package io.github.appkeys.it.pair;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.ServerVersion;
import io.github.appkeys.it.support.StockClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the secrets that a client has when it is adopted, those that worked go on, and the others do not. */
class AdoptedSecretIT {

    private static final String FINISH = "2099-01-01T00:00:00Z";

    @TempDir
    private static Path vault;
    private static DistributionServer server;
    private static TestRealm realm;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        server = KeycloakExtension.startOwn("adopted-secret", null, "--features=client-secret-rotation",
                "--vault=file", "--vault-dir=" + vault.toAbsolutePath());
        realm = TestRealm.enabled(server);
        Files.writeString(vault.resolve(realm.name + "_erp"), "from-the-vault");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aSecretInTheVaultWorksOn() {
        stock("vaulted", "${vault.erp}", Map.of());
        String works = ServerVersion.isAtLeast(7) ? "from-the-vault" : "${vault.erp}";
        String fails = works.startsWith("$") ? "from-the-vault" : "${vault.erp}";
        expect(200, by("vaulted", works));
        expect(401, by("vaulted", fails));

        TestPair pair = adopt("vaulted");

        expect(200, by("vaulted", works));
        expect(401, by("vaulted", fails));
        expect(200, pair.exchange());
    }

    @Test
    void aReferenceToNothingIsRefused() {
        stock("dangling", "${vault.none}", Map.of());

        Http.Response response = realm.admin.post(realm.path("/app-keys"),
                Map.of("clientId", "dangling", "finishAt", FINISH));

        if (ServerVersion.isAtLeast(7)) {
            assertThat(expect(400, response).field("errorMessage")).contains("vault").doesNotContain("none");
            TestPair.of(realm, StockClients.adopt(realm, Map.of("clientId", "dangling")));
            expect(401, by("dangling", "${vault.none}"));
        } else {
            expect(201, response);
        }
    }

    @Test
    void anExpiredSecretDoesNotComeBack() {
        stock("expired", "a-secret", Map.of("client.secret.expiration.time", seconds(-60)));
        expect(401, by("expired", "a-secret"));

        assertThat(expect(400, realm.admin.post(realm.path("/app-keys"),
                Map.of("clientId", "expired", "finishAt", FINISH))).field("errorMessage")).contains("expired at");

        TestPair.of(realm, StockClients.adopt(realm, Map.of("clientId", "expired")));
        expect(401, by("expired", "a-secret"));
    }

    @Test
    void aSecretEndsWhenItWouldHave() {
        stock("expiring", "a-secret", Map.of("client.secret.expiration.time", seconds(600)));
        adopt("expiring");

        expect(200, by("expiring", "a-secret"));
        try (TestClock clock = new TestClock(server)) {
            clock.set(Duration.ofSeconds(700));
            expect(401, by("expiring", "a-secret"));
        }
    }

    @Test
    void aRotatedSecretThatIsValidIsNotLost() {
        stock("rotated", "new-secret", Map.of("client.secret.rotated", "old-secret",
                "client.secret.rotated.creation.time", seconds(-600), "client.secret.rotated.expiration.time",
                seconds(600)));
        expect(200, by("rotated", "old-secret"));

        assertThat(expect(409, realm.admin.post(realm.path("/app-keys"),
                Map.of("clientId", "rotated", "finishAt", FINISH))).field("errorMessage"))
                .contains("rotated secret that is valid until 20");

        expect(200, by("rotated", "old-secret"));
        expect(204, realm.admin.delete(
                realm.path("/clients/" + realm.clientUuid("rotated") + "/client-secret/rotated")));
        adopt("rotated");
        expect(200, by("rotated", "new-secret"));
        expect(401, by("rotated", "old-secret"));
    }

    @Test
    void aRotatedSecretThatHasExpiredStaysSo() {
        stock("over", "new-secret", Map.of("client.secret.rotated", "old-secret",
                "client.secret.rotated.creation.time", seconds(-600), "client.secret.rotated.expiration.time",
                seconds(-60)));
        expect(401, by("over", "old-secret"));

        adopt("over");

        expect(200, by("over", "new-secret"));
        expect(401, by("over", "old-secret"));
    }

    private static void stock(String clientId, String secret, Map<String, String> attributes) {
        StockClients.create(realm, clientId, Map.of("secret", secret, "attributes", attributes));
    }

    private static TestPair adopt(String clientId) {
        return TestPair.of(realm, StockClients.adopt(realm, Map.of("clientId", clientId, "finishAt", FINISH)));
    }

    private static Http.Response by(String clientId, String secret) {
        return realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", clientId,
                "client_secret", secret)).send();
    }

    private static String seconds(long fromNow) {
        return String.valueOf(Instant.now().plusSeconds(fromNow).getEpochSecond());
    }
}
