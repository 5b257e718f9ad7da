package io.github.appkeys.it.self;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import io.github.appkeys.it.support.Gateway;
import io.github.appkeys.it.support.Leaks;
import io.github.appkeys.it.support.Mailbox;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.Refusals;
import io.github.appkeys.it.support.Self;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A holder renews its appToken, and cannot lock itself out by that. */
@ExtendWith(KeycloakExtension.class)
class SelfRenewalIT {

    private static final Map<String, Function<TestPair, Http.Response>> USES = new LinkedHashMap<>();

    private static TestRealm realm;

    static {
        USES.put("exchange", TestPair::exchange);
        USES.put("gateway", Gateway::ask);
        USES.put("gateway without access token", pair -> Gateway.ask(pair, "?token=false"));
        USES.put("login", pair -> Http.request("POST", pair.realm().server.url() + "/realms/" + pair.realm().name
                + "/app-keys/login").body("application/json", Json.text(Json.of("appkey", pair.appKey(), "apptoken",
                        pair.appToken()))).send());
        USES.put("self", Self::read);
    }

    @BeforeAll
    static void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        realm.settings(Map.of("selfRenewal", true));
    }

    static Stream<String> uses() {
        return USES.keySet().stream();
    }

    @Test
    void isOffByDefault(KeycloakServer server) {
        TestRealm other = TestRealm.enabled(server);
        TestPair pair = other.linkedPair();

        Http.Response answer = expect(403, Self.renew(pair));

        assertThat(answer.field("error")).isEqualTo("access_denied");
        assertThat(answer.field("error_description")).contains("key manager");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        expect(401, Self.renew(new TestPair(other, pair.appKey(), realm.linkedPair().appToken(), null)));
        expect(401, Self.renew(Self.on(realm, pair)));
        assertThat(pair.get().path("tokens")).hasSize(1);
        assertThat(other.admin.get(other.path("/app-keys/settings")).json().path("selfRenewal").asBoolean(true))
                .isFalse();
    }

    @Test
    void answersOnceWithTheNewAppToken() {
        TestPair old = realm.linkedPair();

        Http.Response answer = expect(201, Self.renew(old));

        TestPair renewed = Self.renewed(old, answer);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().fieldNames()).toIterable().containsExactlyInAnyOrder("appKey", "appToken", "token",
                "renewal");
        assertThat(answer.field("appKey")).isEqualTo(old.appKey());
        assertThat(answer.json().path("token").path("hint").asText())
                .isEqualTo(renewed.appToken().substring(renewed.appToken().length() - 4));
        assertThat(answer.json().path("renewal").path("byHolder").asBoolean()).isTrue();
        assertThat(answer.json().path("renewal").path("finishAt").isNull()).isTrue();
        assertThat(old.get().path("renewal").path("byHolder").asBoolean()).isTrue();
        assertThat(renewed.listed().path("createdBy").asText()).isEqualTo(old.appKey());
    }

    @ParameterizedTest
    @MethodSource("uses")
    void theFirstUseOfTheNewOneEndsTheOldOne(String use) {
        TestPair old = realm.linkedPair();
        expect(200, old.exchange());
        TestPair renewed = Self.renewed(old);
        expect(200, old.exchange());
        expect(200, old.exchange());

        expect(200, USES.get(use).apply(renewed));

        expect(401, old.exchange());
        Refusals.assertEvent(realm, "ENDED_TOKEN");
        expect(401, Gateway.ask(old));
        expect(200, renewed.exchange());
        assertThat(old.get().path("tokens")).hasSize(1);
        assertThat(old.get().path("renewal").isNull()).isTrue();
        assertThat(SelfIT.acts(old)).containsExactly("REPLACED_BY_USE", "RENEWED_BY_HOLDER", "LINKED", "CREATED");
    }

    @Test
    void aRenewalWithTheNewOneIsItsFirstUse() {
        TestPair first = realm.linkedPair();
        TestPair second = Self.renewed(first);

        TestPair third = Self.renewed(second);

        expect(401, first.exchange());
        expect(200, second.exchange());
        expect(200, third.exchange());
        expect(401, second.exchange());
    }

    @Test
    void introspectionAndRefusedCallsAreNoUse() {
        TestPair old = realm.createPair("no role yet");
        TestPair renewed = Self.renewed(old);
        for (int i = 0; i < 2; i++) {
            expect(200, Http.request("POST", realm.openId("/token/introspect")).body(TestRealm.FORM, "token=x")
                    .header(TestRealm.APP_KEY, renewed.appKey()).header(TestRealm.APP_TOKEN, renewed.appToken())
                    .send());
        }
        expect(400, renewed.exchange());
        expect(403, Gateway.ask(renewed));

        old.link("orders:read");
        expect(403, Gateway.ask(renewed, "?role=orders-api:orders%3Awrite"));
        expect(200, old.exchange());
        expect(200, renewed.exchange());
        expect(401, old.exchange());
    }

    @Test
    void anImportKeepsThatTheFirstUseEndsTheOldOne(KeycloakServer server) {
        TestPair old = realm.createPair(Map.of("label", "moves", "appKey", "moves"));
        old.link("orders:read");
        TestPair renewed = Self.renewed(old);
        TestRealm to = TestRealm.enabled(server);
        expect(200, Archives.imports(to, Archives.json(realm, "?search=moves").body(), false));
        TestPair oldThere = Self.on(to, old);
        TestPair renewedThere = Self.on(to, renewed);
        expect(200, oldThere.exchange());
        assertThat(oldThere.get().path("renewal").path("byHolder").asBoolean()).isTrue();

        expect(200, renewedThere.exchange());

        expect(401, oldThere.exchange());
        expect(200, old.exchange());
    }

    @Test
    void anAnswerThatIsLostTwiceCostsNothing() {
        TestPair old = realm.linkedPair();
        TestPair lost = Self.renewed(old);
        TestPair lostToo = Self.renewed(old);

        TestPair renewed = Self.renewed(old);

        for (TestPair each : List.of(lost, lostToo)) {
            expect(401, each.exchange());
            Refusals.assertEvent(realm, "ENDED_TOKEN");
            expect(401, Self.renew(each));
        }
        expect(200, old.exchange());
        assertThat(old.get().path("tokens")).hasSize(2);
        expect(200, renewed.exchange());
        expect(401, old.exchange());
        expect(401, Self.renew(old));
        assertThat(old.get().path("tokens")).hasSize(1);
        assertThat(old.get().path("endedTokens")).hasSize(3);
    }

    @Test
    void theOldOneLivesOnWhereTheNewOneIsRevokedOrTheRenewalUndone() {
        TestPair old = realm.linkedPair();
        TestPair renewed = Self.renewed(old);
        expect(204, Self.revoke(renewed));
        expect(401, renewed.exchange());
        expect(200, old.exchange());

        TestPair again = Self.renewed(old);
        assertThat(expect(409, old.renew("{}")).field("errorMessage")).contains("is running");
        expect(204, realm.admin.delete(old.path("/renewal")));
        expect(401, again.exchange());
        expect(200, old.exchange());
        TestPair third = Self.renewed(old);
        expect(204, realm.admin.post(old.path("/renewal/finish"), ""));
        expect(401, old.exchange());
        expect(200, third.exchange());
        assertThat(third.renewed(Map.of("overlapSeconds", 60)).get().path("renewal").path("byHolder").asBoolean(true))
                .isFalse();
    }

    @Test
    void theNewOneLivesAsLongAsTheOldOneWasMadeFor() {
        Instant end = Instant.now().plus(Duration.ofHours(2));
        TestPair old = realm.createPair(Map.of("label", "expires", "expiresAt", end.toString()));
        JsonNode before = old.listed();

        JsonNode answer = expect(201, Self.renew(old)).json();

        assertThat(life(answer.path("token"))).isEqualTo(life(before));
        assertThat(answer.path("renewal").path("finishAt")).isEqualTo(before.path("expiresAt"));
        assertThat(old.listed().path("expiresAt")).isEqualTo(before.path("expiresAt"));
        assertThat(life(renewWith(old, "{\"expiresAt\":\"2098-01-01T00:00:00+01:00\"}").path("token")))
                .isEqualTo(life(before));
        String soon = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.SECONDS).toString();
        assertThat(renewWith(old, "{\"expiresAt\":\"" + soon + "\"}").path("token").path("expiresAt").asText())
                .isEqualTo(soon);
        assertThat(life(renewWith(old, "{\"expiresAt\":null}").path("token"))).isEqualTo(life(before));
        assertThat(renewWith(realm.createPair("unlimited"), "{}").path("token").path("expiresAt").isNull()).isTrue();
    }

    @Test
    void theRealmLimitsItsLife(KeycloakServer server) {
        TestRealm limited = TestRealm.enabled(server);
        limited.settings(Map.of("selfRenewal", true));
        TestPair old = limited.createPair("unlimited");
        limited.settings(Map.of("maxTokenAgeSeconds", 3600));

        assertThat(life(expect(201, Self.renew(old)).json().path("token"))).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "{\"expiresAt\":1}", "{\"expiresAt\":\"tomorrow\"}", "{\"overlapSeconds\":1}",
        "{\"expiresAt\":\"2020-01-01T00:00:00Z\"}", "{\"expiresAt\":\"2099-01-01T00:00:00\"}", "{} {}", "null",
        "{\"expiresAt\":null,\"expiresAt\":null}", "{\"expiresAt\":\"+999999999-12-31T23:59:59Z\"}"})
    void takesNoOtherBody(String body) {
        TestPair pair = realm.createPair("bodies");

        Http.Response answer = expect(400, Self.request("POST", pair, "/renewal").body("application/json", body)
                .send());

        assertThat(answer.field("error")).isEqualTo("invalid_request");
        assertThat(pair.get().path("tokens")).hasSize(1);
    }

    @Test
    void theBodyIsBounded() {
        TestPair pair = realm.createPair("bodies");
        expect(400, Self.request("POST", pair, "/renewal").body("application/json", "{\"expiresAt\":\""
                + "9".repeat(5000) + "\"}").send());
        expect(400, Self.request("POST", pair, "/renewal").body("application/json", "[".repeat(4000)).send());
        expect(201, Self.request("POST", pair, "/renewal").body("text/plain", "{}").send());
    }

    @Test
    void waitsForAnAdministratorsRenewal() {
        TestPair old = realm.linkedPair();
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 600));
        for (TestPair each : List.of(old, renewed)) {
            assertThat(expect(409, Self.renew(each)).field("error_description")).contains("is running");
        }
        expect(200, old.exchange());
        expect(200, renewed.exchange());
        expect(204, realm.admin.post(old.path("/renewal/finish"), ""));

        TestClaim link = TestClaim.of(realm, expect(201, renewed.renew(Map.of("delivery", "LINK"))).json());
        assertThat(expect(409, Self.renew(renewed)).field("error_description")).contains("claim link");
        expect(204, realm.admin.delete(link.path("/claim-link")));
        expect(201, Self.renew(renewed));
    }

    @Test
    void keyManagersSeeWhoRenewed() {
        TestPair old = realm.linkedPair();
        TestPair renewed = Self.renewed(old);

        JsonNode entry = expect(200, realm.admin.get(old.path("/history"))).json().path(0);
        assertThat(entry.path("act").asText()).isEqualTo("RENEWED_BY_HOLDER");
        assertThat(entry.path("detail").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.path("token").path("id")).isEqualTo(renewed.listed().path("id"));
        JsonNode event = realm.lastAdminEvent();
        assertThat(event.path("resourcePath").asText()).isEqualTo("app-keys/" + old.appKey() + "/self-renewal");
        assertThat(event.path("operationType").asText()).isEqualTo("ACTION");
        assertThat(event.path("authDetails").path("ipAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(event.toString()).doesNotContain("apptoken_");
    }

    @Test
    void theContactIsToldInTheLanguageOfTheRealm(KeycloakServer server) throws Exception {
        for (String locale : List.of("en", "es", "pt-BR")) {
            TestRealm own = TestRealm.enabled(server);
            own.settings(Map.of("selfRenewal", true));
            String contact = Mailbox.newAddress();
            TestPair pair = own.createPair(Map.of("label", "ERP", "contact", contact));
            try (Mailbox mailbox = new Mailbox()) {
                mailbox.connect(own, locale);
                TestPair renewed = Self.renewed(pair);
                Leaks.await(() -> mailbox.of(contact).size() == 1, "the e-mail in " + locale);

                Mailbox.Mail mail = mailbox.of(contact).get(0);
                assertThat(mail.subject()).contains("ERP", switch (locale) {
                    case "es" -> "renovado por su titular";
                    case "pt-BR" -> "renovado por quem";
                    default -> "renewed by its holder";
                });
                String hint = renewed.appToken().substring(renewed.appToken().length() - 4);
                assertThat(mail.text()).contains(pair.appKey(), own.name, "127.0.0.1", hint)
                        .doesNotContain("apptoken_", "{", "appKeyRenewed");
                assertThat(mail.html()).contains(hint).doesNotContain("appKeyRenewed");
                TestPair replacing = Self.renewed(pair);
                expect(200, Self.read(replacing));
                Self.renewed(replacing);
                // e-mails come in their order: one about the unused appToken that was replaced would be here before
                Leaks.await(() -> mailbox.of(contact).size() > 1, "the e-mail of the next renewal in " + locale);
                String next = mailbox.of(contact).get(1).text();
                assertThat(next).doesNotContain(replacing.appToken().substring(replacing.appToken().length() - 4));
                assertThat(mailbox.of(contact)).as("none for an unused one that is replaced").hasSize(2);
            }
        }
    }

    /** After the first use, the credentials are cached without what they waited for. */
    @Test
    void aWarmExchangeStaysFreeOfStatements(KeycloakServer server) {
        TestRealm quiet = TestRealm.enabled(server);
        quiet.settings(Map.of("selfRenewal", true));
        expect(204, quiet.admin.put(quiet.path(""), Map.of("eventsEnabled", false)));
        TestPair pair = Self.renewed(quiet.linkedPair());
        for (int i = 0; i < 3; i++) {
            expect(200, Gateway.ask(pair));
        }
        long mark = server.log().mark();

        expect(200, Gateway.ask(pair));

        assertThat(server.log().statementsSince(mark)).isEmpty();
    }

    @RepeatedTest(5)
    void ofManyAtOnceOneWins() {
        TestPair old = realm.linkedPair();

        List<Http.Response> answers = Parallel.atOnce(8, () -> Self.renew(old));

        assertThat(answers).extracting(Http.Response::status).contains(201).isSubsetOf(201, 409);
        expect(200, old.exchange());
        List<TestPair> working = answers.stream().filter(answer -> answer.status() == 201)
                .map(answer -> Self.renewed(old, answer)).filter(pair -> Self.read(pair).status() == 200).toList();
        assertThat(working).hasSize(1);
        expect(401, old.exchange());
        expect(200, working.get(0).exchange());
        assertThat(old.get().path("tokens")).hasSize(1);
    }

    @RepeatedTest(5)
    void manyFirstUsesAtOnceAreAccepted() {
        TestPair old = realm.linkedPair();
        TestPair renewed = Self.renewed(old);

        List<Callable<Http.Response>> calls = Stream.concat(USES.values().stream(), USES.values().stream())
                .<Callable<Http.Response>>map(use -> () -> use.apply(renewed)).toList();

        assertThat(Parallel.atOnce(calls)).extracting(Http.Response::status).containsOnly(200);
        expect(401, old.exchange());
    }

    @RepeatedTest(10)
    void eitherTheUseOrTheRenewalComesFirst() {
        TestPair old = realm.linkedPair();
        TestPair first = Self.renewed(old);

        List<Http.Response> answers = Parallel.atOnce(List.of(() -> Self.renew(old), first::exchange));

        if (answers.get(1).status() == 200) {
            assertThat(answers.get(0).status()).isIn(401, 409);
            expect(401, old.exchange());
            expect(200, first.exchange());
        } else {
            expect(401, answers.get(1));
            TestPair second = Self.renewed(old, expect(201, answers.get(0)));
            expect(200, old.exchange());
            expect(200, second.exchange());
        }
    }

    @RepeatedTest(5)
    void aRevokedOneRenewsNothing() {
        TestPair old = realm.linkedPair();
        String id = old.listed().path("id").asText();

        List<Http.Response> answers = Parallel.atOnce(List.of(() -> Self.renew(old),
                () -> realm.admin.delete(old.path("/tokens/" + id))));

        expect(204, answers.get(1));
        expect(401, old.exchange());
        assertThat(old.get().path("tokens")).hasSize(answers.get(0).status() == 201 ? 1 : 0);
        expect(401, Self.renew(old));
    }

    private static JsonNode renewWith(TestPair pair, String body) {
        return expect(201, Self.request("POST", pair, "/renewal").body("application/json", body).send()).json();
    }

    private static Duration life(JsonNode token) {
        return Duration.between(Instant.parse(token.path("createdAt").asText()),
                Instant.parse(token.path("expiresAt").asText()));
    }
}
