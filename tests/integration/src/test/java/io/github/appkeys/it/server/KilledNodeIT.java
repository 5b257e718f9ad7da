package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Load;
import io.github.appkeys.it.support.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/**
 * One of two nodes is killed under load, again and again: in the middle of creations, renewals, claims and imports.
 * What it had answered holds on the other node, what it had not is there as a whole or not at all, and the other node
 * goes on without an error.
 */
@Tag("servers")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledNodeIT {

    private static final String[] OPTIONS = {"--cache=ispn", "--cache-embedded-network-bind-address=127.0.0.1",
        "--log-level=info"};
    private static final int KILLS = 5;
    private static final int CALLERS = 4;
    private static final int IMPORTED = 60;

    private static Database database;
    private static DistributionServer survivor;
    private static TestRealm there;
    /** Of which the survivor is asked all the time. */
    private static TestPair asked;

    private DistributionServer victim;
    private TestRealm here;
    private Load load;

    @BeforeAll
    static void start() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        database = database();
        survivor = KeycloakExtension.startOwn("killed-survivor", database, OPTIONS);
        there = TestRealm.enabled(survivor);
        asked = there.linkedPair();
    }

    @AfterAll
    static void stop() {
        if (survivor != null) {
            survivor.close();
        }
    }

    @BeforeEach
    void startVictim() {
        victim = KeycloakExtension.startOwn("killed-victim", database, OPTIONS);
        here = there.on(victim);
        load = Load.of(2, 50, asked::exchange);
    }

    @AfterEach
    void theSurvivorNeverFailed() {
        victim.close();
        load.close();
        assertThat(load.calls()).isNotEmpty().extracting(call -> call.answer().status()).containsOnly(200);
        // JGroups tells the lost connection itself
        assertThat(survivor.log().lines())
                .noneMatch(line -> line.contains(" ERROR ") && !line.contains("[org.jgroups."));
        nothingIsHalfMade();
    }

    @RepeatedTest(KILLS)
    void creations() {
        Queue<TestPair> answered = new ConcurrentLinkedQueue<>();

        untilKilled(20, i -> () -> answered.add(here.createPair("created")));

        assertThat(answered).isNotEmpty().allSatisfy(pair -> {
            on(there, pair).link("orders:read");
            expect(200, on(there, pair).exchange());
        });
    }

    @RepeatedTest(KILLS)
    void renewals() {
        Map<Integer, TestPair> last = new ConcurrentHashMap<>();
        for (int i = 0; i < CALLERS; i++) {
            last.put(i, there.linkedPair());
        }

        untilKilled(20, caller -> () -> {
            TestPair renewed = on(here, last.get(caller)).renewed("{\"overlapSeconds\":null}");
            last.put(caller, renewed);
            expect(204, here.admin.post(renewed.path("/renewal/finish"), ""));
        });

        last.values().forEach(pair -> {
            expect(200, on(there, pair).exchange());
            JsonNode shown = on(there, pair).get();
            assertThat(shown.path("tokens")).hasSize(shown.path("renewal").isNull() ? 1 : 2);
            assertThat(on(there, pair).listed().path("status").asText()).isNotEqualTo("EXPIRED");
        });
    }

    @RepeatedTest(KILLS)
    void claims() {
        List<TestClaim> links = IntStream.range(0, 80).mapToObj(i -> there.claimablePair("claimed")).toList();
        AtomicInteger next = new AtomicInteger();
        Map<TestClaim, TestPair> answered = new ConcurrentHashMap<>();

        untilKilled(12, caller -> () -> {
            TestClaim link = links.get(next.getAndIncrement());
            answered.put(link, on(here, link).revealed());
        });

        int lost = 0;
        for (TestClaim link : links) {
            Http.Response again = on(there, link).reveal();
            TestPair claimed = answered.get(link);
            assertThat(again.status()).isIn(claimed == null ? List.of(200, 410) : List.of(410));
            TestPair pair = claimed != null ? claimed : again.status() == 200 ? link.pair(again) : null;
            if (pair == null) {
                lost++;
                pair = newLinkAfterALostAnswer(link);
            }
            on(there, pair).link("orders:read");
            expect(200, on(there, pair).exchange());
        }
        assertThat(lost).as("claims whose answer was on its way").isLessThanOrEqualTo(CALLERS);
    }

    @RepeatedTest(KILLS)
    void imports() {
        TestRealm source = TestRealm.enabled(survivor);
        for (int i = 0; i < IMPORTED; i++) {
            source.linkedPair();
        }
        Http.Response archive = expect(200, source.admin.request("GET", source.path("/app-keys/export"))
                .header("Accept", "application/json").send());
        Queue<TestRealm> targets = new ConcurrentLinkedQueue<>();
        Queue<TestRealm> answered = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 16; i++) {
            targets.add(TestRealm.enabled(survivor));
        }
        Queue<TestRealm> open = new ConcurrentLinkedQueue<>(targets);

        untilKilled(2, caller -> () -> {
            TestRealm target = open.remove();
            expect(200, target.on(victim).admin.request("POST", target.path("/app-keys/import"))
                    .body("application/json", archive.body()).send());
            answered.add(target);
        });

        assertThat(targets).allSatisfy(target -> {
            int pairs = expect(200, target.admin.get(target.path("/app-keys/count"))).json().asInt();
            assertThat(pairs).isIn(answered.contains(target) ? List.of(IMPORTED) : List.of(0, IMPORTED));
        });
    }

    /**
     * Runs acts on the victim, one after the other in each caller, kills it once so many were answered, and waits for
     * the callers. An act that fails for another reason than a lost connection fails the test.
     */
    private void untilKilled(int acts, IntFunction<Runnable> actOf) {
        AtomicInteger done = new AtomicInteger();
        Queue<Throwable> failed = new ConcurrentLinkedQueue<>();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Runnable act = actOf.apply(i);
            callers.add(new Thread(() -> {
                try {
                    while (true) {
                        act.run();
                        done.incrementAndGet();
                    }
                } catch (UncheckedIOException e) {
                    // the node is gone
                } catch (Throwable e) {
                    failed.add(e);
                }
            }));
        }
        callers.forEach(Thread::start);
        while (done.get() < acts && failed.isEmpty()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        victim.kill();
        callers.forEach(KilledNodeIT::join);
        assertThat(failed).isEmpty();
    }

    /** The link was used, and its appToken is on no page: it is listed, and the key manager makes another link. */
    private static TestPair newLinkAfterALostAnswer(TestClaim link) {
        JsonNode shown = on(there, link).get();
        assertThat(shown.path("claim").path("claimedAt").asText()).isNotEmpty();
        assertThat(shown.path("tokens")).hasSize(1);
        Http.Response renewal = there.admin.post(link.path("/renewal"), Map.of("overlapSeconds", 0,
                "delivery", "LINK"));
        return TestClaim.of(there, expect(201, renewal).json()).revealed();
    }

    /** Each pair has its client, its service account and its token, and none of these is there without a pair. */
    private static void nothingIsHalfMade() {
        long pairs = Rows.count(survivor, "select count(*) from APP_KEY_PAIR");
        for (String query : List.of(
                "select count(*) from CLIENT where CLIENT_AUTHENTICATOR_TYPE = 'app-key'",
                "select count(*) from APP_KEY_PAIR P join CLIENT C on C.ID = P.CLIENT_UUID "
                        + "join USER_ENTITY U on U.SERVICE_ACCOUNT_CLIENT_LINK = C.ID")) {
            assertThat(Rows.count(survivor, query)).as(query).isEqualTo(pairs);
        }
        for (String query : List.of(
                "select count(*) from APP_KEY_TOKEN where CLIENT_UUID not in (select CLIENT_UUID from APP_KEY_PAIR)",
                "select count(*) from APP_KEY_CLAIM where CLIENT_UUID not in (select CLIENT_UUID from APP_KEY_PAIR)",
                "select count(*) from APP_KEY_PAIR where CURRENT_TOKEN is null and CLIENT_UUID not in "
                        + "(select CLIENT_UUID from APP_KEY_CLAIM)",
                // an appToken that works is the current one of its pair, or the old one of its renewal
                "select count(*) from APP_KEY_TOKEN T join APP_KEY_PAIR P on P.CLIENT_UUID = T.CLIENT_UUID "
                        + "where T.ENDED_AT is null and T.ID <> P.CURRENT_TOKEN "
                        + "and (P.OLD_TOKEN is null or T.ID <> P.OLD_TOKEN)")) {
            assertThat(Rows.count(survivor, query)).as(query).isZero();
        }
    }

    private static TestPair on(TestRealm realm, TestPair pair) {
        return new TestPair(realm, pair.appKey(), pair.appToken(), pair.created());
    }

    private static TestClaim on(TestRealm realm, TestClaim link) {
        return new TestClaim(realm, link.url().replace(link.realm().server.url(), realm.server.url()),
                link.created());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Database database() {
        try {
            return Database.postgres("app_keys_test_killed");
        } catch (IllegalStateException e) {
            return Assumptions.abort("no PostgreSQL on this host");
        }
    }
}
