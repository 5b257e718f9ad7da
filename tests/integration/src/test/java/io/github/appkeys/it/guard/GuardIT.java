package io.github.appkeys.it.guard;

import static io.github.appkeys.harness.TestRealm.expect;
import static io.github.appkeys.it.support.GuardedRealm.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.GuardedRealm;
import io.github.appkeys.it.support.GuardedRealm.Way;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Only a key manager may change or delete what protects an API client, whichever way Keycloak offers for it. */
@ExtendWith(KeycloakExtension.class)
class GuardIT {

    private static final String RENEW = "renew its appToken";

    private static GuardedRealm guarded;
    private static TestRealm realm;
    /** Refused changes are tried on this pair. */
    private static TestPair target;
    private static ObjectNode before;
    private static String registrationToken;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        guarded = new GuardedRealm(server);
        realm = guarded.realm;
        target = guarded.adopted();
        registrationToken = guarded.registrationToken(target.clientUuid());
        before = guarded.client(target.clientUuid());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        clientAuthenticatorType; {"clientAuthenticatorType":"client-secret"}; renew its appToken
        secret; {"secret":"a-secret-of-my-own"}; renew its appToken
        publicClient; {"publicClient":true}; make another client instead
        bearerOnly; {"bearerOnly":true}; make another client instead
        serviceAccountsEnabled; {"serviceAccountsEnabled":false}; make another client instead
        standardFlowEnabled; \
        {"standardFlowEnabled":true,"redirectUris":["https://x.example.org/*"]}; client_credentials
        implicitFlowEnabled; {"implicitFlowEnabled":true}; make another client instead
        directAccessGrantsEnabled; {"directAccessGrantsEnabled":true}; make another client instead
        protocol; {"protocol":"saml"}; make another client instead
        oauth2.device.authorization.grant.enabled; \
        {"attributes":{"oauth2.device.authorization.grant.enabled":"true"}}; make another
        oidc.ciba.grant.enabled; {"attributes":{"oidc.ciba.grant.enabled":"true"}}; make another client instead
        client_credentials.use_refresh_token; \
        {"attributes":{"client_credentials.use_refresh_token":"true"}}; make another client instead
        standard.token.exchange.enabled; \
        {"attributes":{"standard.token.exchange.enabled":"true"}}; make another client instead
        oauth2.jwt.authorization.grant.enabled; \
        {"attributes":{"oauth2.jwt.authorization.grant.enabled":"true"}}; make another
        client.secret.rotated; {"attributes":{"client.secret.rotated":"a-secret-of-my-own"}}; renew its appToken
        appKeys.clientSecretUntil; {"attributes":{"appKeys.clientSecretUntil":""}}; renew its appToken
        appKeys.clientSecretUntil; \
        {"attributes":{"appKeys.clientSecretUntil":"2999-01-01T00:00:00Z"}}; renew its appToken
        """)
    void onlyAKeyManagerMayChangeProtectedSettings(String setting, String change, String instead) {
        ObjectNode client = GuardedRealm.changed(before, Json.parse(change));
        for (Way way : Way.values()) {
            assertRefused(way, guarded.send(way, guarded.clerk, target.appKey(), client.deepCopy()),
                    way == Way.PARTIAL_IMPORT ? "disable it instead" : instead,
                    way == Way.PARTIAL_IMPORT ? "overwrite" : setting);
        }
        assertRefused(Way.REGISTRATION,
                guarded.send(Way.REGISTRATION, registrationToken, target.appKey(), client), setting);
        // as by kcadm.sh update -s
        assertRefused(Way.ADMIN_REST,
                guarded.send(guarded.clerk, "PUT", "/clients/" + target.clientUuid(), Json.parse(change)), setting);
        assertThat(guarded.client(target.clientUuid())).isEqualTo(before);

        for (Way way : List.of(Way.ADMIN_REST, Way.REGISTRATION)) {
            TestPair pair = guarded.adopted();
            ObjectNode own = guarded.client(pair.clientUuid());
            Http.Response response = guarded.send(way, guarded.keeper, pair.appKey(),
                    GuardedRealm.changed(own, Json.parse(change)));
            assertThat(response.status()).as("%s: %s", way, response.body()).isBetween(200, 204);
            // these are put right at once
            if (!List.of("secret", "client_credentials.use_refresh_token").contains(setting)) {
                assertThat(guarded.client(pair.clientUuid())).isNotEqualTo(own);
            }
        }
    }

    @Test
    void thePairWorksAfterTheRefusedChanges() {
        expect(200, target.exchange());
        expect(200, realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", target.appKey(),
                "client_secret", GuardedRealm.SECRET)).send());
        assertThat(guarded.send(guarded.keeper, "GET", "/clients/" + target.clientUuid() + "/client-secret", null)
                .field("value")).isEmpty();
    }

    @Test
    void onlyAKeyManagerMayChangeTheAppKey() {
        assertRefused(Way.ADMIN_REST, guarded.send(guarded.clerk, "PUT", "/clients/" + target.clientUuid(),
                GuardedRealm.changed(before, Map.of("clientId", "renamed"))), "clientId", "create a pair");
        TestPair pair = guarded.adopted();

        expect(204, guarded.send(guarded.keeper, "PUT", "/clients/" + pair.clientUuid(),
                Map.of("clientId", "renamed-by-keeper")));

        assertThat(realm.clientUuid("renamed-by-keeper")).isEqualTo(pair.clientUuid());
    }

    @Test
    void onlyAKeyManagerMayGenerateAClientSecret() {
        String path = "/clients/" + target.clientUuid() + "/client-secret";
        assertRefused(Way.ADMIN_REST, guarded.send(guarded.clerk, "POST", path, null), "secret", RENEW);
        assertThat(guarded.send(guarded.keeper, "GET", path, null).field("value")).isEmpty();

        expect(200, guarded.send(guarded.keeper, "POST",
                "/clients/" + guarded.adopted().clientUuid() + "/client-secret", null));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void onlyAKeyManagerMayDeleteOrOverwrite(Way way) {
        TestPair pair = guarded.adopted();
        String token = guarded.registrationToken(pair.clientUuid());
        ObjectNode client = guarded.client(pair.clientUuid());

        assertRefused(way, remove(way, guarded.clerk, pair, client),
                "DELETE /admin/realms/" + realm.name + "/app-keys/");
        if (way == Way.REGISTRATION) {
            assertRefused(way, remove(way, token, pair, client), "delete or overwrite");
        }
        assertThat(guarded.client(pair.clientUuid())).isEqualTo(client);
        expect(200, pair.exchange());
        assertThat(remove(way, guarded.keeper, pair, client).status()).isBetween(200, 204);
        expect(401, pair.exchange());
    }

    private static Http.Response remove(Way way, String token, TestPair pair, ObjectNode client) {
        return switch (way) {
            case ADMIN_REST -> guarded.send(token, "DELETE", "/clients/" + pair.clientUuid(), null);
            case REGISTRATION -> guarded.register(token, "DELETE", "default/" + pair.appKey(), null);
            case PARTIAL_IMPORT -> guarded.importClient(token, client.deepCopy(), "OVERWRITE");
        };
    }
}
