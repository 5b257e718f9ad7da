package io.github.appkeys.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.leaks.CleartextAction;
import io.github.appkeys.core.leaks.LeakSettings;
import io.github.appkeys.core.passwordgrants.PasswordGrants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmSettingsTest {

    @Test
    void areOffAndStrictWhereNothingWasSet() {
        RealmSettings settings = RealmSettings.DEFAULT;

        assertThat(settings.enabled()).isFalse();
        assertThat(settings.requireRole()).isTrue();
        assertThat(settings.defaultOverlapSeconds()).isEqualTo(604_800);
        assertThat(settings.maxTokenAgeSeconds()).isZero();
        assertThat(settings.headerNames()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 315_359_999, 315_360_000})
    void takeDurationsOfUpToTenYears(long seconds) {
        assertThat(RealmSettings.TOKEN_AGE.contains(seconds)).isTrue();
        assertThat(new RealmSettings(true, true, seconds, seconds, 0, 60, 1, true, true, null, PasswordGrants.DEFAULT,
                false, false, LeakSettings.DEFAULT, CleartextAction.TELL)
                .maxTokenAgeSeconds()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 315_360_001, Integer.MAX_VALUE, Long.MAX_VALUE})
    void refuseOtherDurationsByName(long seconds) {
        assertThat(RealmSettings.TOKEN_AGE.contains(seconds)).isFalse();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new RealmSettings(true, true, seconds, 0, 0, 60, 1, true, true, null,
                        PasswordGrants.DEFAULT, false, false, LeakSettings.DEFAULT, CleartextAction.TELL))
                .withMessage("defaultOverlapSeconds must be between 0 and 315360000");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new RealmSettings(true, true, 0, seconds, 0, 60, 1, true, true, null,
                        PasswordGrants.DEFAULT, false, false, LeakSettings.DEFAULT, CleartextAction.TELL))
                .withMessage("maxTokenAgeSeconds must be between 0 and 315360000");
    }

    @Test
    void keepAnAnswerOfTheGatewayCheckForAMinuteAtMost() {
        assertThat(RealmSettings.DEFAULT.gatewayMaxAge()).isOne();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new RealmSettings(true, true, 0, 0, 0, 60, 61, true, true, null,
                        PasswordGrants.DEFAULT, false, false, LeakSettings.DEFAULT, CleartextAction.TELL))
                .withMessage("gatewayMaxAge must be between 0 and 60");
    }
}
