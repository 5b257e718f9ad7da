package io.github.appkeys.it.fuzz;

import static io.github.appkeys.it.fuzz.Mutations.odd;
import static io.github.appkeys.it.fuzz.Mutations.one;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/** Requests to the endpoints at which a pair authenticates. */
final class TokenFuzz {

    private static final List<String> ENDPOINTS = List.of("token", "token", "token", "token", "token/", "token;x=1",
            "token/introspect", "token/introspect", "revoke", "revoke");
    private static final List<String> GRANTS = List.of("client_credentials", "client_credentials",
            "client_credentials", "client_credentials", "password", "refresh_token", "authorization_code", "",
            "urn:ietf:params:oauth:grant-type:token-exchange", "urn:openid:params:grant-type:ciba",
            "urn:ietf:params:oauth:grant-type:uma-ticket", "urn:ietf:params:oauth:grant-type:device_code");
    private static final List<String> TYPES = List.of(TestRealm.FORM, TestRealm.FORM, TestRealm.FORM, TestRealm.FORM,
            TestRealm.FORM, TestRealm.FORM + "; charset=utf-8", TestRealm.FORM + ";charset=none", "multipart/form-data",
            "application/json", "no type at all");

    private TokenFuzz() {
    }

    static Sent next(Random random, FuzzRealm realm) {
        TestPair pair = random.nextInt(4) == 0 ? realm.untouched : realm.pair(random.nextInt(100));
        boolean sameKey = random.nextInt(3) > 0;
        boolean sameToken = random.nextInt(3) > 0;
        TestPair other = realm.pair(random.nextInt(100));
        String key = sameKey ? pair.appKey() : random.nextInt(3) == 0 ? other.appKey()
                : Mutations.text(random, pair.appKey());
        String token = sameToken ? pair.appToken() : random.nextInt(3) == 0 ? other.appToken()
                : Mutations.text(random, pair.appToken());
        List<String> headers = new ArrayList<>();
        StringBuilder form = new StringBuilder("grant_type=" + Http.encode(one(random, GRANTS)));
        int ways = 1 + random.nextInt(15);
        if ((ways & 1) != 0) {
            boolean shortNames = random.nextInt(4) == 0;
            headers.add((shortNames ? "X-App-Key" : TestRealm.APP_KEY) + ": " + key);
            headers.add((shortNames ? "X-App-Token" : TestRealm.APP_TOKEN) + ": " + token);
        }
        if ((ways & 6) == 2) {
            headers.add("Authorization: " + one(random, List.of("Basic ", "Basic ", "Basic ", "basic ", "Bearer ", "",
                    "Basic  ", "DPoP ")) + (random.nextInt(6) == 0 ? key + ":" + token : base64(key + ":" + token)));
        }
        if ((ways & 6) == 4) {
            form.append("&client_id=").append(encoded(random, key));
            form.append("&client_secret=").append(encoded(random, token));
        }
        if ((ways & 8) != 0) {
            disturb(random, headers, form, pair);
        }
        String endpoint = one(random, ENDPOINTS);
        if (!endpoint.startsWith("token/i") && !endpoint.equals("revoke")) {
            form.append("&scope=openid");
        } else {
            form.append("&token=").append(encoded(random, one(random, List.of("x", token, "a.b.c", ""))));
        }
        headers.add("Content-Type: " + one(random, TYPES));
        String method = random.nextInt(30) == 0 ? one(random, List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS"))
                : "POST";
        String query = random.nextInt(25) == 0 ? "?client_id=" + Http.encode(key) + "&x=" + Http.encode(token) : "";
        boolean right = sent(pair.appToken(), headers, form) || sent(other.appToken(), headers, form);
        return new Sent("token endpoint", "integrator", method, "/realms/" + realm.realm.name
                + "/protocol/openid-connect/" + endpoint + query, headers,
                form.toString().getBytes(StandardCharsets.UTF_8), right || method.equals("OPTIONS"), false);
    }

    /** What else may stand in such a request, by mistake or on purpose. */
    private static void disturb(Random random, List<String> headers, StringBuilder form, TestPair pair) {
        switch (random.nextInt(12)) {
            case 0 -> headers.add(TestRealm.APP_KEY + ": " + odd(random));
            case 1 -> headers.add(TestRealm.APP_TOKEN + ": " + Mutations.text(random, pair.appToken()));
            case 2 -> form.append("&client_id=stock&client_secret=wrong");
            case 3 -> form.append("&client_id=").append(pair.appKey());
            case 4 -> form.append("&client_secret=").append(pair.appToken()).append("%zz");
            case 5 -> form.append("&%").append(odd(random)).append("=&&=&=").append(odd(random));
            case 6 -> form.append("&client_assertion_type=x&client_assertion=").append(odd(random));
            case 7 -> form.append("&username=u&password=p&code=c&refresh_token=").append(odd(random));
            case 8 -> headers.add("X-Forwarded-For: " + odd(random) + "," + ":".repeat(random.nextInt(3000)));
            case 9 -> headers.add("DPoP: " + odd(random));
            case 10 -> headers.add("X-Other-" + random.nextInt(9) + ": " + "x".repeat(random.nextInt(5000)));
            default -> headers.add("Authorization: " + Mutations.text(random, "Basic " + base64("a:b")));
        }
    }

    private static boolean sent(String appToken, List<String> headers, StringBuilder form) {
        String all = String.join("\n", headers) + form;
        return all.contains(appToken) || headers.stream().filter(header -> header.startsWith("Authorization:"))
                .anyMatch(header -> decoded(header.replaceFirst(".* ", "")).contains(appToken));
    }

    private static String encoded(Random random, String text) {
        return random.nextInt(8) == 0 ? text : Http.encode(text);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
