package io.github.appkeys.it.support;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/** The calls for the holder of a pair. */
public final class Self {

    private Self() {
    }

    /** The address of the calls. */
    public static String url(TestRealm realm) {
        return realm.server.url() + "/realms/" + realm.name + "/app-keys/self";
    }

    /** What the holder is told of a pair. */
    public static Http.Response read(TestPair pair) {
        return request("GET", pair, "").send();
    }

    /** Renews; what it answers holds the new appToken. */
    public static Http.Response renew(TestPair pair) {
        return request("POST", pair, "/renewal").send();
    }

    /** Renews, and fails where that is refused. The pair with its new appToken. */
    public static TestPair renewed(TestPair pair) {
        return renewed(pair, TestRealm.expect(201, renew(pair)));
    }

    /** The pair with the appToken of an answer. */
    public static TestPair renewed(TestPair pair, Http.Response answer) {
        return new TestPair(pair.realm(), pair.appKey(), TestPair.of(pair.realm(), answer.json()).appToken(),
                pair.created());
    }

    /** Ends the appToken. */
    public static Http.Response revoke(TestPair pair) {
        return request("POST", pair, "/revocation").send();
    }

    /** A request with a pair in headers, to be completed. */
    public static Http.Request request(String method, TestPair pair, String rest) {
        return Http.request(method, url(pair.realm()) + rest).header(TestRealm.APP_KEY, pair.appKey())
                .header(TestRealm.APP_TOKEN, pair.appToken());
    }

    /** The same pair on another server. */
    public static TestPair on(TestRealm realm, TestPair pair) {
        return new TestPair(realm, pair.appKey(), pair.appToken(), pair.created());
    }
}
