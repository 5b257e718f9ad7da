package io.github.appkeys.it.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What clients without an app key get is the same before app keys are enabled, with them, and after. */
@ExtendWith(KeycloakExtension.class)
class StockClientsIT {

    private static final String SECRET = "0123456789-0123456789-0123456789";
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private TestRealm realm;

    @Test
    void otherClientsGetTheSameResponsesBeforeDuringAndAfter(KeycloakServer server) {
        realm = TestRealm.plain(server);
        realm.createUser("ada", "ada's password");
        realm.createClient(confidential("by-secret", "client-secret"));
        realm.createClient(confidential("by-jwt", "client-secret-jwt"));
        realm.createClient(Map.of("clientId", "public", "publicClient", true, "directAccessGrantsEnabled", true));

        Map<String, String> before = answers();
        realm.settings(Map.of("enabled", true));
        Map<String, String> enabled = answers();
        realm.settings(Map.of("enabled", false));
        Map<String, String> disabled = answers();

        assertThat(before).containsEntry("secret, Basic", "200").containsEntry("secret, form", "200")
                .containsEntry("JWT", "200").containsEntry("public", "200");
        assertThat(enabled).isEqualTo(before);
        assertThat(disabled).isEqualTo(before);
    }

    /** Each answer as its status and, where it is an error, its bytes. */
    private Map<String, String> answers() {
        Map<String, Supplier<Http.Response>> requests = new LinkedHashMap<>();
        requests.put("secret, Basic", () -> token(Map.of()).header("Authorization", basic("by-secret", SECRET)).send());
        requests.put("secret, form", () -> token(Map.of("client_id", "by-secret", "client_secret", SECRET)).send());
        requests.put("wrong secret", () -> token(Map.of("client_id", "by-secret", "client_secret", "wrong")).send());
        requests.put("no secret", () -> token(Map.of("client_id", "by-secret")).send());
        requests.put("unknown", () -> token(Map.of("client_id", "nobody", "client_secret", SECRET)).send());
        requests.put("nothing", () -> token(Map.of()).send());
        requests.put("broken Basic", () -> token(Map.of()).header("Authorization", basic("%zz", "%")).send());
        requests.put("Bearer", () -> token(Map.of()).header("Authorization", "Bearer x").send());
        requests.put("JWT", () -> token(Map.of("client_assertion_type", JWT_BEARER,
                "client_assertion", assertion(SECRET))).send());
        requests.put("wrong JWT", () -> token(Map.of("client_assertion_type", JWT_BEARER,
                "client_assertion", assertion("another secret, as long as the right one"))).send());
        requests.put("public", () -> realm.tokenRequest(Map.of("grant_type", "password", "client_id", "public",
                "username", "ada", "password", "ada's password")).send());
        requests.put("public, wrong password", () -> realm.tokenRequest(Map.of("grant_type", "password",
                "client_id", "public", "username", "ada", "password", "wrong")).send());
        requests.put("introspection", () -> Http.request("POST", realm.openId("/token/introspect"))
                .body(TestRealm.FORM, "token=x").header("Authorization", basic("by-secret", SECRET)).send());
        Map<String, String> answers = new LinkedHashMap<>();
        requests.forEach((name, request) -> answers.put(name, text(request.get())));
        return answers;
    }

    private static String text(Http.Response response) {
        return response.status() == 200 ? "200" : response.status() + " " + response.body();
    }

    private Http.Request token(Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>(more);
        form.put("grant_type", "client_credentials");
        return realm.tokenRequest(form);
    }

    private static Map<String, Object> confidential(String clientId, String authenticator) {
        return Map.of("clientId", clientId, "secret", SECRET, "serviceAccountsEnabled", true, "redirectUris", List.of(),
                "clientAuthenticatorType", authenticator, "publicClient", false);
    }

    private String assertion(String secret) {
        long now = Instant.now().getEpochSecond();
        String header = base64(Json.text(Map.of("alg", "HS256", "typ", "JWT")));
        String claims = base64(Json.text(Map.of("iss", "by-jwt", "sub", "by-jwt",
                "aud", realm.server.url() + "/realms/" + realm.name, "jti", UUID.randomUUID(), "iat", now,
                "exp", now + 60)));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal((header + "." + claims).getBytes(StandardCharsets.UTF_8));
            return header + "." + claims + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
