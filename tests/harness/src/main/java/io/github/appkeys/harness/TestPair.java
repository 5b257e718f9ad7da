package io.github.appkeys.harness;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A pair in a test's hands.
 *
 * @param realm    where it is
 * @param appKey   its public half
 * @param appToken its secret half
 * @param created  what the server said when it made it
 */
public record TestPair(TestRealm realm, String appKey, String appToken, JsonNode created) {

    /** @param created the answer to the creation, which holds the appToken */
    public static TestPair of(TestRealm realm, JsonNode created) {
        String appToken = created.path("appToken").asText();
        if (appToken.isEmpty()) {
            throw new AssertionError("No appToken: " + created);
        }
        Secrets.remember(appToken);
        return new TestPair(realm, created.path("appKey").asText(), appToken, created);
    }

    /** Links roles of orders-api. */
    public void link(String... roles) {
        List<Map<String, String>> body = List.of(roles).stream()
                .map(role -> Map.of("name", role, "client", "orders-api")).toList();
        TestRealm.expect(204, realm.admin.post(path("/roles"), body));
    }

    /** An exchange with the two headers. */
    public Http.Response exchange() {
        return realm.exchange(appKey, appToken);
    }

    /** Changes the pair, and fails where that is refused. */
    public void update(Object body) {
        TestRealm.expect(204, realm.admin.put(path(""), body));
    }

    /** Starts a renewal; what it answers holds the new appToken. */
    public Http.Response renew(Object body) {
        return realm.admin.post(path("/renewal"), body);
    }

    /** Starts a renewal, and fails where that is refused. The pair with its new appToken. */
    public TestPair renewed(Object body) {
        return of(realm, TestRealm.expect(201, renew(body)).json());
    }

    /** The pair as the server shows it now. */
    public JsonNode get() {
        return TestRealm.expect(200, realm.admin.get(path(""))).json();
    }

    /** What the server lists about this appToken. */
    public JsonNode listed() {
        String hint = appToken.substring(appToken.length() - 4);
        for (JsonNode token : get().path("tokens")) {
            if (token.path("hint").asText().equals(hint)) {
                return token;
            }
        }
        throw new AssertionError("No token with the hint " + hint);
    }

    /** Id of the client behind it. */
    public String clientUuid() {
        return created.path("clientUuid").asText();
    }

    /** Id of its service account. */
    public String serviceAccountUserId() {
        return created.path("serviceAccountUserId").asText();
    }

    /** The admin REST path of something of this pair. */
    public String path(String rest) {
        return realm.path("/app-keys/" + appKey + rest);
    }
}
