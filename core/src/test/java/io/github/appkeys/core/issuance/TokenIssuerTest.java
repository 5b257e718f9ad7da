package io.github.appkeys.core.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenIssuerTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "never", value = {
        "0,  never,                never",
        "0,  2030-01-01T00:00:01Z, 2030-01-01T00:00:01Z",
        "60, never,                2030-01-01T00:01:00Z",
        "60, 2030-01-01T00:00:59Z, 2030-01-01T00:00:59Z",
        "60, 2030-01-01T00:01:00Z, 2030-01-01T00:01:00Z",
        "60, 2030-01-01T00:01:01Z, 2030-01-01T00:01:00Z"})
    void theLimitShortensALongerLife(long maxTokenAgeSeconds, Instant requested, Instant expected) {
        assertThat(new TokenIssuer(maxTokenAgeSeconds).issue(requested, NOW, "ana").row().expiresAt())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2030-01-01T00:00:00Z", "2029-12-31T23:59:59Z"})
    void theEndMustBeInTheFuture(Instant requested) {
        assertThatThrownBy(() -> new TokenIssuer(0).issue(requested, NOW, "ana"))
                .isInstanceOf(InvalidValueException.class).hasMessage("expiresAt is not in the future");
    }

    @Test
    void theRowHoldsTheHashAndNotTheSecret() {
        TokenIssuer.Issued issued = new TokenIssuer(0).issue(null, NOW, "ana");

        assertThat(issued.row().hash()).isEqualTo(issued.appToken().hash());
        assertThat(issued.row().toString()).doesNotContain(issued.appToken().reveal());
        assertThat(issued.row().createdBy()).isEqualTo("ana");
        assertThat(issued.row().createdAt()).isEqualTo(NOW);
    }
}
