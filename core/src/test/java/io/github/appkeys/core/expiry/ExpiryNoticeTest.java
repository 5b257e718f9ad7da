package io.github.appkeys.core.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class ExpiryNoticeTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void coverTheThirtyDaysWithoutGapOrOverlap() {
        Instant end = NOW;
        for (ExpiryNotice notice : ExpiryNotice.values()) {
            assertThat(notice.after(NOW)).as("%s", notice).isEqualTo(end);
            end = notice.until(NOW);
            assertThat(end).isEqualTo(NOW.plus(Duration.ofDays(notice.days())));
        }
        assertThat(end).isEqualTo(NOW.plus(Duration.ofDays(30)));
    }
}
