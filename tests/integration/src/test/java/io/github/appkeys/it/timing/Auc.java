package io.github.appkeys.it.timing;

import java.util.Arrays;
import java.util.Locale;

/**
 * How well one value tells two samples apart: the probability that a value of the second one is larger than one of the
 * first, ties by half (Mann and Whitney). 0.5 is no difference at all.
 *
 * @param value the estimate
 * @param low   lower end of the 95 % interval, by DeLong, DeLong and Clarke-Pearson (1988)
 * @param high  upper end of this interval
 */
record Auc(double value, double low, double high) {

    private static final double Z = 1.959964;

    /** @param first and second with at least two values each */
    static Auc of(double[] first, double[] second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        double[] ranks = ranks(all);
        double[] ofFirst = ranks(first);
        double[] ofSecond = ranks(second);
        // for each value, the share of the other sample that it is on the right side of
        double[] larger = new double[second.length];
        for (int i = 0; i < second.length; i++) {
            larger[i] = (ranks[first.length + i] - ofSecond[i]) / first.length;
        }
        double[] smaller = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            smaller[i] = 1 - (ranks[i] - ofFirst[i]) / second.length;
        }
        double mean = Arrays.stream(larger).average().orElseThrow();
        double error = Math.sqrt(variance(larger) / larger.length + variance(smaller) / smaller.length);
        return new Auc(mean, mean - Z * error, mean + Z * error);
    }

    /** Whether the whole interval is between two values. */
    boolean isWithin(double from, double to) {
        return low >= from && high <= to;
    }

    /** From 1; equal values have the mean of their ranks. */
    private static double[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[] ranks = new double[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
        }
        return ranks;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "AUC %.4f (95 %%: %.4f to %.4f)", value, low, high);
    }
}
