package io.github.appkeys.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.TestRealm;

/** What a refused exchange leaves. */
public final class Refusals {

    private Refusals() {
    }

    /** A response has a status and an OAuth error. */
    public static void assertRefused(RawHttp.Response response, int status, String error) {
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(response.json().path("error").asText()).isEqualTo(error);
    }

    /** The newest failed login of a client is for a reason, and without the appToken. An alarm may come after it. */
    public static void assertEvent(TestRealm realm, String reason) {
        JsonNode event = realm.admin.get(realm.path("/events?type=CLIENT_LOGIN_ERROR&max=1")).json().path(0);
        assertThat(event.path("details").path("app_key_reason").asText()).isEqualTo(reason);
        assertThat(event.toString()).doesNotContain("apptoken_");
    }
}
