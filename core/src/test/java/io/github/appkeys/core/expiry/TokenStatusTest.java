package io.github.appkeys.core.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenStatusTest {

    @ParameterizedTest
    @CsvSource({
        ", ACTIVE",
        "9999-12-31T23:59:58Z, ACTIVE",
        "2027-03-02T12:00:00.001Z, ACTIVE",
        "2027-03-02T12:00:00Z, EXPIRING",
        "2027-02-01T12:00:00Z, EXPIRING",
        "2027-01-31T12:00:00.001Z, EXPIRING",
        "2027-01-31T12:00:00Z, EXPIRED",
        "2027-01-31T11:59:59.999Z, EXPIRED",
        "1970-01-01T00:00:00Z, EXPIRED",
    })
    void warnsForTheLastThirtyDays(Instant expiresAt, TokenStatus status) {
        assertThat(TokenStatus.of(TokenEnd.planned(expiresAt, null), Instant.parse("2027-01-31T12:00:00Z")))
                .isEqualTo(status);
    }
}
