package io.github.appkeys.it.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class AucTest {

    @Test
    void countsThePairsInWhichTheSecondIsLarger() {
        // 1<2, 1<4, 3<4, and 3>2: three of four
        assertThat(Auc.of(new double[] {1, 3}, new double[] {2, 4}).value()).isEqualTo(0.75);
        assertThat(Auc.of(new double[] {1, 2}, new double[] {3, 4}).value()).isEqualTo(1);
        assertThat(Auc.of(new double[] {3, 4}, new double[] {1, 2}).value()).isZero();
    }

    @Test
    void countsTiesByHalf() {
        assertThat(Auc.of(new double[] {1, 1, 1}, new double[] {1, 1}).value()).isEqualTo(0.5);
        assertThat(Auc.of(new double[] {1, 2}, new double[] {2, 3}).value()).isEqualTo(0.875);
    }

    /** The intervals of samples without a difference hold 0.5 in about 95 of 100 cases. */
    @Test
    void hasAnIntervalThatHoldsTheTruthAsOftenAsItSays() {
        Random random = new Random(3);
        int holds = 0;
        for (int i = 0; i < 400; i++) {
            Auc auc = Auc.of(random.doubles(300).toArray(), random.doubles(300).toArray());
            holds += auc.low() <= 0.5 && auc.high() >= 0.5 ? 1 : 0;
            assertThat(auc.high() - auc.low()).isCloseTo(2 * 1.96 * Math.sqrt(601.0 / 12 / 300 / 300), within(0.02));
        }
        assertThat(holds).isBetween(365, 395);
    }

    @Test
    void findsAShift() {
        Random random = new Random(4);
        double[] first = random.doubles(20_000).toArray();
        double[] second = random.doubles(20_000).map(value -> value + 0.1).toArray();

        assertThat(Auc.of(first, second).isWithin(0.58, 0.62)).isTrue();
        assertThat(Auc.of(first, second).isWithin(0.45, 0.55)).isFalse();
    }
}
