package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.TestRealm;

/** Password grants of the clients and the user of {@link OtherLogins}, and the cutoff that ends them. */
public final class PasswordGrants {

    /** The documentation page of the realm. */
    public static final String PAGE = "https://docs.example.org/keys";
    /** A cutoff that has passed. */
    public static final String PAST = "2026-01-31T09:00:00-03:00";
    /** A cutoff that is to come. */
    public static final String FUTURE = "2036-11-13T14:00:00-02:00";
    /** The error description after a cutoff. */
    public static final String ENDED = "Password grants ended on %s. Use an appKey and appToken: " + PAGE;

    private PasswordGrants() {
    }

    /** Removes the cutoff and the events of a realm. */
    public static void reset(TestRealm realm) {
        realm.settings(Map.of("enabled", true, "passwordGrants", Json.of("cutoff", null, "scope", "ALL",
                "clients", List.of(), "exceptions", List.of(), "documentationUrl", PAGE)));
        // with it, Keycloak now and then takes two quick logins for one that is still under way
        expect(204, realm.admin.put(realm.path(""), Map.of("bruteForceProtected", false)));
        // some tests have events of the future
        expect(204, realm.admin.delete(realm.path("/events")));
    }

    /** Sets the cutoff of a realm; null for none. */
    public static void cutoff(TestRealm realm, String moment) {
        realm.settings(Map.of("passwordGrants", Json.of("cutoff", moment)));
    }

    /** A password grant of ada. */
    public static Http.Response grant(TestRealm realm, String clientId) {
        return grant(realm, clientId, "ada", OtherLogins.PASSWORD);
    }

    /** A password grant. */
    public static Http.Response grant(TestRealm realm, String clientId, String username, String password) {
        Map<String, String> form = new HashMap<>(Map.of("grant_type", "password", "client_id", clientId,
                "username", username, "password", password));
        if (clientId.equals("erp")) {
            form.put("client_secret", OtherLogins.SECRET);
        }
        return realm.tokenRequest(form).send();
    }

    /** The outcome of a password grant with the right password: ALLOWED, DEPRECATED, ENDED, or what it is instead. */
    public static String outcome(Http.Response response) {
        if (response.status() == 200) {
            boolean warned = Stream.of("Deprecation", "Sunset").allMatch(name -> !response.header(name).isEmpty());
            boolean silent = Stream.of("Deprecation", "Sunset", "Link")
                    .allMatch(name -> response.header(name).isEmpty());
            return warned ? "DEPRECATED" : silent ? "ALLOWED" : "half warned: " + response.headers();
        }
        return response.status() == 400 && response.field("error").equals("unauthorized_client")
                && response.field("error_description").startsWith("Password grants ended on ")
                ? "ENDED" : response.status() + " " + response.body();
    }
}
