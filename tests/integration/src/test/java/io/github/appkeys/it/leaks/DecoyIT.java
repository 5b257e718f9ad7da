package io.github.appkeys.it.leaks;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import io.github.appkeys.it.support.Diagnosed;
import io.github.appkeys.it.support.Leaks;
import io.github.appkeys.it.support.Mailbox;
import io.github.appkeys.it.support.Notices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A decoy opens nothing, looks like a wrong appToken, and tells who used it. */
@ExtendWith(KeycloakExtension.class)
class DecoyIT {

    private TestRealm realm;
    private TestPair decoy;

    @BeforeEach
    void realm(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        decoy = decoy(realm);
    }

    @Test
    void itIsRefusedLikeAWrongAppToken() {
        TestPair real = realm.linkedPair();
        Http.Response wrong = expect(401, realm.exchange(real.appKey(), decoy.appToken()));
        for (int round = 0; round < 2; round++) {
            Http.Response used = expect(401, decoy.exchange());
            assertThat(used.body()).isEqualTo(wrong.body());
            assertThat(headers(used)).isEqualTo(headers(wrong));
            assertRefusal("DECOY");
            decoy.update(Map.of("enabled", false));
        }
        expect(401, realm.exchange(decoy.appKey(), real.appToken()));
        assertRefusal("WRONG_TOKEN");
    }

    @Test
    void itsUseIsTold(KeycloakServer server) throws Exception {
        String contact = Mailbox.newAddress();
        decoy.update(Map.of("contact", contact));
        realm.administrator("keys", "a password", "manage-app-keys");
        try (Mailbox mailbox = new Mailbox()) {
            mailbox.connect(realm, "en");
            decoy.exchange();
            JsonNode alarm = Leaks.awaitAlarm(decoy, "DECOY_USED");
            Leaks.await(() -> !mailbox.of("keys@example.org").isEmpty() && !mailbox.of(contact).isEmpty(), "the mails");

            assertThat(alarm.path("address").asText()).isEqualTo("127.0.0.1");
            assertThat(alarm.path("lastAt").asText()).isNotEmpty();
            decoy.exchange();
            Leaks.await(() -> Leaks.alarm(decoy, "DECOY_USED").path("times").asInt() == 2, "the second use");
            assertThat(mailbox.of(contact)).hasSize(1);
            assertThat(mailbox.of(contact).get(0).text()).contains("decoy", "127.0.0.1").doesNotContain("apptoken_");
        }
        assertThat(Notices.of(decoy)).contains("DECOY_USED");
        assertThat(Diagnosed.of(decoy).message("DECOY")).contains("decoy");
        assertThat(Leaks.counted(server, "app_key_alarms_total{kind=\"decoy_used\"}")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void itNeverOpensAnything() {
        expect(409, realm.admin.post(decoy.path("/roles"),
                List.of(Map.of("name", "orders:read", "client", "orders-api"))));
        expect(409, decoy.renew(Map.of()));
        expect(409, decoy.renew(Map.of("delivery", "LINK")));
        expect(409, realm.admin.post(decoy.path("/claim-link"), Map.of()));
        assertThat(realm.admin.put(decoy.path(""), Map.of("decoy", false)).status()).isEqualTo(400);
        decoy.update(Map.of("enabled", true, "label", "other"));
        // whatever Keycloak's own API does to the service account
        String management = realm.clientUuid("orders-api");
        Object role = realm.admin.get(realm.path("/clients/" + management + "/roles/orders:read")).json();
        expect(204, realm.admin.post(realm.path("/users/" + decoy.serviceAccountUserId() + "/role-mappings/clients/"
                + management), List.of(role)));
        expect(401, decoy.exchange());
        assertThat(decoy.get().path("decoy").asBoolean()).isTrue();
        assertThat(decoy.get().path("status").asText()).isEqualTo("EXPIRED");
        assertThat(decoy.get().path("statusReason").asText()).isEqualTo("DECOY");
    }

    @Test
    void someFieldsDoNotGoTogether(KeycloakServer server) {
        for (Map<String, Object> more : List.<Map<String, Object>>of(Map.of("delivery", "LINK"),
                Map.of("clientId", "orders-api"), Map.of("expiresAt", "2099-01-01T00:00:00Z"))) {
            Map<String, Object> body = new HashMap<>(Map.of("label", "x", "decoy", true));
            body.putAll(more);
            expect(400, realm.admin.post(realm.path("/app-keys"), body));
        }
        AdminApi viewer = realm.administrator("viewer", "a password", "view-app-keys", "renew-app-tokens");
        expect(403, viewer.post(realm.path("/app-keys"), Map.of("label", "x", "decoy", true)));
        AdminApi other = TestRealm.enabled(server).administrator("keys", "a password", "manage-app-keys");
        expect(403, other.post(realm.path("/app-keys"), Map.of("label", "x", "decoy", true)));
    }

    @Test
    void exportAndImportKeepIt(KeycloakServer server) {
        String file = Archives.json(realm, "").body();
        assertThat(file).contains("\"decoy\":true");
        TestRealm other = TestRealm.enabled(server);
        expect(200, Archives.imports(other, file, false));
        TestPair imported = new TestPair(other, decoy.appKey(), decoy.appToken(), decoy.created());

        assertThat(imported.get().path("decoy").asBoolean()).isTrue();
        expect(401, imported.exchange());
        Leaks.awaitAlarm(imported, "DECOY_USED");
        assertThat(Leaks.alarm(decoy, "DECOY_USED")).as("used in the other realm").isNull();
        String real = file.replace("\"decoy\":true", "\"decoy\":false");
        TestRealm third = TestRealm.enabled(server);
        expect(200, Archives.imports(third, real, true));
    }

    private static TestPair decoy(TestRealm realm) {
        return realm.createPair(Map.of("label", "backup", "decoy", true));
    }

    private static Map<String, List<String>> headers(Http.Response response) {
        Map<String, List<String>> headers = new HashMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }

    /** The alarm is told by an event of its own, which may come after that of the refusal. */
    private void assertRefusal(String reason) {
        JsonNode event = realm.admin.get(realm.path("/events?type=CLIENT_LOGIN_ERROR&max=1")).json().path(0);
        assertThat(event.path("details").path("app_key_reason").asText()).isEqualTo(reason);
        assertThat(event.toString()).doesNotContain("apptoken_");
    }
}
