package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairStatusTest {

    @ParameterizedTest
    @CsvSource({
        "true,  true,  true,  ACTIVE",
        "true,  true,  false, NO_ROLE",
        "true,  false, true,  EXPIRED",
        "true,  false, false, EXPIRED",
        "false, true,  true,  DISABLED",
        "false, true,  false, DISABLED",
        "false, false, true,  DISABLED",
        "false, false, false, DISABLED",
    })
    void showsTheFirstThatHinders(boolean enabled, boolean hasLiveToken, boolean hasRole, PairStatus status) {
        assertThat(PairStatus.of(enabled, hasLiveToken, hasRole)).isEqualTo(status);
    }
}
