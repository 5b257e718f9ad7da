package io.github.appkeys.it;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakServer;

/** A realm of a test's own, with the client orders-api and its roles. */
final class TestRealm {

    static final String FORM = "application/x-www-form-urlencoded";
    static final String APP_KEY = "X-VTEX-API-AppKey";
    static final String APP_TOKEN = "X-VTEX-API-AppToken";

    /** Every appToken that any test ever saw. */
    static final List<String> SECRETS = Collections.synchronizedList(new ArrayList<>());

    final KeycloakServer server;
    final AdminApi admin;
    final String name;

    private TestRealm(KeycloakServer server, String name) {
        this.server = server;
        this.admin = AdminApi.of(server);
        this.name = name;
    }

    /** A realm in which app keys were never enabled. */
    static TestRealm plain(KeycloakServer server) {
        TestRealm realm = new TestRealm(server, "shop-" + UUID.randomUUID().toString().substring(0, 8));
        expect(201, realm.admin.post("", Map.of("realm", realm.name, "enabled", true, "eventsEnabled", true,
                "adminEventsEnabled", true, "adminEventsDetailsEnabled", true)));
        expect(201, realm.admin.post(realm.path("/roles"), Map.of("name", "catalog-viewer")));
        expect(201, realm.admin.post(realm.path("/clients"), Map.of("clientId", "orders-api", "bearerOnly", true)));
        for (String role : List.of("orders:read", "orders:write")) {
            expect(201, realm.admin.post(realm.path("/clients/" + realm.clientUuid("orders-api") + "/roles"),
                    Map.of("name", role)));
        }
        return realm;
    }

    /** A realm in which app keys are enabled. */
    static TestRealm enabled(KeycloakServer server) {
        TestRealm realm = plain(server);
        realm.settings("{\"enabled\":true}");
        return realm;
    }

    /** The admin REST path of something in this realm. */
    String path(String rest) {
        return "/" + name + rest;
    }

    void settings(String json) {
        expect(204, admin.put(path("/app-keys/settings"), json));
    }

    TestPair createPair(String label) {
        return createPair(Map.of("label", label));
    }

    TestPair createPair(Map<String, ?> body) {
        return TestPair.of(this, expect(201, admin.post(path("/app-keys"), body)).json());
    }

    /** A pair that can be exchanged. */
    TestPair linkedPair() {
        TestPair pair = createPair("linked");
        pair.link("orders:read");
        return pair;
    }

    String clientUuid(String clientId) {
        return admin.get(path("/clients?clientId=" + Http.encode(clientId))).json().path(0).path("id").asText();
    }

    /** A client of any kind; its id. */
    String createClient(Map<String, ?> representation) {
        String location = expect(201, admin.post(path("/clients"), representation)).header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** A user with a password; its id. */
    String createUser(String username, String password) {
        String location = expect(201, admin.post(path("/users"), Map.of("username", username, "enabled", true,
                "firstName", "Test", "lastName", "User", "email", username + "@example.org", "emailVerified", true,
                "credentials", List.of(Map.of("type", "password", "value", password))))).header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    String tokenUrl() {
        return openId("/token");
    }

    String openId(String rest) {
        return server.url() + "/realms/" + name + "/protocol/openid-connect" + rest;
    }

    /** A request for a token with a form; headers can be added. */
    Http.Request tokenRequest(Map<String, String> form) {
        return Http.request("POST", tokenUrl()).body(FORM, Http.form(form));
    }

    /** An exchange with the two headers. */
    Http.Response exchange(String appKey, String appToken) {
        return tokenRequest(Map.of("grant_type", "client_credentials"))
                .header(APP_KEY, appKey).header(APP_TOKEN, appToken).send();
    }

    /** The newest event of the realm. */
    JsonNode lastEvent() {
        return admin.get(path("/events?max=1")).json().path(0);
    }

    /** The newest admin event of the realm. */
    JsonNode lastAdminEvent() {
        return admin.get(path("/admin-events?max=1")).json().path(0);
    }

    static Http.Response expect(int status, Http.Response response) {
        if (response.status() != status) {
            throw new AssertionError("Expected " + status + " but got " + response.status() + ": " + response.body());
        }
        return response;
    }
}
