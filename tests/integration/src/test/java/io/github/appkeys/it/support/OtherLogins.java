package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.TestRealm;

/** Every way to a token that is no password grant, with the clients shop (public) and erp (confidential). */
public final class OtherLogins {

    public static final String PASSWORD = "ada's password";
    public static final String SECRET = "erp-secret";

    private static final String CALLBACK = "http://localhost:9/callback";
    private static final Map<String, String> ADA = Map.of("username", "ada", "password", PASSWORD);

    private final TestRealm realm;

    private OtherLogins(TestRealm realm) {
        this.realm = realm;
    }

    /** Adds the two clients and the user ada, and has the events of all logins saved; her id. */
    public static String prepare(TestRealm realm) {
        expect(204, realm.admin.put(realm.path("/events/config"), Map.of("eventsEnabled", true, "enabledEventTypes",
                List.of("LOGIN", "LOGIN_ERROR", "CLIENT_LOGIN", "CLIENT_LOGIN_ERROR", "CODE_TO_TOKEN", "REFRESH_TOKEN",
                        "OAUTH2_DEVICE_CODE_TO_TOKEN"))));
        realm.createClient(Map.of("clientId", "shop", "publicClient", true, "directAccessGrantsEnabled", true,
                "redirectUris", List.of(CALLBACK),
                "attributes", Map.of("oauth2.device.authorization.grant.enabled", "true")));
        realm.createClient(Map.of("clientId", "erp", "publicClient", false, "secret", SECRET,
                "serviceAccountsEnabled", true, "directAccessGrantsEnabled", true));
        return realm.createUser("ada", PASSWORD);
    }

    /** Fails unless all of them work as they do in stock Keycloak. */
    public static void assertAllWork(TestRealm realm) {
        OtherLogins logins = new OtherLogins(realm);
        String refreshToken = logins.browser();
        logins.refresh(refreshToken);
        logins.device();
        logins.untouched("CLIENT_LOGIN", realm.tokenRequest(Map.of("grant_type", "client_credentials",
                "client_id", "erp", "client_secret", SECRET)).send());
    }

    /** A refresh token works; the next one. */
    public static String refresh(TestRealm realm, String refreshToken) {
        return new OtherLogins(realm).refresh(refreshToken);
    }

    private String browser() {
        Browser browser = new Browser(realm.server.url());
        Http.Response page = browser.open(realm.openId("/auth") + "?" + Http.form(Map.of("client_id", "shop",
                "response_type", "code", "scope", "openid", "redirect_uri", CALLBACK)));
        Http.Response done = expect(302, browser.submit(page, ADA));
        String code = done.header("Location").replaceAll(".*[?&]code=([^&]+).*", "$1");
        return untouched("CODE_TO_TOKEN", realm.tokenRequest(Map.of("grant_type", "authorization_code",
                "client_id", "shop", "redirect_uri", CALLBACK, "code", code)).send()).path("refresh_token").asText();
    }

    private String refresh(String refreshToken) {
        return untouched("REFRESH_TOKEN", realm.tokenRequest(Map.of("grant_type", "refresh_token", "client_id", "shop",
                "refresh_token", refreshToken)).send()).path("refresh_token").asText();
    }

    private void device() {
        JsonNode started = expect(200, Http.request("POST", realm.openId("/auth/device"))
                .body(TestRealm.FORM, "client_id=shop").send()).json();
        Browser browser = new Browser(realm.server.url());
        Http.Response login = browser.open(started.path("verification_uri_complete").asText());
        browser.submit(browser.submit(login, ADA), Map.of("accept", "Yes"));
        untouched("OAUTH2_DEVICE_CODE_TO_TOKEN", realm.tokenRequest(Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                "client_id", "shop", "device_code", started.path("device_code").asText())).send());
    }

    private JsonNode untouched(String type, Http.Response response) {
        assertThat(expect(200, response).headers().map()).doesNotContainKeys("deprecation", "sunset", "link");
        JsonNode event = realm.lastEvent();
        assertThat(event.path("type").asText()).isEqualTo(type);
        assertThat(event.path("details").has("password_grant")).isFalse();
        return response.json();
    }
}
