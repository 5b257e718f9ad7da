package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.it.support.GuardedRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Endpoints of Keycloak that show clients show nothing of a pair: no appToken, no hash, no client secret of an adopted
 * client (CVE-2026-16104, CVE-2026-89298, CVE-2026-107604).
 */
@ExtendWith(KeycloakExtension.class)
class NothingShownIT {

    private static GuardedRealm guarded;
    private static List<TestPair> pairs;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        guarded = new GuardedRealm(server);
        pairs = List.of(guarded.realm.linkedPair(), guarded.adopted());
    }

    @Test
    void installationsShowNothing() {
        List<String> providers = new ArrayList<>();
        JsonNode installations = expect(200, Http.get(guarded.realm.server.url() + "/admin/serverinfo")
                .header("Authorization", "Bearer " + guarded.realm.admin.accessToken()).send()).json()
                .path("clientInstallations");
        installations.forEach(protocol -> protocol.forEach(each -> providers.add(each.path("id").asText())));
        assertThat(providers).contains("keycloak-oidc-keycloak-json");

        for (TestPair pair : pairs) {
            for (String provider : providers) {
                assertNothing(pair, guarded.send(guarded.clerk, "GET",
                        "/clients/" + pair.clientUuid() + "/installation/providers/" + provider, null));
            }
            assertNothing(pair, guarded.register(guarded.registrationToken(pair.clientUuid()), "GET",
                    "install/" + pair.appKey(), null));
        }
    }

    @Test
    void clientRegistrationShowsNothing() {
        for (TestPair pair : pairs) {
            for (String provider : List.of("default", "openid-connect", "install")) {
                String token = guarded.registrationToken(pair.clientUuid());
                Http.Response got = guarded.register(token, "GET", provider + "/" + pair.appKey(), null);
                assertNothing(pair, got);
                assertNothing(pair, guarded.register(guarded.clerk, "GET", provider + "/" + pair.appKey(), null));
                if (got.status() == 200 && !provider.equals("install")) {
                    ObjectNode wish = (ObjectNode) got.json();
                    wish.remove("scope");
                    assertNothing(pair, guarded.register(guarded.registrationToken(pair.clientUuid()), "PUT",
                            provider + "/" + pair.appKey(), wish));
                }
            }
        }
    }

    @Test
    void theAdminApiShowsNothing() {
        for (TestPair pair : pairs) {
            String client = "/clients/" + pair.clientUuid();
            for (String path : List.of(client, client + "/client-secret", client + "/client-secret/rotated",
                    client + "/service-account-user", client + "/certificates/jwt.credential",
                    "/clients?clientId=" + Http.encode(pair.appKey()), "/admin-events?max=100", "/events?max=100",
                    client + "/evaluate-scopes/generate-example-access-token?userId=" + userId(pair))) {
                assertNothing(pair, guarded.send(guarded.clerk, "GET", path, null));
            }
            assertNothing(pair, guarded.send(guarded.clerk, "POST",
                    "/partial-export?exportClients=true&exportGroupsAndRoles=true", Map.of()));
        }
    }

    private static String userId(TestPair pair) {
        return pair.get().path("serviceAccountUserId").asText();
    }

    private static void assertNothing(TestPair pair, Http.Response response) {
        byte[] hash = sha256(pair.appToken());
        assertThat(response.status()).as(response.body()).isNotEqualTo(500);
        assertThat(response.body()).doesNotContain(pair.appToken(), pair.appToken().substring(40),
                GuardedRealm.SECRET, HexFormat.of().formatHex(hash), Base64.getEncoder().encodeToString(hash),
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                HexFormat.of().formatHex(sha256(GuardedRealm.SECRET)),
                Base64.getEncoder().encodeToString(sha256(GuardedRealm.SECRET)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
