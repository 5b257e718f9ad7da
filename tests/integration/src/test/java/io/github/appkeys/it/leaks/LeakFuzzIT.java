package io.github.appkeys.it.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Leaks;
import io.github.appkeys.it.support.Leaks.Partner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The endpoint for reports takes whatever is sent: hundreds of odd bodies give no error of the server. */
@ExtendWith(KeycloakExtension.class)
class LeakFuzzIT {

    private static final int BODIES = 400;
    private static final String[] PARTS = {"[", "]", "{", "}", ":", ",", "\"token\"", "\"tokens\"", "\"url\"", "null",
        "1e999", "-0", "\"\\u0000\"", "\"\\ud800\"", "true", "\"type\"", "\"source\"", "\"apptoken_\"", " ", "\n",
        "\u0000", "\"é\uD83D\uDE00\"", "/*", "'", "NaN"};

    private final Random random = new Random(16);

    @Test
    void oddBodiesAreNoErrorOfTheServer(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        Partner partner = Partner.create("fuzz");
        Leaks.allow(realm, Map.of("partners", List.of(partner.setting("Fuzz"))));
        TestPair pair = realm.linkedPair();
        Set<Integer> statuses = new TreeSet<>();
        for (int i = 0; i < BODIES; i++) {
            byte[] body = body(pair.appToken(), i);
            Http.Response answer = Leaks.signed(realm, partner, body, partner.sign(body));
            assertThat(answer.status()).as("round %d: %s", i, answer.body())
                    .isIn(200, 400);
            assertThat(answer.body()).doesNotContain(pair.appToken());
            statuses.add(answer.status());
        }
        assertThat(statuses).containsExactly(200, 400);
        assertThat(Leaks.tokens(realm, pair.appToken()).status()).isEqualTo(202);
    }

    @Test
    void largeAndDeepBodiesAreRefused(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        Leaks.allow(realm, Map.of());
        assertThat(Leaks.post(realm, "[\"" + "x".repeat(600_000) + "\"]").status()).isEqualTo(400);
        assertThat(Leaks.post(realm, "[".repeat(200_000)).status()).isEqualTo(400);
        assertThat(Leaks.post(realm, "{\"tokens\":[" + "1,".repeat(200_000) + "1]}").status()).isEqualTo(400);
        for (String type : List.of("application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "a/b")) {
            assertThat(Leaks.taken(() -> Http.request("POST", Leaks.url(realm)).body(type, "tokens=1").send()).status())
                    .as(type).isIn(400, 415);
        }
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH")) {
            assertThat(Http.request(method, Leaks.url(realm)).send().status()).as(method).isIn(404, 405);
        }
    }

    /** The limit is the same for all reports, whatever they hold. */
    @Test
    void tooManyReportsAreRefusedForAWhile(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        Leaks.allow(realm, Map.of());
        Http.Response last = null;
        for (int i = 0; i < 60 && (last == null || last.status() != 429); i++) {
            last = Http.request("POST", Leaks.url(realm)).body("application/json", "{\"tokens\":[]}").send();
            assertThat(last.status()).isIn(202, 429);
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isEqualTo("1");
        assertThat(Leaks.post(realm, "{\"tokens\":[]}").status()).as("after a while").isEqualTo(202);
    }

    private byte[] body(String appToken, int round) {
        if (round % 5 == 0) {
            return Leaks.entry(appToken, "u".repeat(random.nextInt(1000))).getBytes(UTF_8);
        }
        if (round % 5 == 1) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            return bytes;
        }
        if (round % 5 == 2) {
            byte[] bytes = Leaks.entry(appToken, "https://example.org").getBytes(UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            return bytes;
        }
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "[" : "{\"tokens\":");
        for (int i = random.nextInt(20); i >= 0; i--) {
            text.append(random.nextInt(6) == 0 ? '"' + appToken + '"' : PARTS[random.nextInt(PARTS.length)]);
        }
        return text.append(random.nextBoolean() ? "]" : "}").toString().getBytes(UTF_8);
    }
}
