package io.github.appkeys.authenticator;

import java.util.EnumMap;
import java.util.Map;

import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.reason.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/**
 * Counts pairs that were presented for a token, in the counter {@code app_key_exchanges_total} of Keycloak's metrics.
 * Its tags are the outcome and the {@link Reason}, not the appKey, so the number of time series is small. Where metrics
 * are off, nothing is counted.
 */
public final class ExchangeMetrics {

    private static final String NAME = "app.key.exchanges";

    private final Counter successes;
    private final Map<Reason, Counter> refusals = new EnumMap<>(Reason.class);

    /** Registers all counters, so that each is reported from the start, as zero. */
    ExchangeMetrics() {
        successes = counter("success", "NONE");
        for (Reason reason : Reason.refusals()) {
            refusals.put(reason, counter("refused", reason.name()));
        }
    }

    void count(Verdict verdict) {
        (verdict.isAccepted() ? successes : refusals.get(verdict.reason())).increment();
    }

    /** Counts a pair that was accepted, and counted so, and is refused since for its access token. */
    public static void countRefusal(Reason reason) {
        counter("refused", reason.name()).increment();
    }

    private static Counter counter(String outcome, String reason) {
        return Counter.builder(NAME)
                .description("Pairs of appKey and appToken that were presented for an access token")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(Metrics.globalRegistry);
    }
}
