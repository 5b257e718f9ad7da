package io.github.appkeys.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void takesTurnsSoThatNeitherSideIsAlwaysFirst() {
        assertThat(Comparison.of("x", null, null, 8).rounds()).extracting(Comparison.Turn::isOurs)
                .containsExactly(false, true, false, true, true, false, false, true, true, false);
    }

    @Test
    void comparesMediansOfTheRoundsThatCount() {
        Comparison comparison = Comparison.of("x", null, null, 6);
        List<Integer> answers = List.of(1, 1000, 100, 80, 90, 110, 120, 1);
        for (int i = 0; i < answers.size(); i++) {
            Round round = comparison.rounds().get(i).round();
            round.start(moment(100, 7));
            round.start(moment(600, 8));
            for (int answer = 0; answer < answers.get(i); answer++) {
                round.answer(true);
            }
            round.end(moment(1100, 18));
            round.end(moment(1050, 17));
        }
        comparison.rounds().get(2).round().answer(false);

        assertThat(comparison.lines().lines()).containsExactly(
                "| x | requests a second | 110.00 (100.00 to 120.00) | 80.00 (1.00 to 90.00) | 0.727 |",
                "| x | processors' time a request, ms | 100.00 (91.67 to 110.00) | 137.50 (122.22 to 11000.00) "
                        + "| 1.375 |");
        assertThat(comparison.failures()).isEqualTo(1);
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddle() {
        assertThat(new Figures(List.of(4.0, 1.0, 3.0, 9.0))).hasToString("3.50 (1.00 to 9.00)");
    }

    private static Round.Moment moment(long millis, long cpuSeconds) {
        return new Round.Moment(millis * 1_000_000, Duration.ofSeconds(cpuSeconds));
    }
}
