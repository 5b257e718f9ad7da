package io.github.appkeys.it.diagnosis;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Diagnosed;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a diagnosis says of attempts that failed. */
@ExtendWith(KeycloakExtension.class)
class AttemptDiagnosisIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void failedAttemptsAreCountedUntilOneIsAccepted(KeycloakServer server) {
        TestPair pair = realm.linkedPair();
        TestPair other = realm.linkedPair();
        assertThat(Diagnosed.of(pair).message("LAST_USE")).isEqualTo("Never accepted so far");
        for (int i = 0; i < 3; i++) {
            expect(401, realm.exchange(pair.appKey(), other.appToken()));
        }
        expect(401, realm.exchange(pair.appKey(), pair.appToken() + "x"));
        expect(400, realm.tokenRequest(Map.of("grant_type", "password", "username", "u", "password", "p"))
                .header(TestRealm.APP_KEY, pair.appKey()).header(TestRealm.APP_TOKEN, pair.appToken()).send());

        assertFailures(pair, "for WRONG_TOKEN: 3 times", "for CHECKSUM: 1 times", "for GRANT_NOT_ALLOWED: 1 times");
        new TestClock(server).run("app-key-attempts");
        assertFailures(pair, "for WRONG_TOKEN: 3 times", "for CHECKSUM: 1 times", "for GRANT_NOT_ALLOWED: 1 times");
        expect(401, realm.exchange(pair.appKey(), other.appToken()));
        assertFailures(pair, "for WRONG_TOKEN: 4 times", "for CHECKSUM: 1 times", "for GRANT_NOT_ALLOWED: 1 times");
        new TestClock(server).run("app-key-attempts");
        assertThat(Rows.count(server, "select count(*) from APP_KEY_ATTEMPT where CLIENT_UUID = '" + pair.clientUuid()
                + "'")).isEqualTo(3);

        Diagnosed.assertWorksAgain(pair);
    }

    @Test
    void attemptsWithUnknownAppKeysAreNotStored(KeycloakServer server) {
        TestClock clock = new TestClock(server);
        clock.run("app-key-attempts");
        long before = Rows.count(server, "select count(*) from APP_KEY_ATTEMPT");
        for (int i = 0; i < 20; i++) {
            expect(401, realm.exchange("no-such-key-" + i, "not-a-token"));
        }

        clock.run("app-key-attempts");

        assertThat(Rows.count(server, "select count(*) from APP_KEY_ATTEMPT")).isEqualTo(before);
    }

    @Test
    void theAppKeyIsUsedAsAUserName(KeycloakServer server) {
        TestPair pair = realm.linkedPair();
        realm.createClient(
                Map.of("clientId", "old-integration", "publicClient", true, "directAccessGrantsEnabled", true));
        realm.createClient(
                Map.of("clientId", "old-and-closed", "publicClient", true, "directAccessGrantsEnabled", false));
        for (String client : List.of("old-integration", "old-and-closed")) {
            assertThat(realm.tokenRequest(Map.of("grant_type", "password", "client_id", client,
                    "username", pair.appKey(), "password", "a password")).send().status()).isBetween(400, 401);
        }

        Diagnosed diagnosed = Diagnosed.of(pair);

        diagnosed.assertWarnedOf("PASSWORD_GRANT");
        assertThat(diagnosed.message("PASSWORD_GRANT")).contains("grant_type=password: 2 times, last at 20");
        Diagnosed.assertWorksAgain(pair);
    }

    private static void assertFailures(TestPair pair, String... texts) {
        Diagnosed diagnosed = Diagnosed.of(pair);
        assertThat(diagnosed.warnings()).hasSize(texts.length).containsOnly("RECENT_FAILURES");
        for (String text : texts) {
            assertThat(diagnosed.json().toString()).contains("Refused " + text);
        }
    }
}
