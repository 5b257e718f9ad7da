package io.github.appkeys.core.jpa.columns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTextTest {

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
        "2001:db8::17, 2001:db8::17",
        "büro, b?ro",
        "0000:0000:0000:0000:0000:ffff:255.255.255.255%eth0, 0000:0000:0000:0000:0000:ffff:255.255.255.255",
        "null, null"})
    void keepsOfAnAddressWhatFits(String address, String kept) {
        assertThat(ColumnText.address(address)).isEqualTo(kept);
    }

    /** The cut may go through the middle of a character. */
    @Test
    void keepsOfANameWhatFits() {
        assertThat(ColumnText.name("Zoë")).isEqualTo("Zoë");
        assertThat(ColumnText.name("x".repeat(254) + "\uD83D\uDE00")).isEqualTo("x".repeat(254) + "\uFFFD");
        assertThat(ColumnText.name(null)).isNull();
    }
}
