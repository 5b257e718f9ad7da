package io.github.appkeys.it.diagnosis;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Clients;
import io.github.appkeys.it.support.Diagnosed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Causes in the pair, its client and its service account: named until they are fixed. */
@ExtendWith(KeycloakExtension.class)
class ClientDiagnosisIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void thePairIsDisabled() {
        TestPair pair = realm.linkedPair();
        pair.update(Map.of("enabled", false));
        expect(401, pair.exchange());
        Diagnosed diagnosed = Diagnosed.of(pair);
        diagnosed.assertRefusedFor("DISABLED");
        assertThat(diagnosed.message("DISABLED")).startsWith("This pair is disabled since 20");

        pair.update(Map.of("enabled", true));

        Diagnosed.assertWorksAgain(pair);
    }

    @Test
    void theClientHasAnotherAuthenticator() {
        realm.settings(Map.of("guardAdministrators", false));
        TestPair pair = realm.linkedPair();
        Clients.change(pair, "clientAuthenticatorType", "client-jwt");
        expect(401, pair.exchange());
        Diagnosed diagnosed = Diagnosed.of(pair);
        diagnosed.assertRefusedFor("AUTHENTICATOR_CHANGED");
        assertThat(diagnosed.message("AUTHENTICATOR_CHANGED")).contains("with client-jwt instead");

        Clients.change(pair, "clientAuthenticatorType", "app-key");

        Diagnosed.assertWorksAgain(pair);
    }

    @Test
    void theServiceAccountIsDeleted() {
        TestPair pair = realm.linkedPair();
        expect(204, realm.admin.delete(realm.path("/users/" + pair.serviceAccountUserId())));
        expect(400, pair.exchange());
        Diagnosed.of(pair).assertRefusedFor("SERVICE_ACCOUNT_BROKEN", "NO_ROLE");

        pair.link("orders:read");

        Diagnosed.assertWorksAgain(pair);
    }

    @Test
    void theServiceAccountIsDisabled() {
        TestPair pair = realm.linkedPair();
        expect(204, realm.admin.put(realm.path("/users/" + pair.serviceAccountUserId()), Map.of("enabled", false)));
        assertThat(pair.exchange().status()).isEqualTo(401);
        Diagnosed.of(pair).assertRefusedFor("SERVICE_ACCOUNT_BROKEN");

        expect(204, realm.admin.put(realm.path("/users/" + pair.serviceAccountUserId()), Map.of("enabled", true)));

        Diagnosed.assertWorksAgain(pair);
    }

    @Test
    void theAddressIsNotAllowed() {
        TestPair pair = realm.linkedPair();
        pair.update(Map.of("allowedNetworks", List.of("192.0.2.0/24")));
        expect(401, pair.exchange());
        Diagnosed.of(pair, Map.of("address", "198.51.100.1")).assertRefusedFor("ADDRESS_NOT_ALLOWED");
        assertThat(Diagnosed.of(pair, Map.of("address", "192.0.2.7")).errors()).isEmpty();
        assertThat(Diagnosed.of(pair).message("ADDRESS_NOT_ALLOWED"))
                .isEqualTo("The pair may be used from 192.0.2.0/24");

        pair.update(Map.of("allowedNetworks", List.of()));

        Diagnosed.assertWorksAgain(pair);
    }
}
