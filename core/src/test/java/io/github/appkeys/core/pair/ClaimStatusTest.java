package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimStatusTest {

    private static final Instant NOW = Instant.parse("2028-02-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-,                    -,                    2028-02-29T12:00:00.001Z, PENDING",
        "-,                    -,                    2028-02-29T12:00:00Z,     EXPIRED",
        "-,                    -,                    2028-02-28T12:00:00Z,     EXPIRED",
        "2028-02-28T12:00:00Z, -,                    2028-03-01T12:00:00Z,     CLAIMED",
        "2028-02-28T12:00:00Z, -,                    2028-02-28T13:00:00Z,     CLAIMED",
        "-,                    2028-02-28T12:00:00Z, 2028-03-01T12:00:00Z,     WITHDRAWN",
        "-,                    2028-02-28T12:00:00Z, 2028-02-28T13:00:00Z,     WITHDRAWN"})
    void tellsWhatHappenedFirst(Instant claimedAt, Instant withdrawnAt, Instant expiresAt, ClaimStatus status) {
        assertThat(ClaimStatus.of(claimedAt, withdrawnAt, expiresAt, NOW)).isEqualTo(status);
    }
}
