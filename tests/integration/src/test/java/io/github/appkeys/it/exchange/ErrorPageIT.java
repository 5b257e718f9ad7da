package io.github.appkeys.it.exchange;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a realm names a page of errors, each refusal points to its section. */
@ExtendWith(KeycloakExtension.class)
class ErrorPageIT {

    private static final String PAGE = "https://docs.example.com/errors";

    @Test
    void eachRefusalLinksToItsSection(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.createPair("bare");
        document(realm, PAGE);

        assertThat(expect(400, pair.exchange()).field("error_uri")).isEqualTo(PAGE + "#NO_ROLE");
        assertThat(expect(401, realm.exchange(pair.appKey(), "short")).field("error_uri"))
                .isEqualTo(PAGE + "#CHECKSUM");
        pair.update(Map.of("enabled", false));
        assertThat(expect(401, pair.exchange()).field("error_uri")).isEqualTo(PAGE + "#DISABLED");
    }

    @Test
    void theLinkRevealsNoMoreThanTheResponse(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestPair pair = realm.linkedPair();
        TestPair other = realm.linkedPair();
        document(realm, PAGE);

        Http.Response wrong = expect(401, realm.exchange(pair.appKey(), other.appToken()));
        Http.Response unknown = expect(401, realm.exchange("no-such-key", other.appToken()));

        assertThat(wrong.field("error_uri")).isEqualTo(PAGE + "#INVALID_CREDENTIALS");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void anAdoptedClientInItsGraceTimeLooksLikeAnUnknownOne(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        realm.createClient(Map.of("clientId", "old-erp", "secret", "old-secret", "serviceAccountsEnabled", true));
        expect(201, realm.admin.post(realm.path("/app-keys"), Map.of("clientId", "old-erp",
                "finishAt", "2099-01-01T00:00:00Z")));
        document(realm, PAGE);

        Http.Response adopted = bySecret(realm, "old-erp");

        assertThat(adopted.body()).isEqualTo(bySecret(realm, "no-such-client").body());
        assertThat(adopted.status()).isEqualTo(401);
    }

    private static Http.Response bySecret(TestRealm realm, String clientId) {
        return realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", clientId,
                "client_secret", "wrong")).send();
    }

    @Test
    void anInvalidPageAddressIsIgnored(KeycloakServer server) {
        TestRealm realm = TestRealm.imported(server, Map.of("attributes", Map.of("appKeys.enabled", "true",
                "appKeys.documentationUrl", "javascript:alert(1)")));
        TestPair pair = realm.createPair("bare");

        assertThat(expect(400, pair.exchange()).json().has("error_uri")).isFalse();
    }

    private static void document(TestRealm realm, String url) {
        realm.settings(Map.of("passwordGrants", Map.of("documentationUrl", url)));
    }
}
