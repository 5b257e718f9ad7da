package io.github.appkeys.core.service.tasks;

import io.github.appkeys.core.expiry.ExpiryNotice;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/**
 * Counts notices in the counter {@code app_key_expiry_notices_total} of Keycloak's metrics. Where metrics are off,
 * nothing is counted.
 */
final class NoticeCounters {

    private static final String NAME = "app.key.expiry.notices";

    private NoticeCounters() {
    }

    /** Registers all counters, so that each is reported from the start, as zero. */
    static void register() {
        for (ExpiryNotice notice : ExpiryNotice.values()) {
            counter(notice);
        }
    }

    static void count(ExpiryNotice notice) {
        counter(notice).increment();
    }

    private static Counter counter(ExpiryNotice notice) {
        return Counter.builder(NAME)
                .description("Notices that a pair expires, by the days that are left at most")
                .tag("days", String.valueOf(notice.days()))
                .register(Metrics.globalRegistry);
    }
}
