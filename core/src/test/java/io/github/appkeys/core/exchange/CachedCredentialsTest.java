package io.github.appkeys.core.exchange;

import java.time.Duration;
import java.time.Instant;

import io.github.appkeys.core.pair.AppKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CachedCredentialsTest {

    private static final Instant READ = Instant.parse("2026-11-30T12:00:00Z");

    private final CachedCredentials cached = new CachedCredentials(new AppKey("shop"), PairCredentials.DECOY, READ);

    @ParameterizedTest
    @CsvSource({"0,true", "59,true", "60,false", "61,false", "-1,false"})
    void areFreshForTheirAge(long seconds, boolean fresh) {
        assertThat(cached.isFresh(READ.plusSeconds(seconds), Duration.ofMinutes(1))).isEqualTo(fresh);
    }

    @Test
    void areNeverFreshWhereTheDatabaseIsReadEachTime() {
        assertThat(cached.isFresh(READ, Duration.ZERO)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "599,true", "600,false", "-1,false"})
    void bridgeTenMinutesWithoutTheDatabase(long seconds, boolean usable) {
        assertThat(cached.isUsableInOutage(READ.plusSeconds(seconds))).isEqualTo(usable);
    }
}
