package io.github.appkeys.it.fuzz;

import static io.github.appkeys.it.fuzz.Mutations.odd;
import static io.github.appkeys.it.fuzz.Mutations.one;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.appkeys.harness.TestRealm;

/** Requests without credentials below {@code /realms/{realm}/app-keys}: the claim page, and what may be beside it. */
final class AnonymousFuzz {

    private static final List<String> BESIDE = List.of("", "/", "/claim", "/claim/", "/self", "/self/renewal",
            "/self/revocation", "/authorize", "/authorize/x", "/login", "/leaks", "/settings", "/x", "/%00", "/..",
            "/{x}");

    private AnonymousFuzz() {
    }

    static Sent next(Random random, FuzzRealm realm) {
        String code = realm.claim(random.nextInt(100)).code();
        boolean same = random.nextInt(3) == 0;
        boolean claim = random.nextInt(3) > 0;
        String sent = same ? code : random.nextInt(3) == 0 ? odd(random) : Mutations.text(random, code);
        String rest = claim ? "/claim/" + sent.replace("/", "%2F").replace("?", "%3F").replace("#", "%23")
                : one(random, BESIDE);
        String query = random.nextInt(4) == 0 ? "?kc_locale=" + odd(random) + "&ui_locales=pt-BR&x=" + odd(random) : "";
        String method = one(random, List.of("GET", "GET", "GET", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS",
                "PROPFIND"));
        List<String> headers = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            headers.add(one(random, List.of("Accept: ", "Accept-Language: ", "Cookie: KEYCLOAK_LOCALE=", "Origin: ",
                    "X-Forwarded-For: ", "Authorization: Bearer ", "X-HTTP-Method-Override: "))
                    + Mutations.text(random, "text/html"));
        }
        byte[] body = null;
        if (method.equals("POST") || random.nextInt(10) == 0) {
            headers.add("Content-Type: " + (random.nextInt(4) == 0 ? odd(random) : TestRealm.FORM));
            body = Mutations.text(random, "a=b&c=%zz").getBytes(StandardCharsets.UTF_8);
        }
        boolean page = claim && sent.contains(code);
        return new Sent(claim ? "claim page" : "beside the claim page", "anonymous", method,
                "/realms/" + realm.realm.name + "/app-keys" + rest + query, headers, body,
                page || method.equals("OPTIONS"), page && method.equals("POST"));
    }
}
