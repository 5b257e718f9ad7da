package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedNetworksTest {

    private static final String LONGEST = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255/128";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"192.0.2.7", "::1", "unknown", ""})
    void withoutBlocksAllowEveryAddressEvenAnUnreadableOne(String address) {
        assertThat(AllowedNetworks.ANY.allow(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, true",
        "10.9.8.7, true",
        "::ffff:10.9.8.7, true",
        "2001:db8::5, true",
        "192.0.2.8, false",
        "2001:db9::, false",
        "::10.9.8.7, false",
    })
    void allowAnAddressInAnyOfTheBlocks(String address, boolean allowed) {
        AllowedNetworks networks = new AllowedNetworks(List.of("192.0.2.7", "10.0.0.0/8", "2001:db8::/32"));

        assertThat(networks.allow(address)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        '',                        '',                              true
        192.0.2.0/24,              '',                              true
        '',                        0.0.0.0/0 ::/0,                  false
        192.0.2.0/24,              192.0.2.0/24,                    true
        192.0.2.128/25 192.0.2.7,  192.0.2.0/24,                    true
        192.0.2.0/23,              192.0.2.0/24,                    false
        198.51.100.0/24,           192.0.2.0/24,                    false
        192.0.2.0/24 198.51.100.1, 192.0.2.0/24,                    false
        192.0.2.1 2001:db8::1,     192.0.2.0/24 2001:db8::/32,      true
        ::ffff:192.0.2.1,          192.0.2.0/24,                    true
        192.0.2.0/24,              ::/0,                            false
        """)
    void areWithinOthersThatAllowAllTheirAddresses(String blocks, String others, boolean within) {
        assertThat(networks(blocks).areWithin(networks(others))).isEqualTo(within);
    }

    private static AllowedNetworks networks(String blocks) {
        return AllowedNetworks.fromText(blocks.replace(' ', ','));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::1", "[2001:db8::1]", "2001:db8::1%eth0", "[2001:db8::1%eth0]"})
    void readAddressesAsProxiesWriteThem(String address) {
        assertThat(new AllowedNetworks(List.of("2001:db8::/32")).allow(address)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "unknown", "localhost", "192.0.2.7:80", "2001:db8::1]:443", "[[2001:db8::1]"})
    void withBlocksAllowNoUnreadableAddress(String address) {
        assertThat(new AllowedNetworks(List.of("0.0.0.0/0", "::/0")).allow(address)).isFalse();
    }

    @Test
    void areFiftyAtMost() {
        assertThat(new AllowedNetworks(Collections.nCopies(50, "192.0.2.7")).blocks()).hasSize(50);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new AllowedNetworks(Collections.nCopies(51, "192.0.2.7")))
                .withMessage("allowedNetworks has more than 50 entries");
    }

    @ParameterizedTest
    @MethodSource
    void tellWhichEntryIsWrong(int position, List<String> blocks, String rule) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new AllowedNetworks(blocks))
                .withMessage("Entry " + position + " of allowedNetworks is wrong: " + rule);
    }

    static Stream<Arguments> tellWhichEntryIsWrong() {
        String address = "not an IPv4 or IPv6 address or CIDR block";
        return Stream.of(
                Arguments.of(1, List.of("office"), address),
                Arguments.of(2, List.of("192.0.2.7", "office.example.com", "also wrong"), address),
                Arguments.of(3, List.of("192.0.2.7", "::1", "192.0.2.7,10.0.0.1"), address),
                Arguments.of(2, Arrays.asList("192.0.2.7", null), address),
                Arguments.of(1, List.of(""), address),
                Arguments.of(1, List.of("1".repeat(100_000)), address),
                Arguments.of(1, List.of("::1/" + "1".repeat(47)), address),
                Arguments.of(2, List.of("::/0", "10.0.0.0/33"),
                        "the number behind the slash is not between 0 and 32"),
                Arguments.of(1, List.of("::/129"), "the number behind the slash is not between 0 and 128"));
    }

    @ParameterizedTest
    @MethodSource
    void areTheSameAfterTheWayThroughText(List<String> blocks) {
        AllowedNetworks networks = new AllowedNetworks(blocks);

        assertThat(AllowedNetworks.fromText(networks.toText())).isEqualTo(networks);
    }

    static Stream<List<String>> areTheSameAfterTheWayThroughText() {
        return Stream.of(List.of(), List.of("192.0.2.7"), List.of("10.0.0.9/8", "2001:DB8::/32", "::FFFF:10.0.0.1"),
                IntStream.range(0, 50).mapToObj(i -> "10.0.0." + i).toList());
    }

    /** As wide as the column ALLOWED_NETWORKS. */
    @Test
    void fitTheirColumnAsText() {
        assertThat(new AllowedNetworks(Collections.nCopies(50, LONGEST)).toText()).hasSizeLessThanOrEqualTo(2600);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void fromNoTextAreAny(String text) {
        assertThat(AllowedNetworks.fromText(text)).isEqualTo(AllowedNetworks.ANY);
    }

    @Test
    void doNotFollowTheListTheyWereMadeFrom() {
        List<String> blocks = new ArrayList<>(List.of("192.0.2.7"));
        AllowedNetworks networks = new AllowedNetworks(blocks);
        blocks.add("0.0.0.0/0");

        assertThat(networks.allow("192.0.2.8")).isFalse();
    }
}
