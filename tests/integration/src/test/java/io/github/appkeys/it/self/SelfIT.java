package io.github.appkeys.it.self;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.LastUses;
import io.github.appkeys.it.support.Refusals;
import io.github.appkeys.it.support.Self;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the holder of a pair is told, and the end that it can give to its appToken. */
@ExtendWith(KeycloakExtension.class)
class SelfIT {

    private static TestRealm realm;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
    }

    @Test
    void tellsWhatThePairIsAndMayDo() throws InterruptedException {
        TestPair pair = realm.createPair(Map.of("label", "ERP", "expiresAt", "2099-02-28T23:59:59Z", "contact",
                "erp@example.org"));
        pair.link("orders:read");

        Http.Response answer = expect(200, Self.read(pair));

        JsonNode self = answer.json();
        JsonNode token = pair.get().path("tokens").path(0);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(self.fieldNames()).toIterable().containsExactlyInAnyOrder("appKey", "label", "status", "roles",
                "token", "renewal", "address");
        assertThat(self.path("appKey").asText()).isEqualTo(pair.appKey());
        assertThat(self.path("label").asText()).isEqualTo("ERP");
        assertThat(self.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(self.path("roles")).hasSize(1);
        assertThat(self.path("roles").path(0).path("name").asText()).isEqualTo("orders:read");
        assertThat(self.path("roles").path(0).path("client").asText()).isEqualTo("orders-api");
        assertThat(self.path("token").fieldNames()).toIterable().containsExactlyInAnyOrder("id", "hint", "createdAt",
                "expiresAt", "lastUsedAt");
        for (String field : List.of("id", "hint", "createdAt", "expiresAt")) {
            assertThat(self.path("token").path(field)).isEqualTo(token.path(field));
        }
        assertThat(self.path("renewal").isNull()).isTrue();
        assertThat(self.path("address").asText()).isEqualTo("127.0.0.1");
        LastUses.await(pair);
    }

    @Test
    void answersAPairWithoutRolesAndWithBasic() {
        TestPair pair = realm.createPair("no role");

        Http.Response answer = Http.get(Self.url(realm)).header("Authorization", "Basic " + Base64.getEncoder()
                .encodeToString((pair.appKey() + ":" + pair.appToken()).getBytes())).send();

        assertThat(expect(200, answer).field("status")).isEqualTo("NO_ROLE");
        assertThat(answer.json().path("roles")).isEmpty();
    }

    @Test
    void tellsOfARenewalByAnAdministrator() {
        TestPair old = realm.createPair("renewed");
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 600));

        JsonNode told = expect(200, Self.read(old)).json();

        assertThat(told.path("token").path("expiresAt")).isEqualTo(told.path("renewal").path("finishAt"));
        assertThat(told.path("renewal").path("byHolder").asBoolean(true)).isFalse();
        assertThat(expect(200, Self.read(renewed)).json().path("token").path("expiresAt").isNull()).isTrue();
        expect(200, Self.read(old));
    }

    @Test
    void unknownAndWrongGetTheSameBytes() {
        TestPair pair = realm.linkedPair();
        TestPair other = realm.createPair("other");
        for (String call : List.of("", "/renewal", "/revocation")) {
            String method = call.isEmpty() ? "GET" : "POST";
            Http.Response wrong = expect(401, Self.request(method, new TestPair(realm, pair.appKey(),
                    other.appToken(), null), call).send());
            Http.Response unknown = expect(401, Self.request(method, new TestPair(realm, "unknown", other.appToken(),
                    null), call).send());

            assertThat(wrong.body()).isEqualTo(unknown.body()).doesNotContain("app_key_reason")
                    .contains("Invalid client or Invalid client credentials");
            assertThat(wrong.headers().map()).isEqualTo(unknown.headers().map());
            assertThat(wrong.header("Cache-Control")).isEqualTo("no-store");
            assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic ");
        }
        expect(200, pair.exchange());
    }

    @Test
    void refusesInTheWordsOfTheCatalogue() {
        TestPair pair = realm.linkedPair();
        pair.update(Map.of("enabled", false));
        assertThat(refusal(Self.read(pair))).isEqualTo("401 DISABLED");
        assertThat(realm.lastEvent().path("details").path("app_key_reason").asText()).isEqualTo("DISABLED");
        assertThat(realm.lastEvent().path("details").path("app_key_endpoint").asText()).isEqualTo("self");
        pair.update(Map.of("enabled", true, "allowedNetworks", List.of("192.0.2.0/24")));
        assertThat(refusal(Self.read(pair))).isEqualTo("401 ADDRESS_NOT_ALLOWED");
        assertThat(refusal(Self.revoke(pair))).isEqualTo("401 ADDRESS_NOT_ALLOWED");
        assertThat(refusal(Http.get(Self.url(realm)).send())).isEqualTo("401 MISSING_HEADER");
        assertThat(refusal(Self.read(new TestPair(realm, pair.appKey(), pair.appToken() + "x", null))))
                .startsWith("401 ");
    }

    @Test
    void isForItsOwnRealmWhileThatIsEnabledAndByTls(KeycloakServer server) {
        TestPair pair = realm.linkedPair();
        TestRealm other = TestRealm.enabled(server);
        expect(401, Self.read(Self.on(other, pair)));
        expect(401, Self.revoke(Self.on(other, pair)));
        assertThat(refusal(Self.read(Self.on(TestRealm.plain(server), pair)))).isEqualTo("401 NOT_ENABLED");

        TestPair there = other.linkedPair();
        expect(204, other.admin.put(other.path(""), Map.of("sslRequired", "all")));
        assertThat(refusal(Self.read(there))).isEqualTo("403 HTTPS_REQUIRED");
        assertThat(refusal(Self.revoke(there))).isEqualTo("403 HTTPS_REQUIRED");
        expect(204, other.admin.put(other.path(""), Map.of("sslRequired", "none", "enabled", false)));
        assertThat(refusal(Self.read(there))).isEqualTo("403 REALM_DISABLED");
        expect(204, other.admin.put(other.path(""), Map.of("enabled", true)));
        expect(200, Self.read(there));
    }

    @Test
    void revocationEndsTheAppTokenAtOnce() {
        TestPair pair = realm.linkedPair();
        expect(200, pair.exchange());
        expect(200, pair.exchange());

        Http.Response answer = expect(204, Self.revoke(pair));

        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        expect(401, pair.exchange());
        Refusals.assertEvent(realm, "ENDED_TOKEN");
        expect(401, Self.read(pair));
        expect(401, Self.revoke(pair));
        JsonNode ended = pair.get().path("endedTokens").path(0);
        assertThat(ended.path("cause").asText()).isEqualTo("REVOKED");
        assertThat(ended.path("endedBy").asText()).isEqualTo(pair.appKey());
        assertThat(acts(pair)).containsExactly("REVOKED_BY_HOLDER", "LINKED", "CREATED");
        JsonNode event = realm.lastAdminEvent();
        assertThat(event.path("resourcePath").asText()).isEqualTo("app-keys/" + pair.appKey() + "/self-revocation");
        assertThat(event.path("resourceType").asText()).isEqualTo("APP_KEY");
        assertThat(event.path("authDetails").path("ipAddress").asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void ofARenewalTheOtherAppTokenLivesOn() {
        TestPair old = realm.linkedPair();
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 600));

        expect(204, Self.revoke(renewed));

        expect(200, old.exchange());
        expect(401, renewed.exchange());
        JsonNode renewal = renewed.created().path("renewal");
        assertThat(old.get().path("renewal")).as("only who may undo it lets it live longer").isEqualTo(renewal);
        assertThat(old.listed().path("expiresAt")).isEqualTo(renewal.path("finishAt"));
        expect(204, realm.admin.delete(old.path("/renewal")));
        assertThat(old.listed().path("expiresAt").isNull()).isTrue();
        expect(200, old.exchange());
    }

    static List<String> acts(TestPair pair) {
        JsonNode history = expect(200, pair.realm().admin.get(pair.path("/history"))).json();
        return StreamSupport.stream(history.spliterator(), false).map(entry -> entry.path("act").asText()).toList();
    }

    private static String refusal(Http.Response answer) {
        return answer.status() + " " + answer.field("app_key_reason");
    }
}
