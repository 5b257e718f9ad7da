package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/** Reports of leaked appTokens, and what they leave. */
public final class Leaks {

    private static final int TOO_MANY = 429;
    private static final Duration WAIT = Duration.ofSeconds(30);

    /** One who scans, with a key on P-256. */
    public record Partner(String keyId, KeyPair keys) {

        public static Partner create(String keyId) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                return new Partner(keyId, generator.generateKeyPair());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** As the settings of a realm have it. */
        public Map<String, String> setting(String name) {
            return Map.of("name", name, "keyId", keyId, "publicKey", base64());
        }

        /** Its public key, as Base64. */
        public String base64() {
            return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        }

        /** Its public key, as PEM. */
        public String pem() {
            return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        }

        /** A signature of some bytes. */
        public String sign(byte[] bytes) {
            try {
                Signature signature = Signature.getInstance("SHA256withECDSA");
                signature.initSign(keys.getPrivate());
                signature.update(bytes);
                return Base64.getEncoder().encodeToString(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Leaks() {
    }

    /** Lets a realm take reports. */
    public static void allow(TestRealm realm, Map<String, ?> settings) {
        Map<String, Object> leaks = new HashMap<>(settings);
        leaks.put("reports", true);
        realm.settings(Map.of("leaks", leaks));
    }

    /** The address for reports. */
    public static String url(TestRealm realm) {
        return realm.server.url() + "/realms/" + realm.name + "/app-keys/leaks";
    }

    /** A report of tokens; waits while too many reports come. */
    public static Http.Response tokens(TestRealm realm, String... tokens) {
        return post(realm, Json.text(Map.of("tokens", List.of(tokens))));
    }

    /** A report in the form of partners, without a signature. */
    public static Http.Response found(TestRealm realm, String token, String url) {
        return post(realm, entry(token, url));
    }

    /** The body of a partner. */
    public static String entry(String token, String url) {
        return Json.text(List.of(Map.of("token", token, "type", "app_token", "url", url, "source", "content")));
    }

    /** A body; waits while too many reports come. */
    public static Http.Response post(TestRealm realm, String body) {
        return taken(() -> Http.request("POST", url(realm)).body("application/json", body).send());
    }

    /** A body with a signature; waits while too many reports come. */
    public static Http.Response signed(TestRealm realm, Partner partner, byte[] body, String signature) {
        return taken(() -> Http.request("POST", url(realm)).body("application/json", body)
                .header("Github-Public-Key-Identifier", partner.keyId())
                .header("Github-Public-Key-Signature", signature).send());
    }

    /** Sends again while the answer is that too many reports come. */
    public static Http.Response taken(Supplier<Http.Response> request) {
        long end = System.nanoTime() + WAIT.toNanos();
        Http.Response response = request.get();
        while (response.status() == TOO_MANY && System.nanoTime() < end) {
            pause();
            response = request.get();
        }
        return response;
    }

    /** Waits until a pair has an alarm of a kind, and returns it. */
    public static JsonNode awaitAlarm(TestPair pair, String kind) {
        await(() -> alarm(pair, kind) != null, "an alarm " + kind);
        return alarm(pair, kind);
    }

    /** The open alarm of a kind; null if there is none. */
    public static JsonNode alarm(TestPair pair, String kind) {
        for (JsonNode alarm : pair.get().path("alarms")) {
            if (alarm.path("kind").asText().equals(kind)) {
                return alarm;
            }
        }
        return null;
    }

    /** Waits until something holds. */
    public static void await(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + WAIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not in time: " + what);
            }
            pause();
        }
    }

    /** A counter of the server. */
    public static double counted(KeycloakServer server, String series) {
        return expect(200, Http.get(server.managementUrl() + "/metrics").send()).body().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length()).strip()))
                .findFirst().orElseThrow(() -> new AssertionError("No counter " + series));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
