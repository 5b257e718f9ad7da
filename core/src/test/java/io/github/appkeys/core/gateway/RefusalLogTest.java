package io.github.appkeys.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class RefusalLogTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final RefusalLog log = new RefusalLog();

    @Test
    void tellsTheSameOnceAMinuteWithACount() {
        assertThat(note("a", "10.0.0.1", NOW)).isOne();
        for (int i = 0; i < 500; i++) {
            assertThat(note("a", "10.0.0.1", NOW.plusSeconds(i % 60))).isZero();
        }
        assertThat(note("a", "10.0.0.1", NOW.plusSeconds(61))).isEqualTo(501);
        assertThat(note("a", "10.0.0.1", NOW.plusSeconds(62))).isZero();
        assertThat(note("a", "10.0.0.1", NOW.plusSeconds(130))).isEqualTo(2);
    }

    @Test
    void tellsOthersApart() {
        assertThat(note("a", "10.0.0.1", NOW)).isOne();
        assertThat(note("b", "10.0.0.1", NOW)).isOne();
        assertThat(note("a", "10.0.0.2", NOW)).isOne();
        assertThat(log.note(new RefusalLog.Refusal("other", "a", "10.0.0.1", "EXPIRED"), NOW)).isOne();
        assertThat(log.note(new RefusalLog.Refusal("realm", "a", "10.0.0.1", "DISABLED"), NOW)).isOne();
    }

    @Test
    void tellsOfAGuesserAFewTimes() {
        long told = 0;
        for (int i = 0; i < 100_000; i++) {
            told += note("key-" + i, "10.0.0.1", NOW) > 0 ? 1 : 0;
        }
        assertThat(told).isEqualTo(RefusalLog.PER_ADDRESS);
        assertThat(note("a", "10.0.0.2", NOW)).isOne();
        assertThat(note("another", "10.0.0.1", NOW.plusSeconds(61))).isOne();
    }

    @Test
    void isBoundedAndGoesOn() {
        long told = 0;
        for (int i = 0; i < 10 * RefusalLog.MAX_ENTRIES; i++) {
            told += note("key", "10.0." + i / 250 + "." + i % 250, NOW) > 0 ? 1 : 0;
        }
        assertThat(told).isEqualTo(RefusalLog.MAX_ENTRIES);
        assertThat(note("key", "10.9.9.9", NOW.plusSeconds(61))).isOne();
    }

    private long note(String pair, String address, Instant at) {
        return log.note(new RefusalLog.Refusal("realm", pair, address, "EXPIRED"), at);
    }
}
