package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.TestRealm;

/** The settings of app keys of a realm. */
public final class Settings {

    /** The type of the component that keeps them, as it stands in exports of realms. */
    public static final String COMPONENT = "io.github.appkeys.core.store.AppKeySettings";

    private Settings() {
    }

    /** The settings as the server shows them now. */
    public static JsonNode of(TestRealm realm) {
        return expect(200, realm.admin.get(realm.path("/app-keys/settings"))).json();
    }

    /** The component that keeps them; missing where there is none. */
    public static JsonNode componentOrNone(TestRealm realm) {
        return expect(200, realm.admin.get(realm.path("/components?type=" + COMPONENT))).json().path(0);
    }

    /** The component that keeps them. */
    public static ObjectNode component(TestRealm realm) {
        return (ObjectNode) componentOrNone(realm);
    }

    /** Changes them, whatever the response is. */
    public static Http.Response put(TestRealm realm, Object body) {
        return realm.admin.put(realm.path("/app-keys/settings"), body);
    }

    /** Changes them with parameters in the address, whatever the response is. */
    public static Http.Response putWith(TestRealm realm, String query, Map<String, ?> body) {
        return realm.admin.put(realm.path("/app-keys/settings" + query), body);
    }

    /** Changes them with an access token, without signing in before, so that many requests are sent at once. */
    public static Http.Response put(TestRealm realm, String token, Object body) {
        return Http.request("PUT", realm.server.url() + "/admin/realms" + realm.path("/app-keys/settings"))
                .header("Authorization", "Bearer " + token).body("application/json", Json.text(body)).send();
    }
}
