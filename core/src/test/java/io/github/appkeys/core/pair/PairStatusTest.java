package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairStatusTest {

    @ParameterizedTest
    @CsvSource({
        "true,  true,  true,  true,  ACTIVE",
        "true,  true,  true,  false, NO_ROLE",
        "true,  true,  false, true,  EXPIRED",
        "true,  true,  false, false, EXPIRED",
        "true,  false, true,  true,  BROKEN",
        "true,  false, false, false, BROKEN",
        "false, true,  true,  true,  DISABLED",
        "false, false, true,  true,  DISABLED",
        "false, true,  false, false, DISABLED",
    })
    void showsTheFirstThatHinders(boolean enabled, boolean usable, boolean hasLiveToken, boolean hasRole,
            PairStatus status) {
        assertThat(PairStatus.of(enabled, usable, hasLiveToken, hasRole)).isEqualTo(status);
    }
}
