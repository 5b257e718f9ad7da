package io.github.appkeys.core.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdleRuleTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
        P365D, 2025-06-01, 2025-06-08T00:00, 2026-05-31T00:00
        P14D, 2026-05-18, 2026-05-25T00:00, 2026-05-31T00:00
        P4D, 2026-05-28, 2026-05-30T00:00, 2026-05-31T00:00
        P1D, 2026-05-31, 2026-05-31T12:00, 2026-05-31T12:00
        """)
    void aNoticeComesAWeekOrHalfOfTheTimeBefore(Duration allowed, String idle, String due, String noticed) {
        IdleRule rule = new IdleRule(allowed, Instant.EPOCH, NOW);

        assertThat(rule.idleBefore()).isEqualTo(idle + "T00:00:00Z");
        assertThat(rule.dueBefore()).isEqualTo(due + ":00Z");
        assertThat(rule.noticedBefore()).isEqualTo(noticed + ":00Z");
    }

    @Test
    void theTimeBeforeTheSettingDoesNotCount() {
        IdleRule rule = new IdleRule(Duration.ofDays(30), Instant.parse("2026-05-20T00:00:00Z"), NOW);

        assertThat(rule.end(Instant.parse("2026-01-01T00:00:00Z"))).isEqualTo("2026-06-19T00:00:00Z");
        assertThat(rule.end(Instant.parse("2026-05-21T00:00:00Z"))).isEqualTo("2026-06-20T00:00:00Z");
    }
}
