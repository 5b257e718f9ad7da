package io.github.appkeys.harness;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Keycloak's admin REST API as one caller sees it. An access token is used for some seconds, then the caller signs in
 * anew, so that it never expires during a call; also where a test moved the clock or ended the session.
 */
public final class AdminApi {

    /** Less than the minute that Keycloak's tokens live by default. */
    private static final Duration REUSE = Duration.ofSeconds(20);

    private final String url;
    private final String realm;
    private final String user;
    private final String password;
    private String token;
    private Instant tokenEnd = Instant.MIN;

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
        return send("GET", path, null);
    }

    /**
     * @param path below {@code /admin/realms}
     * @param body as {@link Json#text} takes it
     */
    public Http.Response post(String path, Object body) {
        return send("POST", path, body);
    }

    /**
     * @param path below {@code /admin/realms}
     * @param body as {@link Json#text} takes it
     */
    public Http.Response put(String path, Object body) {
        return send("PUT", path, body);
    }

    /** @param path below {@code /admin/realms} */
    public Http.Response delete(String path) {
        return send("DELETE", path, null);
    }

    /**
     * @param path below {@code /admin/realms}
     * @param body as {@link Json#text} takes it
     */
    public Http.Response delete(String path, Object body) {
        return send("DELETE", path, body);
    }

    private Http.Response send(String method, String path, Object body) {
        Http.Response response = send(method, path, reusedToken(), body);
        if (response.status() == 401) {
            tokenEnd = Instant.MIN;
            return send(method, path, reusedToken(), body);
        }
        return response;
    }

    private Http.Response send(String method, String path, String accessToken, Object body) {
        Http.Request request = Http.request(method, url + "/admin/realms" + path)
                .header("Authorization", "Bearer " + accessToken);
        return (body == null ? request : request.body("application/json", Json.text(body))).send();
    }

    private synchronized String reusedToken() {
        if (Instant.now().isAfter(tokenEnd)) {
            token = accessToken();
            tokenEnd = Instant.now().plus(REUSE);
        }
        return token;
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
