package io.github.appkeys.it.self;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Gateway;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.Self;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Renewals by holders on two servers with one database, which decides. */
@Tag("servers")
class SelfTwoServersIT {

    private static final String[] OPTIONS = {"--cache=ispn", "--cache-embedded-network-bind-address=127.0.0.1"};

    private static final List<DistributionServer> SERVERS = new ArrayList<>();
    private static TestRealm one;
    private static TestRealm two;

    @BeforeAll
    static void start() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        Database database = database();
        SERVERS.add(KeycloakExtension.startOwn("self-two-1", database, OPTIONS));
        SERVERS.add(KeycloakExtension.startOwn("self-two-2", database, OPTIONS));
        one = TestRealm.enabled(SERVERS.get(0));
        one.settings(Map.of("selfRenewal", true));
        two = one.on(SERVERS.get(1));
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(DistributionServer::close);
    }

    private static Database database() {
        try {
            return Database.postgres("app_keys_test_self");
        } catch (IllegalStateException e) {
            return Assumptions.abort("no PostgreSQL on this host");
        }
    }

    @Test
    void theFirstUseOnOneServerEndsTheOldOneOnBoth() {
        TestPair old = one.linkedPair();
        TestPair oldThere = Self.on(two, old);
        for (int i = 0; i < 3; i++) {
            expect(200, old.exchange());
            expect(200, Gateway.ask(oldThere));
        }
        TestPair renewed = Self.renewed(old);
        expect(200, Gateway.ask(oldThere));

        expect(200, Self.on(two, renewed).exchange());

        expect(401, oldThere.exchange());
        expect(401, Gateway.ask(oldThere));
        expect(401, old.exchange());
        expect(401, Self.renew(old));
        expect(200, renewed.exchange());
    }

    @Test
    void oneThatWasReplacedOnTheOtherServerIsRefusedThoughItIsCached() {
        TestPair old = one.linkedPair();
        TestPair lost = Self.on(two, Self.renewed(old));
        for (int i = 0; i < 3; i++) {
            expect(200, Http.request("POST", two.openId("/token/introspect")).body(TestRealm.FORM, "token=x")
                    .header(TestRealm.APP_KEY, lost.appKey()).header(TestRealm.APP_TOKEN, lost.appToken()).send());
        }

        TestPair renewed = Self.renewed(old);

        expect(401, lost.exchange());
        expect(200, Self.on(two, old).exchange());
        expect(200, Self.on(two, renewed).exchange());
        expect(401, old.exchange());
    }

    @RepeatedTest(20)
    void neverReplacesOneThatTheOtherServerHasJustAccepted() {
        TestPair old = one.linkedPair();
        TestPair first = Self.on(two, Self.renewed(old));

        List<Http.Response> answers = Parallel.atOnce(List.of(() -> Self.renew(old), first::exchange));

        if (answers.get(1).status() == 200) {
            assertThat(answers.get(0).status()).isIn(401, 409);
            expect(401, old.exchange());
            expect(200, Self.on(one, first).exchange());
        } else {
            expect(401, answers.get(1));
            TestPair second = Self.renewed(old, expect(201, answers.get(0)));
            expect(200, old.exchange());
            expect(200, Self.on(two, second).exchange());
        }
    }

    @RepeatedTest(10)
    void ofTwoAtOnceOneWins() {
        TestPair old = one.linkedPair();
        TestPair oldThere = Self.on(two, old);

        List<Http.Response> answers = Parallel.atOnce(List.of(() -> Self.renew(old), () -> Self.renew(oldThere)));

        assertThat(answers).extracting(Http.Response::status).contains(201).isSubsetOf(201, 409);
        expect(200, oldThere.exchange());
        assertThat(answers.stream().filter(answer -> answer.status() == 201).map(answer -> Self.renewed(old, answer))
                .filter(pair -> Self.read(pair).status() == 200)).hasSize(1);
        expect(401, oldThere.exchange());
    }
}
