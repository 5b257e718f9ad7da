package io.github.appkeys.benchmark;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/** Has a few callers ask both servers for tokens in turns, as fast as they are answered, and prints a table. */
public final class ComparisonSimulation extends Simulation {

    private static final int CALLERS = 4;

    private final Duration length = Duration.ofSeconds(Integer.getInteger("benchmark.seconds"));
    private final Stage stage = new Stage(path("keycloak.home"), path("app-keys.jar"),
            path("benchmark.work").resolve(Long.toString(System.currentTimeMillis())));
    private final List<Comparison> comparisons;

    /** Starts the servers; Gatling does the rest. */
    public ComparisonSimulation() {
        int rounds = Integer.getInteger("benchmark.rounds");
        comparisons = List.of(
                Comparison.of("password grant, Keycloak's own hashing", password(stage.stock.realm()),
                        password(stage.ours.realm()), rounds),
                Comparison.of("password grant, cheapest hashing", password(stage.stock.cheap()),
                        password(stage.ours.cheap()), rounds),
                Comparison.of("client_credentials: client secret against pair", secret(stage.stock.realm()),
                        exchange(stage.pair), rounds));
        setUp(inTurns(comparisons.stream().flatMap(comparison -> comparison.rounds().stream()
                .map(turn -> population(comparison, turn))).toList()));
    }

    @Override
    public void after() {
        System.out.printf("%n%d callers, rounds of %d s, in turns; median (least to greatest)%n%n"
                + "| | | stock Keycloak | ours | ratio |%n|---|---|---|---|---|%n", CALLERS, length.toSeconds());
        comparisons.forEach(comparison -> System.out.println(comparison.lines()));
        System.out.printf("%nFailures: %d. Password grants in our report so far: %d%n",
                comparisons.stream().mapToLong(Comparison::failures).sum(),
                Stage.counted(stage.ours.realm()) + Stage.counted(stage.ours.cheap()));
        stage.close();
    }

    private PopulationBuilder population(Comparison comparison, Comparison.Turn turn) {
        Round round = turn.round();
        String name = comparison.name() + ", " + (turn.isOurs() ? "ours" : "stock") + " "
                + comparison.rounds().indexOf(turn);
        return scenario(name)
                .exec(session -> {
                    round.start(now(turn));
                    return session;
                })
                .exec(during(length).on(exec(comparison.request(turn)).exec(session -> {
                    round.answer(!session.isFailed());
                    return session.markAsSucceeded();
                })))
                .exec(session -> {
                    round.end(now(turn));
                    return session;
                })
                .injectOpen(atOnceUsers(CALLERS))
                .protocols(http.shareConnections().disableCaching());
    }

    private Round.Moment now(Comparison.Turn turn) {
        return new Round.Moment(System.nanoTime(), (turn.isOurs() ? stage.ours : stage.stock).server().cpuTime());
    }

    private static PopulationBuilder inTurns(List<PopulationBuilder> populations) {
        List<PopulationBuilder> rest = new ArrayList<>(populations);
        PopulationBuilder last = rest.remove(rest.size() - 1);
        while (!rest.isEmpty()) {
            last = rest.remove(rest.size() - 1).andThen(last);
        }
        return last;
    }

    private static HttpRequestActionBuilder password(TestRealm realm) {
        return http("password").post(realm.tokenUrl())
                .formParam("grant_type", "password")
                .formParam("client_id", Stage.CLIENT)
                .formParam("client_secret", Stage.SECRET)
                .formParam("username", session -> Stage.user(ThreadLocalRandom.current().nextInt(Stage.USERS)))
                .formParam("password", Stage.PASSWORD)
                .check(status().is(200));
    }

    private static HttpRequestActionBuilder secret(TestRealm realm) {
        return http("client secret").post(realm.tokenUrl())
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", Stage.CLIENT)
                .formParam("client_secret", Stage.SECRET)
                .check(status().is(200));
    }

    private static HttpRequestActionBuilder exchange(TestPair pair) {
        return http("pair").post(pair.realm().tokenUrl())
                .formParam("grant_type", "client_credentials")
                .header(TestRealm.APP_KEY, pair.appKey())
                .header(TestRealm.APP_TOKEN, pair.appToken())
                .check(status().is(200));
    }

    private static Path path(String property) {
        return Path.of(System.getProperty(property)).toAbsolutePath();
    }
}
