package io.github.appkeys.it.support;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/** Asks the gateway check, as a gateway does. */
public final class Gateway {

    private Gateway() {
    }

    /** The address of the check. */
    public static String url(TestRealm realm) {
        return realm.server.url() + "/realms/" + realm.name + "/app-keys/authorize";
    }

    /** A call with a pair in headers. */
    public static Http.Response ask(TestPair pair) {
        return ask(pair, "");
    }

    /** @param rest what follows the address: a path or a query */
    public static Http.Response ask(TestPair pair, String rest) {
        return request("GET", pair, rest).send();
    }

    /** A request with a pair in headers, to be completed. */
    public static Http.Request request(String method, TestPair pair, String rest) {
        return Http.request(method, url(pair.realm()) + rest).header(TestRealm.APP_KEY, pair.appKey())
                .header(TestRealm.APP_TOKEN, pair.appToken());
    }

    /** The access token of an answer. */
    public static String token(Http.Response answer) {
        return TestRealm.expect(200, answer).header("Authorization").substring("Bearer ".length());
    }

    /** The id of the access token of an answer. */
    public static String tokenId(Http.Response answer) {
        return Jwt.claims(token(answer)).path("jti").asText();
    }
}
