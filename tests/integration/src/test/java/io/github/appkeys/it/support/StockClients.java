package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.TestRealm;

/** Clients with a client secret, as they are before they are adopted. */
public final class StockClients {

    /** The client secret of each of them. */
    public static final String SECRET = "stock-secret-of-the-client";

    private StockClients() {
    }

    /** A confidential client with the role orders:read; its id. */
    public static String create(TestRealm realm, String clientId, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("clientId", clientId, "secret", SECRET, "publicClient", false,
                "serviceAccountsEnabled", true));
        body.putAll(more);
        String uuid = realm.createClient(body);
        String orders = realm.clientUuid("orders-api");
        Object role = realm.admin.get(realm.path("/clients/" + orders + "/roles/orders:read")).json();
        expect(204, realm.admin.post(realm.path("/users/" + account(realm, uuid) + "/role-mappings/clients/" + orders),
                List.of(role)));
        return uuid;
    }

    /** Makes a client an API client; the response. */
    public static JsonNode adopt(TestRealm realm, Object body) {
        return expect(201, realm.admin.post(realm.path("/app-keys"), body)).json();
    }

    /** The id of the service account of a client. */
    public static String account(TestRealm realm, String clientUuid) {
        return realm.admin.get(realm.path("/clients/" + clientUuid + "/service-account-user")).field("id");
    }

    /** A token request with {@link #SECRET} in the form. */
    public static Http.Response bySecret(TestRealm realm, String clientId) {
        return realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", clientId,
                "client_secret", SECRET)).send();
    }
}
