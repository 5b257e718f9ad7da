package io.github.appkeys.it.fuzz;

import static io.github.appkeys.it.fuzz.Mutations.odd;
import static io.github.appkeys.it.fuzz.Mutations.one;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/** Requests with a pair to the endpoints of ours: the gateway check, the login, the calls for holders, reports. */
final class HolderFuzz {

    private static final List<String> ENDPOINTS = List.of("authorize", "authorize", "authorize", "authorize/a/b",
            "login", "login", "self", "self", "self/renewal", "self/revocation", "leaks");
    private static final List<String> QUERIES = List.of("", "", "?role=orders-api:orders:read",
            "?role=a,b&scope=openid", "?token=false", "?preflight=allow", "?x=1");

    private HolderFuzz() {
    }

    /** Any request, with a pair that may be right. */
    static Sent next(Random random, FuzzRealm realm) {
        TestPair pair = random.nextInt(4) == 0 ? realm.untouched : realm.pair(random.nextInt(100));
        TestPair other = realm.pair(random.nextInt(100));
        String key = random.nextInt(3) > 0 ? pair.appKey() : random.nextInt(3) == 0 ? other.appKey()
                : Mutations.text(random, pair.appKey());
        String token = random.nextInt(3) > 0 ? pair.appToken() : random.nextInt(3) == 0 ? other.appToken()
                : Mutations.text(random, pair.appToken());
        String endpoint = one(random, ENDPOINTS);
        if (token.contains(realm.untouched.appToken()) && endpoint.startsWith("self/")) {
            endpoint = "self";
        }
        return request(random, realm, endpoint, key, token, true);
    }

    /** The same request for the same random numbers but for the pair, which must not be right. */
    static Sent wrong(Random random, FuzzRealm realm, String key, String token) {
        return request(random, realm, one(random, ENDPOINTS), key, token, false);
    }

    private static Sent request(Random random, FuzzRealm realm, String endpoint, String key, String token,
            boolean mayPass) {
        List<String> headers = new ArrayList<>();
        String method = endpoint.startsWith("authorize") ? one(random, List.of("GET", "GET", "HEAD", "POST", "PUT",
                "PATCH", "DELETE", "OPTIONS", "PROPFIND")) : endpoint.equals("self") ? "GET" : "POST";
        if (random.nextInt(25) == 0) {
            method = one(random, List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD"));
        }
        boolean inBody = endpoint.equals("login") || endpoint.equals("leaks");
        if (!inBody || random.nextInt(5) == 0) {
            pair(random, headers, key, token);
        }
        if (random.nextInt(4) == 0) {
            headers.add(one(random, List.of("X_App_Key: ", "X.VTEX.API.AppToken: ", "Connection: ", "X-Forwarded-For: ",
                    "Accept: ", "X-Original-URI: ", "Authorization: ", TestRealm.APP_KEY + ": ")) + odd(random));
        }
        byte[] body = method.equals("GET") || method.equals("HEAD") ? null : body(random, endpoint, key, token);
        if (body != null) {
            headers.add("Content-Type: " + (random.nextInt(4) == 0 ? TestRealm.FORM : "application/json"));
        }
        return new Sent("holder " + endpoint, "integrator", method, "/realms/" + realm.realm.name + "/app-keys/"
                + endpoint + (random.nextInt(3) == 0 ? one(random, QUERIES) : ""), headers, body,
                mayPass || method.equals("OPTIONS") || endpoint.equals("leaks"),
                mayPass && endpoint.equals("self/renewal"));
    }

    private static void pair(Random random, List<String> headers, String key, String token) {
        if (random.nextInt(4) == 0) {
            headers.add("Authorization: Basic " + Base64.getEncoder().encodeToString(
                    (key + ":" + token).getBytes(StandardCharsets.UTF_8)));
        } else {
            boolean shortNames = random.nextInt(4) == 0;
            headers.add((shortNames ? "X-App-Key" : TestRealm.APP_KEY) + ": " + key);
            headers.add((shortNames ? "X-App-Token" : TestRealm.APP_TOKEN) + ": " + token);
        }
    }

    private static byte[] body(Random random, String endpoint, String key, String token) {
        String text = switch (endpoint) {
            case "login" -> Json.text(Map.of("appkey", key, "apptoken", token));
            case "leaks" -> Json.text(Map.of("tokens", List.of(token)));
            case "self/renewal" -> "{\"expiresAt\":\"2099-01-01T00:00:00Z\"}";
            default -> "a=b";
        };
        return random.nextInt(3) > 0 ? text.getBytes(StandardCharsets.UTF_8)
                : Mutations.json(random, Json.tree(Json.of("appkey", key, "apptoken", token)));
    }
}
