package io.github.appkeys.harness;

import java.util.Map;

/** Keycloak's admin REST API as one caller sees it. Signs in for each call, so a token never expires under a test. */
public final class AdminApi {

    private final String url;
    private final String realm;
    private final String user;
    private final String password;

    /** A caller who signs in with a password at {@code admin-cli} of a realm. */
    public AdminApi(String url, String realm, String user, String password) {
        this.url = url;
        this.realm = realm;
        this.user = user;
        this.password = password;
    }

    /** The first administrator of a server. */
    public static AdminApi of(KeycloakServer server) {
        return new AdminApi(server.url(), "master", KeycloakServer.ADMIN, KeycloakServer.ADMIN);
    }

    /** @param path below {@code /admin/realms} */
    public Http.Response get(String path) {
        return request("GET", path).send();
    }

    /**
     * @param path below {@code /admin/realms}
     * @param body as {@link Json#text} takes it
     */
    public Http.Response post(String path, Object body) {
        return request("POST", path).body("application/json", Json.text(body)).send();
    }

    /**
     * @param path below {@code /admin/realms}
     * @param body as {@link Json#text} takes it
     */
    public Http.Response put(String path, Object body) {
        return request("PUT", path).body("application/json", Json.text(body)).send();
    }

    /** @param path below {@code /admin/realms} */
    public Http.Response delete(String path) {
        return request("DELETE", path).send();
    }

    /**
     * @param path below {@code /admin/realms}
     * @param body as {@link Json#text} takes it
     */
    public Http.Response delete(String path, Object body) {
        return request("DELETE", path).body("application/json", Json.text(body)).send();
    }

    /** A request of the caller, to be completed. */
    public Http.Request request(String method, String path) {
        return Http.request(method, url + "/admin/realms" + path).header("Authorization", "Bearer " + accessToken());
    }

    /** An access token of the caller. */
    public String accessToken() {
        Http.Response response = Http.request("POST", url + "/realms/" + realm + "/protocol/openid-connect/token")
                .body("application/x-www-form-urlencoded", Http.form(Map.of("grant_type", "password",
                        "client_id", "admin-cli", "username", user, "password", password)))
                .send();
        if (response.status() != 200) {
            throw new IllegalStateException("Cannot sign in as " + user + " of " + realm + ": " + response.body());
        }
        return response.field("access_token");
    }
}
