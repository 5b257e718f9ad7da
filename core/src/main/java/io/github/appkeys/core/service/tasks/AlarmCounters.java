package io.github.appkeys.core.service.tasks;

import java.util.Locale;

import io.github.appkeys.core.pair.Pair;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/**
 * Counts what was seen of appTokens that should not be, in the counters {@code app_key_alarms_total} and
 * {@code app_key_leak_reports_total} of Keycloak's metrics. Where metrics are off, nothing is counted. The labels are
 * names of enums, so the number of time series is small.
 */
public final class AlarmCounters {

    /** What became of an appToken of a report. */
    public enum Outcome {

        /** It is one of this server, in a realm that takes reports. */
        KNOWN,
        /** It has the form of an appToken, and is none of this server. */
        UNKNOWN,
        /** It has not the form of an appToken: nothing was looked up. */
        NOT_OURS,
        /** It was not looked at, since more was reported than this server takes. */
        DROPPED
    }

    private static final String ALARMS = "app.key.alarms";
    private static final String REPORTS = "app.key.leak.reports";

    private AlarmCounters() {
    }

    /** Registers all counters, so that each is reported from the start, as zero. */
    static void register() {
        for (Pair.AlarmKind kind : Pair.AlarmKind.values()) {
            count(kind, 0);
        }
        for (Outcome outcome : Outcome.values()) {
            count(outcome, 0);
        }
    }

    static void count(Pair.AlarmKind kind, long times) {
        Counter.builder(ALARMS)
                .description("AppTokens that were seen where they should not be")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .register(Metrics.globalRegistry).increment(times);
    }

    /** Counts appTokens of reports. */
    public static void count(Outcome outcome, long appTokens) {
        Counter.builder(REPORTS)
                .description("AppTokens that were reported as leaked")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(Metrics.globalRegistry).increment(appTokens);
    }
}
