package io.github.appkeys.e2e;

import static io.github.appkeys.harness.TestRealm.expect;

import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestRealm;

/**
 * Integrations that log in with a user's password, as they are before they have a pair.
 *
 * @param realm where they are
 */
record Integrations(TestRealm realm) {

    static final String PASSWORD = "a password";
    static final String SECRET = "stock-secret-of-the-client";

    /** A public client that may use password grants. */
    Integrations client(String clientId) {
        realm.createClient(Map.of("clientId", clientId, "publicClient", true, "directAccessGrantsEnabled", true));
        return this;
    }

    /** A client with {@link #SECRET} that may use password grants. */
    Integrations confidential(String clientId) {
        realm.createClient(Map.of("clientId", clientId, "secret", SECRET, "directAccessGrantsEnabled", true));
        return this;
    }

    /** A user with {@link #PASSWORD} and some roles of orders-api. */
    Integrations user(String username, String... roles) {
        String user = realm.createUser(username, PASSWORD);
        String client = realm.clientUuid("orders-api");
        for (String role : roles) {
            Object found = expect(200, realm.admin.get(realm.path("/clients/" + client + "/roles/" + role))).json();
            expect(204, realm.admin.post(realm.path("/users/" + user + "/role-mappings/clients/" + client),
                    List.of(found)));
        }
        return this;
    }

    /** A password grant. */
    Http.Response grant(String clientId, String username) {
        return realm.tokenRequest(Map.of("grant_type", "password", "client_id", clientId, "client_secret", SECRET,
                "username", username, "password", PASSWORD)).send();
    }

    /** A password grant that succeeds. */
    Integrations granted(String clientId, String username) {
        expect(200, grant(clientId, username));
        return this;
    }

    /** Has the server write down what it counted. */
    void written() {
        new TestClock(realm.server).run("app-key-password-grants");
    }
}
