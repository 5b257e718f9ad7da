package io.github.appkeys.it.settings;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid settings get a clear answer and change nothing. */
@ExtendWith(KeycloakExtension.class)
class BadSettingsIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        ''; empty
        []; object
        {"enabled":"true"}; enabled must be true or false
        {"unknown":1}; Unknown field
        {"defaultOverlapSeconds":-1}; defaultOverlapSeconds must be between
        {"defaultOverlapSeconds":1.5}; defaultOverlapSeconds must be a whole number
        {"maxTokenAgeSeconds":"1"}; maxTokenAgeSeconds must be a whole number
        {"maxTokenAgeSeconds":99999999999999999999}; maxTokenAgeSeconds must be a whole number
        {"maxTokenAgeSeconds":9999999999}; maxTokenAgeSeconds must be between
        {"headerNames":"X"}; headerNames must be an object
        {"headerNames":{"appKey":"X-A"}}; header name
        {"headerNames":{"appKey":"X-A","appToken":"x-a"}}; different names
        {"headerNames":{"appKey":"X A","appToken":"X-B"}}; header name
        {"headerNames":{"appKey":"Authorization","appToken":"X-B"}}; starts with X-
        {"headerNames":{"appKey":"X-Forwarded-For","appToken":"X-B"}}; another meaning
        {"headerNames":{"appKey":"X-A_B","appToken":"X-B"}}; underscore or a dot
        {"headerNames":{"appKey":"X-A","appToken":"X-B","x":1}}; Unknown field
        """)
    void invalidSettingsAreRefusedAndNothingChanges(String body, String says) {
        String before = expect(200, realm.admin.get(realm.path("/app-keys/settings"))).body();

        Http.Response response = realm.admin.put(realm.path("/app-keys/settings"), body);

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.field("errorMessage")).contains(says);
        assertThat(realm.admin.get(realm.path("/app-keys/settings")).body()).isEqualTo(before);
    }
}
