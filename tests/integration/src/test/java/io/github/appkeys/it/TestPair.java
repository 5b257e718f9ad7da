package io.github.appkeys.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;

/**
 * A pair in a test's hands.
 *
 * @param realm    where it is
 * @param appKey   its public half
 * @param appToken its secret half
 * @param created  what the server said when it made it
 */
record TestPair(TestRealm realm, String appKey, String appToken, JsonNode created) {

    static TestPair of(TestRealm realm, JsonNode created) {
        String appToken = created.path("appToken").asText();
        assertThat(appToken).isNotEmpty();
        TestRealm.SECRETS.add(appToken);
        return new TestPair(realm, created.path("appKey").asText(), appToken, created);
    }

    /** Links roles of orders-api. */
    void link(String... roles) {
        List<Map<String, String>> body = List.of(roles).stream()
                .map(role -> Map.of("name", role, "client", "orders-api")).toList();
        TestRealm.expect(204, realm.admin.post(path("/roles"), body));
    }

    Http.Response exchange() {
        return realm.exchange(appKey, appToken);
    }

    void update(String json) {
        TestRealm.expect(204, realm.admin.put(path(""), json));
    }

    JsonNode get() {
        return TestRealm.expect(200, realm.admin.get(path(""))).json();
    }

    String clientUuid() {
        return created.path("clientUuid").asText();
    }

    String serviceAccountUserId() {
        return created.path("serviceAccountUserId").asText();
    }

    /** The admin REST path of something of this pair. */
    String path(String rest) {
        return realm.path("/app-keys/" + appKey + rest);
    }
}
