package io.github.appkeys.demo;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakServer;

/** Tells the story step by step, and stops where something is not as told. */
final class Story {

    private static final String REALM = "shop";
    private static final String LABEL = "ERP connector";
    private static final List<Map<String, String>> ROLE =
            List.of(Map.of("name", "orders:read", "client", "orders-api"));

    private final KeycloakServer server;
    private final AdminApi admin;
    private final String realmFile;

    /** @param realmFile the representation of the realm, as JSON */
    Story(KeycloakServer server, String realmFile) {
        this.server = server;
        this.admin = AdminApi.of(server);
        this.realmFile = realmFile;
    }

    void tell() {
        title("1. The realm \"shop\" has a client orders-api with the roles orders:read and orders:write");
        prepareRealm();
        title("2. A key manager creates a pair for the \"" + LABEL + "\"");
        JsonNode pair = expect("create", 201, admin.post("/shop/app-keys", Map.of("label", LABEL))).json();
        String appKey = pair.path("appKey").asText();
        String appToken = pair.path("appToken").asText();
        say("appKey    " + appKey);
        say("appToken  " + appToken + "   (shown this once, stored as a hash only)");
        say("roles     " + pair.path("roles") + "   (born with none)");

        title("3. The integrator tries it: refused, since no role is linked");
        Http.Response refused = expect("exchange without a role", 400, exchange(appKey, appToken));
        require("the error", "unauthorized_client", refused.field("error"));
        say(refused.status() + " " + refused.body());

        title("4. The key manager links orders-api:orders:read to the appKey");
        expect("link", 204, admin.post("/shop/app-keys/" + appKey + "/roles", ROLE));
        say("roles     " + admin.get("/shop/app-keys/" + appKey + "/roles").body());

        title("5. The integrator sends the two headers again, and gets a token with exactly that role");
        Http.Response exchanged = expect("exchange", 200, exchange(appKey, appToken));
        JsonNode claims = Jwt.claims(exchanged.field("access_token"));
        require("the client's roles", "{\"orders-api\":{\"roles\":[\"orders:read\"]}}",
                claims.path("resource_access").toString());
        require("the realm's roles", "", claims.path("realm_access").toString());
        say("{\"azp\":" + claims.path("azp") + ",\"resource_access\":" + claims.path("resource_access") + ",\"exp\":"
                + claims.path("exp") + "}");

        tellOfTheGateway(appKey, appToken);

        title("The pair in the console (admin/admin)");
        say(server.url() + "/admin/master/console/#/shop/app-keys/key/" + appKey);
        title("By hand");
        System.out.print(Commands.of(server.url(), appKey, appToken));
    }

    private void tellOfTheGateway(String appKey, String appToken) {
        title("6. A gateway asks with the same pair, at each call: reading orders passes, with a token for the API");
        Http.Response read = expect("reading", 200, gateway(appKey, appToken, "orders%3Aread"));
        require("the appKey", appKey, read.header("X-App-Key"));
        say(read.status() + " X-App-Key: " + appKey + ", X-App-Roles: " + read.header("X-App-Roles"));

        title("7. Writing orders is refused, until the key manager links that role, too");
        Http.Response refused = expect("writing without the role", 403, gateway(appKey, appToken, "orders%3Awrite"));
        say(refused.status() + " " + refused.body());
        expect("link", 204, admin.post("/shop/app-keys/" + appKey + "/roles",
                List.of(Map.of("name", "orders:write", "client", "orders-api"))));
        Http.Response write = expect("writing", 200, gateway(appKey, appToken, "orders%3Awrite"));
        say(write.status() + " X-App-Roles: " + write.header("X-App-Roles"));
    }

    private Http.Response gateway(String appKey, String appToken, String role) {
        return Http.get(server.url() + "/realms/shop/app-keys/authorize?role=orders-api:" + role)
                .header("X-VTEX-API-AppKey", appKey)
                .header("X-VTEX-API-AppToken", appToken)
                .send();
    }

    private void prepareRealm() {
        if (admin.get("/" + REALM).status() == 404) {
            expect("create the realm", 201, admin.post("", realmFile));
            say("created");
        } else {
            say("there already, with its data");
        }
        expect("enable app keys", 204, admin.put("/shop/app-keys/settings", Map.of("enabled", true)));
        say("app keys enabled");
    }

    private Http.Response exchange(String appKey, String appToken) {
        return Http.request("POST", server.url() + "/realms/shop/protocol/openid-connect/token")
                .body("application/x-www-form-urlencoded", "grant_type=client_credentials")
                .header("X-VTEX-API-AppKey", appKey)
                .header("X-VTEX-API-AppToken", appToken)
                .send();
    }

    private static Http.Response expect(String step, int status, Http.Response response) {
        require("the status of: " + step, String.valueOf(status), response.status() + (response.status() == status ? ""
                : " " + response.body()));
        return response;
    }

    private static void require(String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException("Not as told: " + what + " should be " + expected + " but is " + actual);
        }
    }

    private static void title(String text) {
        System.out.printf("%n%s%n", text);
    }

    private static void say(String text) {
        System.out.println("   " + text);
    }
}
