package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/** A realm with the guard, and what Keycloak offers for changing clients there. */
public final class GuardedRealm {

    /** The client secret of each adopted client. */
    public static final String SECRET = "stock-secret-of-the-client";

    public final TestRealm realm;
    /** The access token of an administrator who manages clients and the realm, but no app keys. */
    public final String clerk;
    /** The access token of an administrator who manages clients, the realm and app keys. */
    public final String keeper;

    public GuardedRealm(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        // key managers may do all that the guard refuses to others
        realm.settings(Map.of("guardAdministrators", false));
        expect(204, realm.admin.put(realm.path(""), Map.of("accessTokenLifespan", 3600)));
        clerk = realm.administrator("clerk", "a password", "manage-clients", "manage-realm").accessToken();
        keeper = realm.administrator("keeper", "a password", "manage-clients", "manage-realm", "manage-app-keys")
                .accessToken();
    }

    /** A way to change a client. */
    public enum Way {
        ADMIN_REST(400), REGISTRATION(403), PARTIAL_IMPORT(400);

        /** How it says that a policy refuses. */
        public final int refused;

        Way(int refused) {
            this.refused = refused;
        }
    }

    /** Adds an executor to the profile that enabling made. */
    public void afterTheGuard(String executor, Map<String, ?> configuration) {
        ObjectNode profiles = (ObjectNode) expect(200, send(clerk, "GET", "/client-policies/profiles", null)).json();
        ((ArrayNode) profiles.path("profiles").path(0).path("executors")).addObject().put("executor", executor)
                .set("configuration", Http.JSON.valueToTree(configuration));
        expect(204, send(clerk, "PUT", "/client-policies/profiles", profiles));
    }

    /** A client that was adopted, and whose secret still works. */
    public TestPair adopted() {
        String clientId = "erp-" + UUID.randomUUID().toString().substring(0, 8);
        expect(201, send(keeper, "POST", "/clients", Http.JSON.createObjectNode().put("clientId", clientId)
                .put("secret", SECRET).put("publicClient", false).put("serviceAccountsEnabled", true)));
        TestPair pair = TestPair.of(realm, expect(201, send(keeper, "POST", "/app-keys", Http.JSON.createObjectNode()
                .put("clientId", clientId).put("finishAt", "2099-01-01T00:00:00Z"))).json());
        expect(204, send(keeper, "POST", "/app-keys/" + clientId + "/roles",
                List.of(Map.of("name", "orders:read", "client", "orders-api"))));
        return pair;
    }

    /** The client as the admin REST API shows it, without what it computes for each answer, and its scopes in order. */
    public ObjectNode client(String uuid) {
        ObjectNode client = (ObjectNode) expect(200, send(keeper, "GET", "/clients/" + uuid, null)).json();
        client.remove("access");
        for (String scopes : List.of("defaultClientScopes", "optionalClientScopes")) {
            Set<String> names = new TreeSet<>();
            client.path(scopes).forEach(scope -> names.add(scope.asText()));
            names.forEach(client.putArray(scopes)::add);
        }
        return client;
    }

    /** A client with some fields, and attributes, replaced. */
    public static ObjectNode changed(ObjectNode client, Object change) {
        ObjectNode changes = Json.tree(change).deepCopy();
        ObjectNode changed = client.deepCopy();
        JsonNode attributes = changes.remove("attributes");
        if (attributes != null) {
            ((ObjectNode) changed.path("attributes")).setAll((ObjectNode) attributes);
        }
        return changed.setAll(changes);
    }

    /** Sends a whole client one of the ways. */
    public Http.Response send(Way way, String token, String clientId, ObjectNode client) {
        return switch (way) {
            case ADMIN_REST -> send(token, "PUT", "/clients/" + realm.clientUuid(clientId), client);
            case REGISTRATION -> register(token, "PUT", "default/" + clientId, client);
            case PARTIAL_IMPORT -> importClient(token, client.put("clientId", clientId), "OVERWRITE");
        };
    }

    /** Creates a client one of the ways. */
    public Http.Response make(Way way, String token, ObjectNode client) {
        return switch (way) {
            case ADMIN_REST -> send(token, "POST", "/clients", client);
            case REGISTRATION -> register(token, "POST", "default", client);
            case PARTIAL_IMPORT -> importClient(token, client, "FAIL");
        };
    }

    /** Imports a file with one client. */
    public Http.Response importClient(String token, ObjectNode client, String ifThere) {
        ObjectNode file = Http.JSON.createObjectNode().put("ifResourceExists", ifThere);
        file.putArray("clients").add(client);
        return send(token, "POST", "/partialImport", file);
    }

    /** A call of the realm's admin REST API. */
    public Http.Response send(String token, String method, String path, Object body) {
        return call(token, method, realm.server.url() + "/admin/realms" + realm.path(path), body);
    }

    /** A call of client registration; the token may be null. */
    public Http.Response register(String token, String method, String path, Object body) {
        return call(token, method,
                realm.server.url() + "/realms/" + realm.name + "/clients-registrations/" + path, body);
    }

    /** A registration access token of a client. */
    public String registrationToken(String uuid) {
        return expect(200, send(clerk, "POST", "/clients/" + uuid + "/registration-access-token", null))
                .field("registrationAccessToken");
    }

    /** An administrator in master with roles in this realm; a token. */
    public String ofMaster(String username, String... roles) {
        AdminApi master = realm.admin;
        String user = expect(201, master.post("/master/users", Map.of("username", username, "enabled", true,
                "firstName", "Test", "lastName", "User", "email", username + "@example.org", "emailVerified", true,
                "credentials", List.of(Map.of("type", "password", "value", "a password"))))).header("Location");
        user = user.substring(user.lastIndexOf('/') + 1);
        JsonNode client = master.get("/master/clients?clientId=" + realm.name + "-realm").json().path(0);
        ArrayNode granted = Http.JSON.createArrayNode();
        for (String role : roles) {
            granted.add(master.get("/master/clients/" + client.path("id").asText() + "/roles/" + role).json());
        }
        expect(204, master.post(
                "/master/users/" + user + "/role-mappings/clients/" + client.path("id").asText(), granted));
        return new AdminApi(realm.server.url(), "master", username, "a password").accessToken();
    }

    /** A way refuses as a client policy does, with these texts. */
    public static void assertRefused(Way way, Http.Response response, String... texts) {
        assertThat(response.status()).as("%s: %s", way, response.body()).isEqualTo(way.refused);
        assertThat(response.field("error_description")).contains(texts);
    }

    private static Http.Response call(String token, String method, String url, Object body) {
        Http.Request request = Http.request(method, url);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.body("application/json", Json.text(body));
        }
        return request.send();
    }
}
