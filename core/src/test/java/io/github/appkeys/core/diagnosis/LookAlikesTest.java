package io.github.appkeys.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {

    @Test
    void areEachOneCharacterAwayInLowerCase() {
        assertThat(LookAlikes.of(new AppKey("Shop-0Il"))).containsExactlyInAnyOrder("shop-0il", "sh0p-0il", "shop-oil",
                "shop-01l", "shop-0ll", "shop-0i1", "shop-0ii");
        assertThat(LookAlikes.of(new AppKey("erp"))).containsExactly("erp");
    }

    @Test
    void areNotTooManyForAQuery() {
        assertThat(LookAlikes.of(new AppKey("l".repeat(AppKey.MAX_LENGTH)))).hasSize(1 + 2 * AppKey.MAX_LENGTH);
    }

    @ParameterizedTest
    @CsvSource({
        "ERP, erp, CASE_MISMATCH",
        "erp-O, erp-o, CASE_MISMATCH",
        "erp-O, erp-0, LOOK_ALIKE",
        "erp-I, ERP-l, LOOK_ALIKE"})
    void areDistinguished(String wrong, String existing, Reason reason) {
        assertThat(LookAlikes.occurrence(new AppKey(wrong), existing))
                .isEqualTo(Occurrence.of(reason).with("similar", existing));
    }
}
