package io.github.appkeys.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final long SECOND = 1_000_000_000L;

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
            round.start(5);
            round.start(SECOND / 2);
            for (int answer = 0; answer < answers.get(i); answer++) {
                round.answer(5 + SECOND, true);
            }
        }
        comparison.rounds().get(2).round().answer(5 + SECOND, false);

        assertThat(comparison.line()).isEqualTo("| x | 110.0 (100.0 to 120.0) | 80.0 (1.0 to 90.0) | 0.727 |");
        assertThat(comparison.failures()).isEqualTo(1);
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddle() {
        assertThat(new Rates(List.of(4.0, 1.0, 3.0, 9.0)).median()).isEqualTo(3.5);
    }
}
