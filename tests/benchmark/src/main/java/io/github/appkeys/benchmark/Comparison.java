package io.github.appkeys.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.gatling.javaapi.http.HttpRequestActionBuilder;

/**
 * The same work on both servers, in turns: stock, ours, ours, stock, so that what drifts weighs on both.
 *
 * @param name   what is compared
 * @param stock  a request to stock Keycloak
 * @param ours   a request to the one with our jar
 * @param rounds even ones of the turns above; one before the first of each side does not count
 */
record Comparison(String name, HttpRequestActionBuilder stock, HttpRequestActionBuilder ours, List<Turn> rounds) {

    /** Who is asked, and what comes of it. */
    record Turn(boolean isOurs, boolean counts, Round round) {
    }

    static Comparison of(String name, HttpRequestActionBuilder stock, HttpRequestActionBuilder ours, int rounds) {
        List<Turn> turns = new ArrayList<>(
                List.of(new Turn(false, false, new Round()), new Turn(true, false, new Round())));
        for (int i = 0; i < rounds; i++) {
            turns.add(new Turn(i % 4 == 1 || i % 4 == 2, true, new Round()));
        }
        return new Comparison(name, stock, ours, List.copyOf(turns));
    }

    HttpRequestActionBuilder request(Turn turn) {
        return turn.isOurs() ? ours : stock;
    }

    /** Two lines of a table, one for each figure: its name, that of each side, and the ratio of the medians. */
    String lines() {
        return line("requests a second", Round::rate) + System.lineSeparator()
                + line("processors' time a request, ms", Round::cpuMillis);
    }

    /** How many answers were not as they should be, those that don't count, too. */
    long failures() {
        return rounds.stream().mapToLong(turn -> turn.round().failures()).sum();
    }

    private String line(String figure, ToDoubleFunction<Round> of) {
        Figures theirs = figures(false, of);
        Figures our = figures(true, of);
        return String.format(Locale.ROOT, "| %s | %s | %s | %s | %.3f |", name, figure, theirs, our,
                our.median() / theirs.median());
    }

    private Figures figures(boolean isOurs, ToDoubleFunction<Round> of) {
        return new Figures(rounds.stream().filter(turn -> turn.counts() && turn.isOurs() == isOurs)
                .map(turn -> of.applyAsDouble(turn.round())).toList());
    }
}
