package io.github.appkeys.it.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Repeated;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An invalid new pair gets a clear answer, never a 500, and leaves nothing behind. */
@ExtendWith(KeycloakExtension.class)
class BadPairIT {

    private static TestRealm realm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.createPair(Map.of("label", "taken", "appKey", "taken-key"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        ''; empty
        null; object
        []; object
        {; not well-formed
        {"label":"a"} {}; not well-formed
        {"label":"a","label":"b"}; not well-formed
        {}; label is missing
        {"label":null}; label is missing
        {"label":""}; label is missing
        {"label":"  \\t "}; label is missing
        {"label":1}; label must be a text
        {"label":["a"]}; label must be a text
        {"label":"x*300"}; label has more than 255
        {"label":"a\\u0007b"}; cannot be printed
        {"label":"a\\nb"}; cannot be printed
        {"label":"a\\u0000b"}; NUL
        {"label":"a\\u202eb"}; cannot be printed
        {"label":"a","description":"x*300"}; description has more than 255
        {"label":"a","secret":"x"}; Unknown field
        {"label":"a","tokens":[]}; Unknown field
        {"label":"a","appKey":"ab"}; appKey has 3 to
        {"label":"a","appKey":"x*201"}; at most 200
        {"label":"a","appKey":"x*300"}; appKey has 3 to
        {"label":"a","appKey":"-abc"}; appKey has 3 to
        {"label":"a","appKey":"a/b"}; appKey has 3 to
        {"label":"a","appKey":"chave-ção"}; appKey has 3 to
        {"label":"a","appKey":"settings"}; reserved
        {"label":"a","appKey":"password-grants"}; reserved
        {"label":"a","appKey":"realm-management"}; reserved for a client of Keycloak
        {"label":"a","appKey":"apptoken_123"}; apptoken_
        {"label":"a","appKey":5}; appKey must be a text
        {"label":"a","expiresAt":"tomorrow"}; ISO 8601
        {"label":"a","expiresAt":"2030-01-01T00:00:00"}; time zone
        {"label":"a","expiresAt":"2030-02-30T00:00:00Z"}; ISO 8601
        {"label":"a","expiresAt":1}; expiresAt must be a text
        {"label":"a","expiresAt":"2001-01-01T00:00:00Z"}; not in the future
        {"label":"a","expiresAt":"+999999999-12-31T23:59:59Z"}; ISO 8601
        {"label":"a","allowedNetworks":"10.0.0.0/8"}; allowedNetworks must be an array
        {"label":"a","allowedNetworks":[1]}; allowedNetworks must be a text
        {"label":"a","allowedNetworks":["10.0.0.0/8","10.0.0.0/33"]}; Entry 2
        {"label":"a","allowedNetworks":["example.org"]}; Entry 1
        {"label":"a","delivery":"PIGEON"}; delivery
        """)
    void anInvalidPairIsRefusedAndNothingIsStored(String body, String says) {
        Map<String, Long> before = Rows.ofPairs(realm.server);

        Http.Response response = realm.admin.post(realm.path("/app-keys"), Repeated.in(body));

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.field("errorMessage")).contains(says);
        assertThat(Rows.ofPairs(realm.server)).isEqualTo(before);
    }

    @Test
    void aPairWithMoreThanFiftyNetworksIsRefused() {
        Map<String, Long> before = Rows.ofPairs(realm.server);

        Http.Response response = realm.admin.post(realm.path("/app-keys"),
                Map.of("label", "a", "allowedNetworks", Collections.nCopies(51, "10.0.0.1")));

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.field("errorMessage")).contains("more than 50");
        assertThat(Rows.ofPairs(realm.server)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERP", "שלום עולם", "مرحبا", "日本語の統合", "🚀 Rocket", "👩‍👩‍👧‍👦", "<b>&\"'</b>",
            "${jndi:ldap://x}", "%00%n%s", "'; drop table CLIENT; --"})
    void labelsMayBeAnyPrintableText(String label) {
        if (Rows.keepsThreeBytes(realm.server) && label.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            for (Http.Response response : new Http.Response[] {
                    realm.admin.post(realm.path("/app-keys"), Map.of("label", label)),
                    realm.admin.put(pair.path(""), Map.of("label", label)),
                    realm.admin.post(pair.path("/roles"), List.of(Map.of("name", label)))}) {
                assertThat(response.status()).as(response.body()).isEqualTo(400);
                assertThat(response.field("errorMessage")).contains("cannot keep or search such characters");
            }
            assertThat(realm.admin.get(realm.path("/app-keys?search=" + Http.encode(label))).json()).isEmpty();
            return;
        }
        TestPair created = realm.createPair(Map.of("label", label, "description", "line 1\nline 2"));

        assertThat(created.get().path("label").asText()).isEqualTo(label);
        assertThat(created.get().path("description").asText()).isEqualTo("line 1\nline 2");
        assertThat(realm.admin.get(realm.path("/app-keys?search=" + Http.encode(label))).body())
                .contains(created.appKey());
    }

    @Test
    void aLabelOf255CharactersIsKept() {
        String label = "ü".repeat(255);

        assertThat(realm.createPair(label).get().path("label").asText()).isEqualTo(label);
    }

    @Test
    void aTakenAppKeyIsAConflict() {
        realm.createClient(Map.of("clientId", "stock-client"));
        realm.createUser("service-account-user-there", "a password");
        Map<String, Long> before = Rows.ofPairs(realm.server);

        for (String appKey : new String[] {"taken-key", "Taken-Key", "stock-client", "user-there"}) {
            Http.Response response = realm.admin.post(realm.path("/app-keys"), Map.of("label", "b", "appKey", appKey));
            assertThat(response.status()).as(appKey).isEqualTo(409);
            assertThat(response.field("errorMessage")).contains("taken");
        }
        assertThat(Rows.ofPairs(realm.server)).isEqualTo(before);
    }
}
