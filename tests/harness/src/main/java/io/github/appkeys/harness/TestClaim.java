package io.github.appkeys.harness;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A claim link in a test's hands.
 *
 * @param realm   where it is
 * @param url     the page that it opens
 * @param created what the server said when it made it
 */
public record TestClaim(TestRealm realm, String url, JsonNode created) {

    private static final Pattern TOKEN = Pattern.compile("<code id=\"app-keys-claim-token\">([^<]+)</code>");

    /** @param created the answer that holds the link */
    public static TestClaim of(TestRealm realm, JsonNode created) {
        String url = created.path("claimUrl").asText();
        if (url.isEmpty() || created.has("appToken")) {
            throw new AssertionError("No claim link: " + created);
        }
        Secrets.remember(url.substring(url.lastIndexOf('/') + 1));
        return new TestClaim(realm, url, created);
    }

    /** What its address ends with. */
    public String code() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** The pair that it is for. */
    public String appKey() {
        return created.path("appKey").asText();
    }

    /** The page, as a browser or a mail scanner opens it. */
    public Http.Response open() {
        return Http.get(url).send();
    }

    /** What the button of the page does. */
    public Http.Response reveal() {
        return Http.request("POST", url).body(TestRealm.FORM, "").send();
    }

    /** Reveals, and fails where that is refused. The pair with its new appToken. */
    public TestPair revealed() {
        return pair(TestRealm.expect(200, reveal()));
    }

    /** The pair with the appToken that a page shows. */
    public TestPair pair(Http.Response page) {
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("No appToken: " + page.body());
        }
        Secrets.remember(token.group(1));
        return new TestPair(realm, appKey(), token.group(1), created);
    }

    /** The pair as the server shows it now. */
    public JsonNode get() {
        return TestRealm.expect(200, realm.admin.get(path(""))).json();
    }

    /** What the server says of the link now. */
    public JsonNode claim() {
        return get().path("claim");
    }

    /** The admin REST path of something of this pair. */
    public String path(String rest) {
        return realm.path("/app-keys/" + appKey() + rest);
    }
}
