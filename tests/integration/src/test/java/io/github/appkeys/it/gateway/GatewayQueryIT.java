package io.github.appkeys.it.gateway;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Jwt;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Gateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway asks for in its query. */
@ExtendWith(KeycloakExtension.class)
class GatewayQueryIT {

    private static TestRealm realm;
    private static TestPair pair;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        pair = realm.linkedPair();
        expect(204, realm.admin.post(pair.path("/roles"), List.of(Map.of("name", "catalog-viewer"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?role=orders-api:orders%3Aread", "?role=catalog-viewer",
        "?role=orders-api:orders%3Aread&role=catalog-viewer", "?role=%63atalog-viewer&token=false"})
    void passesWithTheRoles(String query) {
        expect(200, Gateway.ask(pair, query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?role=orders-api:orders%3Awrite", "?role=catalog-viewer&role=orders-api:orders%3Awrite",
        "?role=orders%3Aread", "?role=other:orders%3Aread", "?role=orders-api%3Aorders%3Aread",
        "?role=Catalog-Viewer"})
    void isRefusedWithoutOneOfTheRoles(String query) {
        Http.Response answer = expect(403, Gateway.ask(pair, query));

        assertThat(answer.field("error")).isEqualTo("insufficient_scope");
        assertThat(answer.field("app_key_reason")).isEqualTo("ROLE_MISSING");
        assertThat(answer.header("Authorization")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?roles=catalog-viewer", "?role=", "?role", "?token=no", "?scope=", "?preflight=true",
        "?client_id=x", "?role=a:b:c", "?&"})
    void isRefusedWhereTheQueryIsNotUnderstood(String query) {
        assertThat(expect(403, Gateway.ask(pair, query)).field("app_key_reason")).isEqualTo("BAD_QUERY");
    }

    @Test
    void aScopeIsRequestedAndNeeded() {
        String without = Gateway.token(Gateway.ask(pair));
        String with = Gateway.token(Gateway.ask(pair, "?scope=phone%20address"));

        assertThat(Jwt.claims(without).path("scope").asText()).doesNotContain("phone");
        assertThat(Jwt.claims(with).path("scope").asText()).contains("phone").contains("address");
        assertThat(Gateway.token(Gateway.ask(pair, "?scope=address&scope=phone"))).isEqualTo(with);
        for (String query : List.of("?scope=no-such-scope", "?scope=phone+no-such-scope&token=false")) {
            assertThat(expect(403, Gateway.ask(pair, query)).field("app_key_reason")).isEqualTo("SCOPE_MISSING");
        }
    }

    @Test
    void aScopeForOtherRolesIsMissing(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair there = own.linkedPair();
        expect(201, own.admin.post(own.path("/client-scopes"), Map.of("name", "managers", "protocol",
                "openid-connect")));
        String scope = own.admin.get(own.path("/client-scopes")).json().findParents("name").stream()
                .filter(each -> each.path("name").asText().equals("managers")).findFirst().orElseThrow().path("id")
                .asText();
        expect(204, own.admin.put(own.path("/clients/" + there.clientUuid() + "/optional-client-scopes/" + scope),
                Map.of()));
        expect(200, Gateway.ask(there, "?scope=managers"));

        expect(204, own.admin.post(own.path("/client-scopes/" + scope + "/scope-mappings/realm"),
                List.of(own.admin.get(own.path("/roles/catalog-viewer")).json())));

        expect(403, Gateway.ask(there, "?scope=managers"));
        expect(403, Gateway.ask(there, "?scope=managers&token=false"));
        expect(204, own.admin.post(there.path("/roles"), List.of(Map.of("name", "catalog-viewer"))));
        expect(200, Gateway.ask(there, "?scope=managers"));
    }

    @Test
    void noTokenIsMadeWhereNoneIsWanted() {
        Http.Response answer = expect(200, Gateway.ask(pair, "?token=false"));

        assertThat(answer.header("Authorization")).isEmpty();
        assertThat(answer.header("X-App-Key")).isEqualTo(pair.appKey());
        assertThat(answer.header("X-App-Roles")).isEqualTo("catalog-viewer,orders-api:orders%3Aread");
    }

    @Test
    void aPreflightPassesWhereTheGatewaySaysSo() {
        String url = Gateway.url(realm);
        Http.Response allowed = expect(204, Http.request("OPTIONS", url + "?preflight=allow").send());
        assertThat(allowed.headers().map().keySet()).noneMatch(name -> name.toLowerCase().startsWith("x-app-")
                || name.equalsIgnoreCase("Authorization"));

        expect(401, Http.request("OPTIONS", url).send());
        expect(401, Http.request("OPTIONS", url + "?preflight=deny").send());
        expect(401, Http.get(url + "?preflight=allow").send());
        expect(401, Http.request("OPTIONS", url + "?preflight=allow").header(TestRealm.APP_KEY, "x").send());
        expect(401, Http.request("OPTIONS", url + "?preflight=allow").header("Authorization", "Bearer x").send());
        expect(200, Gateway.request("OPTIONS", pair, "?preflight=allow").send());
    }

    @Test
    void theQueryBelowIsTheCallersAndDoesNotCount() {
        expect(401, Http.request("OPTIONS", Gateway.url(realm) + "/orders?preflight=allow").send());
        assertThat(Gateway.token(Gateway.ask(pair, "/orders?token=false&role=none&x=%41&client_id=other")))
                .isNotEmpty();
    }

    @Test
    void manyRolesAreLeftOut(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        TestPair there = own.createPair("many");
        List<Map<String, String>> roles = IntStream.range(0, 13).mapToObj(i -> Map.of("name", "r" + i + "-"
                + "\u00e9".repeat(60))).toList();
        roles.forEach(role -> expect(201, own.admin.post(own.path("/roles"), role)));
        expect(204, own.admin.post(there.path("/roles"), roles));

        Http.Response answer = expect(200, Gateway.ask(there, "?role=r7-" + "%C3%A9".repeat(60)));

        assertThat(answer.header("X-App-Roles-Omitted")).isEqualTo("true");
        assertThat(answer.header("X-App-Roles")).isEmpty();
        expect(403, Gateway.ask(there, "?role=r13-" + "%C3%A9".repeat(60)));
    }
}
