package io.github.appkeys.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * The figures of one side.
 *
 * @param figures one of each of its rounds; one at least
 */
record Figures(List<Double> figures) {

    Figures {
        figures = figures.stream().sorted().toList();
    }

    double median() {
        int middle = figures.size() / 2;
        return figures.size() % 2 == 1 ? figures.get(middle) : (figures.get(middle - 1) + figures.get(middle)) / 2;
    }

    /** The median, and in brackets the least and the greatest. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median(), figures.get(0),
                figures.get(figures.size() - 1));
    }
}
