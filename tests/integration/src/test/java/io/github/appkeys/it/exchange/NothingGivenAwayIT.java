package io.github.appkeys.it.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.RawHttp;
import io.github.appkeys.it.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A caller without the right credentials learns nothing about which pairs exist and their state: a thousand
 * random malformed and wrong pairs are each sent with an appKey that exists and with one that doesn't, and the answers
 * are the same bytes.
 */
@ExtendWith(KeycloakExtension.class)
class NothingGivenAwayIT {

    private static final int ATTEMPTS = 1_000;
    private static final String GRANT = "grant_type=client_credentials";
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** All that the design's table allows for what is told from the request alone, and the one text for all else. */
    private static final Pattern ALLOWED = Pattern.compile("Invalid client or Invalid client credentials"
            + "|The (header X-\\S+|user name of the HTTP Basic credentials|password of the HTTP Basic credentials"
            + "|form parameter client_(id|secret)) (is missing or empty|is sent more than once|has white space in it"
            + "|has characters that do not belong there|is not complete or has a typing error: its checksum is wrong"
            + "|holds an appToken: appKey and appToken are swapped"
            + "|has the word Bearer before the appToken: send the appToken alone"
            + "|is not an appKey: one has 3 to 255 characters and starts with a letter or a digit)");

    private final Random random = new Random(62);

    @Test
    void wrongPairsGetTheSameResponseWhetherTheAppKeyExistsOrNot(KeycloakServer server) throws Exception {
        TestRealm realm = TestRealm.enabled(server);
        List<TestPair> pairs = pairs(realm);
        Map<String, Integer> texts = new TreeMap<>();
        for (int i = 0; i < ATTEMPTS; i++) {
            TestPair pair = pairs.get(i % pairs.size());
            String unknown = pair.appKey().substring(0, pair.appKey().length() - 3) + randomText(3);
            String[] wrong = wrong(pair.appToken(), pairs.get((i + 1) % pairs.size()).appToken());
            int way = random.nextInt(3);

            RawHttp.Response existing = send(realm, way, wrong[0].replace("@", pair.appKey()), wrong[1]);
            RawHttp.Response none = send(realm, way, wrong[0].replace("@", unknown), wrong[1]);

            assertThat(existing).as("%s, %s", wrong[0], way).isEqualTo(none);
            assertThat(existing.status()).isEqualTo(401);
            String text = Json.parse(existing.body()).path("error_description").asText();
            assertThat(existing.body())
                    .isEqualTo(Json.text(Json.of("error", "invalid_client", "error_description", text)));
            assertThat(text).matches(ALLOWED);
            texts.merge(text, 1, Integer::sum);
        }
        assertThat(texts.size()).as(texts.toString()).isGreaterThan(10);
        assertThat(texts.get("Invalid client or Invalid client credentials")).as("wrong, not malformed")
                .isGreaterThan(100);
    }

    /** In every state that a pair can be in. */
    private static List<TestPair> pairs(TestRealm realm) throws Exception {
        TestPair disabled = realm.linkedPair();
        disabled.update(Map.of("enabled", false));
        TestPair elsewhere = realm.linkedPair();
        elsewhere.update(Map.of("allowedNetworks", List.of("192.0.2.0/24")));
        TestPair renewed = realm.linkedPair();
        renewed.renewed(Map.of("overlapSeconds", 0));
        TestPair expired = realm.createPair(Map.of("label", "short", "expiresAt",
                Instant.now().plusMillis(500).toString()));
        while (!expired.get().path("status").asText().equals("EXPIRED")) {
            Thread.onSpinWait();
        }
        return List.of(realm.linkedPair(), realm.createPair("bare"), disabled, elsewhere, renewed, expired);
    }

    /** An appKey with @ for the real one, and an appToken that is not the one of the pair. */
    private String[] wrong(String right, String other) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> new String[] {"@", Tokens.random(random)};
            case 3, 4 -> new String[] {"@", other};
            case 5 -> new String[] {"@", ""};
            case 6 -> new String[] {"@", right.substring(0, random.nextInt(right.length() - 1) + 1)};
            case 7 -> new String[] {"@", swapOneCharacter(right)};
            case 8 -> new String[] {"@", "\"" + right + "\""};
            case 9 -> new String[] {"@", right.substring(0, 20) + " " + right.substring(20)};
            case 10 -> new String[] {"@", right + "," + right};
            case 11 -> new String[] {"@", randomText(random.nextInt(80) + 1)};
            case 12 -> new String[] {right, "@"};
            case 13 -> new String[] {"\"@\"", right};
            case 14 -> new String[] {"@\u00a0", right};
            default -> new String[] {"@", "Bearer " + right};
        };
    }

    private RawHttp.Response send(TestRealm realm, int way, String appKey, String appToken) {
        List<String> headers = new ArrayList<>();
        String form = GRANT;
        if (way == 0 || !appKey.contains("apptoken_") && !appToken.startsWith("apptoken_")) {
            headers.add(TestRealm.APP_KEY + ": " + appKey);
            headers.add(TestRealm.APP_TOKEN + ": " + appToken);
        } else if (way == 1) {
            headers.add("Authorization: Basic " + Base64.getEncoder().encodeToString(
                    (appKey + ":" + appToken).getBytes(StandardCharsets.UTF_8)));
        } else {
            form += "&client_id=" + io.github.appkeys.harness.Http.encode(appKey) + "&client_secret="
                    + io.github.appkeys.harness.Http.encode(appToken);
        }
        return RawHttp.post(realm.tokenUrl(), headers, form);
    }

    private String swapOneCharacter(String token) {
        int at = 9 + random.nextInt(token.length() - 9);
        char other = BASE62.charAt((BASE62.indexOf(token.charAt(at)) + 1 + random.nextInt(60)) % BASE62.length());
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    private String randomText(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(BASE62.charAt(random.nextInt(BASE62.length())));
        }
        return text.toString();
    }
}
