package io.github.appkeys.it.leaks;

import static io.github.appkeys.harness.TestRealm.expect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Leaks;
import io.github.appkeys.it.support.Leaks.Partner;
import io.github.appkeys.it.support.Notices;
import io.github.appkeys.it.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A partner that signs its report is told which appTokens are real, in the form of GitHub's programme. */
@ExtendWith(KeycloakExtension.class)
class LeakPartnerIT {

    private final Partner partner = Partner.create("bcb53661c06b4728");
    private TestRealm realm;
    private TestPair pair;

    @BeforeEach
    void realm(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        Leaks.allow(realm, Map.of("partners", List.of(partner.setting("GitHub"))));
        pair = realm.linkedPair();
    }

    @Test
    void theLabelsNameTheAppTokensByTheirHash() throws Exception {
        TestPair ended = realm.linkedPair();
        ended.renewed(Map.of("overlapSeconds", 0));
        String unknown = Tokens.random(new Random());
        Http.Response answer = report(List.of(pair.appToken(), unknown, ended.appToken(), "ghp_x"));

        List<String> labels = new ArrayList<>();
        answer.json().forEach(label -> labels.add(label.path("label").asText()));
        assertThat(labels).containsExactly("true_positive", "false_positive", "true_positive", "false_positive");
        JsonNode first = answer.json().path(0);
        assertThat(first.path("token_hash").asText()).isEqualTo(Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(pair.appToken().getBytes(UTF_8))));
        assertThat(first.path("token_type").asText()).isEqualTo("acme_app_token");
        assertThat(first).hasSize(3);
        assertThat(answer.body()).doesNotContain("apptoken_", "ghp_x");
        Leaks.awaitAlarm(pair, "LEAKED");
        assertThat(Notices.events(pair).path(0).path("details")
                .path("app_key_leak_partner").asText()).isEqualTo("GitHub");
    }

    @Test
    void withoutAValidSignatureTheAnswerTellsNothing() {
        byte[] body = Leaks.entry(pair.appToken(), "").getBytes(UTF_8);
        Partner other = Partner.create(partner.keyId());
        Partner unknown = Partner.create("another-key");
        for (Http.Response answer : List.of(Leaks.signed(realm, partner, body, other.sign(body)),
                Leaks.signed(realm, unknown, body, unknown.sign(body)),
                Leaks.signed(realm, partner, body, partner.sign("other".getBytes(UTF_8))),
                Leaks.signed(realm, partner, body, "not base64 !"),
                Leaks.signed(realm, partner, body, "A".repeat(5000)))) {
            assertThat(expect(202, answer).body()).isEqualTo("{}");
        }
    }

    /** So that no administrator of one realm learns which appTokens are right in another one. */
    @Test
    void anotherRealmIsToldAboutOnlyWhereItTrustsTheSameKey(KeycloakServer server) {
        TestPair there = TestRealm.enabled(server).linkedPair();
        Leaks.allow(there.realm(), Map.of());
        assertThat(label(there)).isEqualTo("false_positive");
        Leaks.allow(there.realm(), Map.of("partners",
                List.of(Map.of("name", "GitHub", "keyId", "other-id", "publicKey", partner.pem()))));
        assertThat(label(there)).isEqualTo("true_positive");
    }

    @Test
    void aThousandEntriesAreTaken() {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 999; i++) {
            tokens.add(pair.appToken().substring(0, 53) + "%05d".formatted(i));
        }
        tokens.add(pair.appToken());
        Http.Response answer = report(tokens);
        assertThat(answer.json()).hasSize(1000);
        assertThat(answer.json().path(999).path("label").asText()).isEqualTo("true_positive");
        tokens.add("one more");
        byte[] body = body(tokens);
        assertThat(expect(400, Leaks.signed(realm, partner, body, partner.sign(body))).body()).contains("1000 tokens");
    }

    private String label(TestPair reported) {
        return report(List.of(reported.appToken())).json().path(0).path("label").asText();
    }

    private Http.Response report(List<String> tokens) {
        byte[] body = body(tokens);
        return expect(200, Leaks.signed(realm, partner, body, partner.sign(body)));
    }

    private static byte[] body(List<String> tokens) {
        return Json.text(tokens.stream().map(token -> Map.of("token", token, "type", "acme_app_token", "url", "",
                "source", "commit")).toList()).getBytes(UTF_8);
    }
}
