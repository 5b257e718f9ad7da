package io.github.appkeys.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.Secrets;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Requests from a seeded generator: no error of the server, no appToken in an answer that makes none, no success
 * without the right to it, and no secret in the log. System properties: {@code fuzz.requests} and {@code fuzz.seed}.
 */
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20261130L);
    private static final int CONNECTIONS = 6;
    private static final int TOO_MANY = 429;
    /** After so many requests, what they used up is made anew. */
    private static final int ROUND = 1_000;
    private static final Pattern TOKEN = Pattern.compile("apptoken_[0-9A-Za-z]{8,}");
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z])[0-9A-Za-z]{43}(?![0-9A-Za-z])");

    private static DistributionServer server;

    @BeforeAll
    static void start() {
        server = KeycloakExtension.startOwn("fuzz", null,
                "--log-level=info,"
                + "io.github.appkeys:trace,org.keycloak.services:debug,org.keycloak.events:debug");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void noRequestBreaksWhatMustHold() {
        FuzzRealm realm = new FuzzRealm(server);
        FuzzRealm spare = new FuzzRealm(server);
        AdminFuzz admin = new AdminFuzz(realm, spare);
        Findings findings = new Findings();
        for (int from = 0; from < REQUESTS; from += ROUND) {
            round(realm, spare, admin, findings, from, Math.min(from + ROUND, REQUESTS));
            realm.refresh();
            spare.refresh();
        }

        String seed = "-Dfuzz.seed=" + SEED + " -Dfuzz.requests=" + REQUESTS;
        assertThat(findings.faults()).as(seed).isEmpty();
        assertThat(Findings.ofOurs(server.log().lines())).as("errors in the log with our code, " + seed).isEmpty();
        assertThat(leaked()).as("lines of the log with a secret, %s", seed).isEmpty();
        assertThat(realm.untouched.exchange().status()).as("the pair that only callers without a right named, " + seed)
                .isEqualTo(200);
        assertThat(admin.operations()).as("calls that ended at the check of rights, %s: %s", seed, findings.counts())
                .allMatch(operation -> findings.reached(operation.id()));
        assertThat(List.of("token endpoint", "claim page", "holder authorize", "holder login", "holder self",
                "holder self/renewal", "holder self/revocation", "holder leaks")).allMatch(findings::succeeded);
    }

    /** Whatever else is in the request. */
    @Test
    void anUnknownAppKeyAndAWrongAppTokenHaveTheSameBytes() {
        FuzzRealm realm = new FuzzRealm(server);
        String known = realm.untouched.appKey();
        String unknown = known.substring(0, known.length() - 4) + "ZZZZ";
        String token = Tokens.random(new Random(SEED));
        try (Wire wire = new Wire(URI.create(server.url()))) {
            for (int i = 0; i < REQUESTS / 10; i++) {
                long seed = SEED * 1_000_003 + i;
                Sent one = HolderFuzz.wrong(new Random(seed), realm, known, token);
                Sent other = HolderFuzz.wrong(new Random(seed), realm, unknown, token);

                Wire.Answer first = wire.send(one);
                Wire.Answer second = wire.send(other);
                // reports are limited by their number, whatever they hold
                if (first.status() != TOO_MANY && second.status() != TOO_MANY) {
                    assertThat(comparable(first)).as("%s", one).isEqualTo(comparable(second));
                }
            }
        }
    }

    /** Without the clock and the random id of a refusal. */
    private static String comparable(Wire.Answer answer) {
        return answer.text().replaceAll("(?i)\\r\\n(date|x-app-key-refusal-id): [^\\r]+", "");
    }

    /** Each request has a seed of its own, so that it is the same whichever connection sends it. */
    private static void round(FuzzRealm realm, FuzzRealm spare, AdminFuzz admin, Findings findings, int from, int to) {
        AtomicLong next = new AtomicLong(from);
        List<Callable<Void>> connections = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(() -> {
                try (Wire wire = new Wire(URI.create(server.url()))) {
                    for (long number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                        Random random = new Random(SEED * 1_000_003 + number);
                        random.nextInt();
                        Sent sent = switch (random.nextInt(24)) {
                            case 0, 1, 2 -> AnonymousFuzz.next(random, realm);
                            case 3, 4, 5, 6, 7, 8, 9, 10 ->
                                    TokenFuzz.next(random, random.nextInt(8) == 0 ? spare : realm);
                            case 11, 12, 13, 14 -> HolderFuzz.next(random, realm);
                            default -> admin.next(random);
                        };
                        findings.judge(number, sent, wire.send(sent));
                    }
                }
                return null;
            });
        }
        Parallel.atOnce(connections);
    }

    private static List<String> leaked() {
        Set<String> secrets = new HashSet<>(Secrets.seen());
        return server.log().lines().filter(line -> TOKEN.matcher(line).find()
                || CODE.matcher(line).results().anyMatch(code -> secrets.contains(code.group()))).limit(20).toList();
    }
}
