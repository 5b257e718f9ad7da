package io.github.appkeys.benchmark;

import java.util.List;

/**
 * The rates of one side.
 *
 * @param rates of each of its rounds, in requests a second; one at least
 */
record Rates(List<Double> rates) {

    Rates {
        rates = rates.stream().sorted().toList();
    }

    double median() {
        int middle = rates.size() / 2;
        return rates.size() % 2 == 1 ? rates.get(middle) : (rates.get(middle - 1) + rates.get(middle)) / 2;
    }

    double least() {
        return rates.get(0);
    }

    double greatest() {
        return rates.get(rates.size() - 1);
    }
}
