package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestRealm;

/**
 * The report of password grants of a realm, and what brings rows into it.
 *
 * @param realm in which password grants are counted
 */
public record GrantReport(TestRealm realm) {

    public static final String PASSWORD = "a password";

    /** A public client that may use the password grant; its id. */
    public String client(String clientId) {
        return realm.createClient(Map.of("clientId", clientId, "publicClient", true,
                "directAccessGrantsEnabled", true));
    }

    /** A user who has {@link #PASSWORD}; its id. */
    public String user(String username) {
        return realm.createUser(username, PASSWORD);
    }

    /** A password grant. */
    public Http.Response grant(String clientId, String username, String password) {
        return realm.tokenRequest(Map.of("grant_type", "password", "client_id", clientId, "username", username,
                "password", password)).send();
    }

    /** A password grant that succeeds. */
    public void granted(String clientId, String username) {
        expect(200, grant(clientId, username, PASSWORD));
    }

    /** Has the server write now what it gathered. */
    public GrantReport written() {
        new TestClock(realm.server).run("app-key-password-grants");
        return this;
    }

    /** Has the server forget now what is too old or too much. */
    public GrantReport pruned() {
        new TestClock(realm.server).run("app-key-password-grant-retention");
        return this;
    }

    /** @param query with its question mark, or nothing */
    public JsonNode page(String query) {
        return expect(200, realm.admin.get(path(query))).json();
    }

    /** @param query with its question mark, or nothing */
    public Http.Response csv(String query) {
        return expect(200, realm.admin.request("GET", path(query)).header("Accept", "text/csv").send());
    }

    /** The rows of a page as {@code client/user=count}. */
    public List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        page(query).path("rows").forEach(row -> rows.add(row.path("clientId").asText() + "/"
                + row.path("username").asText() + "=" + row.path("count").asLong()));
        return rows;
    }

    /** The admin REST path of the report. */
    public String path(String rest) {
        return realm.path("/app-keys/password-grants" + rest);
    }

    /** How many rows the database has. */
    public long stored() {
        return Rows.count(realm.server, "select count(*) from APP_KEY_PASSWORD_GRANT where REALM_ID = '" + realmId()
                + "'");
    }

    /** The id of the realm. */
    public String realmId() {
        return expect(200, realm.admin.get(realm.path(""))).field("id");
    }
}
