package io.github.appkeys.harness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** A realm of a test's own, with the client orders-api and its roles. */
public final class TestRealm {

    /** The type of a form. */
    public static final String FORM = "application/x-www-form-urlencoded";
    /** The header with the public half. */
    public static final String APP_KEY = "X-VTEX-API-AppKey";
    /** The header with the secret half. */
    public static final String APP_TOKEN = "X-VTEX-API-AppToken";

    /** Where it is. */
    public final KeycloakServer server;
    /** The first administrator. */
    public final AdminApi admin;
    /** Its name. */
    public final String name;

    private TestRealm(KeycloakServer server, String name) {
        this.server = server;
        this.admin = AdminApi.of(server);
        this.name = name;
    }

    /** A realm in which app keys were never enabled. */
    public static TestRealm plain(KeycloakServer server) {
        return named(server, "shop-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** A realm from a representation, as it is imported, with what {@link #plain} has. */
    public static TestRealm imported(KeycloakServer server, Map<String, ?> representation) {
        return create(server, "shop-" + UUID.randomUUID().toString().substring(0, 8), representation);
    }

    /** A realm of a given name in which app keys were never enabled. */
    public static TestRealm named(KeycloakServer server, String name) {
        return create(server, name, Map.of());
    }

    private static TestRealm create(KeycloakServer server, String name, Map<String, ?> representation) {
        TestRealm realm = new TestRealm(server, name);
        Map<String, Object> whole = new HashMap<>(Map.of("realm", realm.name, "enabled", true, "eventsEnabled", true,
                "adminEventsEnabled", true, "adminEventsDetailsEnabled", true, "components", RealmKeys.components()));
        whole.putAll(representation);
        expect(201, realm.admin.post("", whole));
        expect(201, realm.admin.post(realm.path("/roles"), Map.of("name", "catalog-viewer")));
        expect(201, realm.admin.post(realm.path("/clients"), Map.of("clientId", "orders-api", "bearerOnly", true)));
        for (String role : List.of("orders:read", "orders:write")) {
            expect(201, realm.admin.post(realm.path("/clients/" + realm.clientUuid("orders-api") + "/roles"),
                    Map.of("name", role)));
        }
        return realm;
    }

    /** A realm in which app keys are enabled. */
    public static TestRealm enabled(KeycloakServer server) {
        TestRealm realm = plain(server);
        realm.settings(Map.of("enabled", true));
        return realm;
    }

    /** A realm that is there already. */
    public static TestRealm existing(KeycloakServer server, String name) {
        return new TestRealm(server, name);
    }

    /** The same realm on another server that works on the same database. */
    public TestRealm on(KeycloakServer other) {
        return new TestRealm(other, name);
    }

    /** The admin REST path of something in this realm. */
    public String path(String rest) {
        return "/" + name + rest;
    }

    /** Changes the settings of app keys. An answer that disables them has a body. */
    public void settings(Object body) {
        Http.Response response = admin.put(path("/app-keys/settings"), body);
        expect(response.status() == 200 ? 200 : 204, response);
    }

    /** A pair with a label. */
    public TestPair createPair(String label) {
        return createPair(Map.of("label", label));
    }

    /** A pair with what the body says. */
    public TestPair createPair(Map<String, ?> body) {
        return TestPair.of(this, expect(201, admin.post(path("/app-keys"), body)).json());
    }

    /** A pair that can be exchanged. */
    public TestPair linkedPair() {
        TestPair pair = createPair("linked");
        pair.link("orders:read");
        return pair;
    }

    /** A pair by claim link, with a label. */
    public TestClaim claimablePair(String label) {
        return claimablePair(Map.of("label", label, "delivery", "LINK"));
    }

    /** A pair by claim link, with what the body says. */
    public TestClaim claimablePair(Map<String, ?> body) {
        return TestClaim.of(this, expect(201, admin.post(path("/app-keys"), body)).json());
    }

    /** The id of a client. */
    public String clientUuid(String clientId) {
        return admin.get(path("/clients?clientId=" + Http.encode(clientId))).json().path(0).path("id").asText();
    }

    /** A client of any kind; its id. */
    public String createClient(Map<String, ?> representation) {
        String location = expect(201, admin.post(path("/clients"), representation)).header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** A user with a password; its id. */
    public String createUser(String username, String password) {
        String location = expect(201, admin.post(path("/users"), Map.of("username", username, "enabled", true,
                "firstName", "Test", "lastName", "User", "email", username + "@example.org", "emailVerified", true,
                "credentials", List.of(Map.of("type", "password", "value", password))))).header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** A user with roles of the client realm-management, as a caller of the admin REST API. */
    public AdminApi administrator(String username, String password, String... roles) {
        String user = createUser(username, password);
        String management = clientUuid("realm-management");
        for (String role : roles) {
            Object representation = expect(200, admin.get(path("/clients/" + management + "/roles/" + role))).json();
            expect(204, admin.post(path("/users/" + user + "/role-mappings/clients/" + management),
                    List.of(representation)));
        }
        return new AdminApi(server.url(), name, username, password);
    }

    /** Where tokens are exchanged. */
    public String tokenUrl() {
        return openId("/token");
    }

    /** An address of OpenID Connect. */
    public String openId(String rest) {
        return server.url() + "/realms/" + name + "/protocol/openid-connect" + rest;
    }

    /** A request for a token with a form; headers can be added. */
    public Http.Request tokenRequest(Map<String, String> form) {
        return Http.request("POST", tokenUrl()).body(FORM, Http.form(form));
    }

    /** An exchange with the two headers. */
    public Http.Response exchange(String appKey, String appToken) {
        return tokenRequest(Map.of("grant_type", "client_credentials"))
                .header(APP_KEY, appKey).header(APP_TOKEN, appToken).send();
    }

    /** The newest event of the realm. */
    public JsonNode lastEvent() {
        return admin.get(path("/events?max=1")).json().path(0);
    }

    /** The newest admin event of the realm. */
    public JsonNode lastAdminEvent() {
        return admin.get(path("/admin-events?max=1")).json().path(0);
    }

    /** Fails where an answer has another status. */
    public static Http.Response expect(int status, Http.Response response) {
        if (response.status() != status) {
            throw new AssertionError("Expected " + status + " but got " + response.status() + ": " + response.body());
        }
        return response;
    }
}
