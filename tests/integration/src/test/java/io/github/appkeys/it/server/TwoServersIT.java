package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.LastUses;
import io.github.appkeys.it.support.Mailbox;
import io.github.appkeys.it.support.Notices;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.Refusals;
import io.github.appkeys.it.support.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers on one database agree: what one of them did holds at the very next exchange on the other. */
class TwoServersIT {

    private static final String[] OPTIONS = {"--cache=ispn", "--cache-embedded-network-bind-address=127.0.0.1",
        "--metrics-enabled=true"};

    private static final List<DistributionServer> SERVERS = new ArrayList<>();
    private static TestRealm one;
    private static TestRealm two;
    /** As version 0.1.0 left it, before the second server was started. */
    private static TestRealm old;

    @BeforeAll
    static void start() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        Database database = database();
        SERVERS.add(KeycloakExtension.startOwn("two-servers-1", database, OPTIONS));
        old = TestRealm.plain(SERVERS.get(0));
        expect(204, old.admin.put(old.path(""), Map.of("attributes",
                Map.of("appKeys.enabled", "true", "appKeys.idleDays", "77"))));
        SERVERS.add(KeycloakExtension.startOwn("two-servers-2", database, OPTIONS));
        one = TestRealm.enabled(SERVERS.get(0));
        two = one.on(SERVERS.get(1));
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(DistributionServer::close);
    }

    @Test
    void theServersFormOneCluster() {
        assertThat(SERVERS).allSatisfy(server -> assertThat(server.log().lines())
                .anyMatch(line -> line.contains("ISPN000094") && line.contains("(2)")));
    }

    @Test
    void settingsOfTheFirstVersionAreCarriedOverWhenAServerStarts() {
        assertThat(Settings.component(old).path("config").path("idleDays").path(0).asText()).isEqualTo("77");
        expect(204, old.admin.put(old.path(""), Map.of("attributes", Map.of("frontendUrl", ""))));

        for (TestRealm realm : List.of(old, old.on(SERVERS.get(1)))) {
            assertThat(Settings.of(realm).path("enabled").asBoolean()).isTrue();
            assertThat(Settings.of(realm).path("idleDays").asInt()).isEqualTo(77);
        }
    }

    @Test
    void aRenewalOnOneServerAppliesAtOnceOnTheOther() {
        TestPair old = one.createPair("shared");
        expect(400, on(two, old).exchange());
        old.link("orders:read");
        expect(200, on(two, old).exchange());

        TestPair renewed = old.renewed(Json.of("overlapSeconds", null));
        expect(200, on(two, old).exchange());
        expect(200, on(two, renewed).exchange());
        expect(409, on(two, old).renew("{}"));

        expect(204, two.admin.delete(on(two, old).path("/renewal")));
        expect(401, renewed.exchange());
        expect(200, old.exchange());

        TestPair third = on(two, old).renewed(Json.of("overlapSeconds", null));
        expect(200, on(one, third).exchange());
        expect(204, one.admin.post(old.path("/renewal/finish"), ""));
        expect(401, on(two, old).exchange());
        expect(200, on(two, third).exchange());

        expect(204, one.admin.delete(old.path("/tokens/" + old.get().path("tokens").path(0).path("id").asText())));
        expect(401, on(two, third).exchange());
        Refusals.assertEvent(two, "ENDED_TOKEN");
    }

    @Test
    void disablingAndDeletingApplyAtOnceOnTheOtherServer() {
        TestPair pair = one.linkedPair();
        expect(200, on(two, pair).exchange());
        pair.update(Map.of("enabled", false));
        assertThat(expect(401, on(two, pair).exchange()).field("error_description"))
                .startsWith("This pair is disabled");
        on(two, pair).update(Map.of("enabled", true));
        expect(200, pair.exchange());
        expect(200, on(two, pair).exchange());
        expect(204, one.admin.delete(pair.path("")));
        expect(401, on(two, pair).exchange());
    }

    @Test
    void oneOfTwoParallelRenewalsOnBothServersSucceeds() {
        for (int i = 0; i < 5; i++) {
            TestPair pair = one.linkedPair();

            List<Http.Response> responses = onBoth(() -> pair.renew("{}"), () -> on(two, pair).renew("{}"));

            assertThat(responses).extracting(Http.Response::status).containsExactlyInAnyOrder(201, 409);
            responses.stream().filter(r -> r.status() == 201).forEach(r -> TestPair.of(one, r.json()));
            assertThat(pair.get().path("tokens")).hasSize(2);
        }
    }

    @Test
    void oneOfTwoParallelClaimsOnBothServersGetsTheAppToken() {
        for (int i = 0; i < 5; i++) {
            TestClaim claim = one.claimablePair("race");
            TestClaim other = new TestClaim(two,
                    claim.url().replace(one.server.url(), two.server.url()), claim.created());

            List<Http.Response> responses = onBoth(claim::reveal, other::reveal);

            assertThat(responses).extracting(Http.Response::status).containsExactlyInAnyOrder(200, 410);
            TestPair pair = claim.pair(responses.stream().filter(r -> r.status() == 200).findFirst().orElseThrow());
            pair.link("orders:read");
            expect(200, pair.exchange());
            expect(200, on(two, pair).exchange());
            assertThat(pair.get().path("tokens")).hasSize(1);
        }
    }

    @Test
    void noticesAreSentOnceInTheWholeCluster() {
        try (Mailbox mailbox = new Mailbox()) {
            mailbox.connect(one, "en");
            Map<String, TestPair> pairs = new HashMap<>();
            for (int i = 0; i < 6; i++) {
                String contact = "contact-" + i + "@example.org";
                pairs.put(contact, one.createPair(Map.of("label", "expires", "contact", contact,
                        "expiresAt", Instant.now().plus(Duration.ofDays(6)).toString())));
            }
            double before = counted();

            onBoth(() -> run(0), () -> run(1));
            run(0);
            run(1);

            assertThat(pairs).allSatisfy((contact, pair) -> {
                assertThat(Notices.of(pair)).containsExactly("EXPIRES_IN_7_DAYS");
                assertThat(mailbox.of(contact)).hasSize(1);
            });
            assertThat(counted() - before).isEqualTo(6);
        }
    }

    @Test
    void theLatestUseOnAnyServerIsStored() throws Exception {
        TestPair pair = one.linkedPair();
        expect(200, pair.exchange());
        Instant first = Instant.now();
        expect(200, on(two, pair).exchange());

        JsonNode token = LastUses.await(pair, moment -> !moment.isBefore(first.minusMillis(1)));

        assertThat(Instant.parse(token.path("lastUsedAt").asText())).isAfterOrEqualTo(first.minusMillis(1));
    }

    /** Even where Keycloak does not keep the nodes apart. */
    private static Http.Response run(int server) {
        new TestClock(SERVERS.get(server)).runUnguarded(Notices.TASK);
        return null;
    }

    private static double counted() {
        return SERVERS.stream().mapToDouble(server -> Notices.counted(server, 7)).sum();
    }

    private static TestPair on(TestRealm realm, TestPair pair) {
        return new TestPair(realm, pair.appKey(), pair.appToken(), pair.created());
    }

    private static List<Http.Response> onBoth(Callable<Http.Response> first, Callable<Http.Response> second) {
        return Parallel.atOnce(List.of(first, second));
    }

    private static Database database() {
        try {
            return Database.postgres("app_keys_test_two");
        } catch (IllegalStateException e) {
            return Assumptions.abort("no PostgreSQL on this host");
        }
    }
}
