package io.github.appkeys.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "192.0.2.7/32, 192.0.2.7",
        "192.0.2.6/31, 192.0.2.7",
        "192.0.2.7/31, 192.0.2.6",
        "192.0.2.0/24, 192.0.2.255",
        "192.0.2.99/24, 192.0.2.1",
        "10.128.0.0/9, 10.255.255.255",
        "128.0.0.0/1, 255.255.255.255",
        "0.0.0.0/0, 203.0.113.9",
        "203.0.113.9/0, 0.0.0.0",
        "0.0.0.0, 0.0.0.0",
        "2001:db8::1, 2001:DB8:0:0:0:0:0:1",
        "2001:DB8::1/128, 2001:db8::1",
        "2001:db8::2/127, 2001:db8::3",
        "2001:db8::/32, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8:1:2:3:4:5:6/32, 2001:db8::",
        "2001:db8::/33, 2001:db8:7fff::1",
        "8000::/1, ffff::1",
        "::/0, 2001:db8::1",
        "::1/0, ::",
        "::1, 0:0:0:0:0:0:0:1",
        "::192.0.2.7, ::c000:207",
        // an IPv4 address in an IPv6 one is that IPv4 address
        "192.0.2.0/24, ::ffff:192.0.2.7",
        "192.0.2.0/24, ::FFFF:c000:207",
        "::ffff:192.0.2.7, 192.0.2.7",
        "::ffff:c000:207, ::ffff:192.0.2.7",
        "::ffff:10.0.0.0/104, 10.9.8.7",
    })
    void contains(String network, String address) {
        assertThat(IpNetwork.parse(network).contains(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.6",
        "192.0.2.7/32, 192.0.2.8",
        "192.0.2.6/31, 192.0.2.5",
        "192.0.2.6/31, 192.0.2.8",
        "192.0.2.0/24, 192.0.3.0",
        "192.0.2.0/24, 192.0.1.255",
        "10.128.0.0/9, 10.127.255.255",
        "128.0.0.0/1, 127.255.255.255",
        "2001:db8::1, 2001:db8::2",
        "2001:db8::2/127, 2001:db8::1",
        "2001:db8::2/127, 2001:db8::4",
        "2001:db8::/32, 2001:db9::",
        "2001:db8::/33, 2001:db8:8000::",
        "8000::/1, 7fff::1",
        // one kind is never in a network of the other
        "0.0.0.0/0, 2001:db8::1",
        "0.0.0.0/0, ::1",
        "::/0, 192.0.2.7",
        "::/0, ::ffff:192.0.2.7",
        "192.0.2.7, ::192.0.2.7",
    })
    void doesNotContain(String network, String address) {
        assertThat(IpNetwork.parse(network).contains(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "/", "/8", "*", "any", "192.0.2", "192.0.2.", ".192.0.2.7", "192.0.2.7.1", "192..2.7", "192.0.2.256",
        "192.0.2.-1", "192.0.2.7 ", " 192.0.2.7", "192.0.2.7\n", "192.0.2.1-192.0.2.9", "192.0.2.*", "192.0.2.7:8080",
        "1000.0.2.7", "192,0,2,7", "http://192.0.2.7",
        // what inet_aton reads in other ways: octal, hexadecimal, one number, fewer parts
        "192.0.02.7", "00.0.0.0", "0177.0.0.1", "0x7f.0.0.1", "2130706433", "127.1", "127", "1e2.0.0.1",
        // digits that are not ASCII
        "\u0661.2.3.4",
        ":", ":::", "1:", "1::2::3", "12345::", "g::1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1.2.3", "::1.2.3.256",
        "::1..2.3", "::ffff:010.1.1.1", "::01.2.3.4", "[::1]", "[::1]/128", "[::1]:443",
        "fe80::1%eth0", "fe80::1%2", "fe80::%eth0/64", "::1 ",
    })
    void refusesWhatIsNoAddress(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> IpNetwork.parse(text))
                .withMessage("not an IPv4 or IPv6 address or CIDR block");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/33, 32", "192.0.2.0/, 32", "192.0.2.0/-1, 32", "192.0.2.0/+8, 32", "192.0.2.0/08, 32",
        "192.0.2.0/00, 32", "192.0.2.0/8.0, 32", "192.0.2.0/x, 32", "192.0.2.0/255.255.255.0, 32",
        "192.0.2.0/24/24, 32", "192.0.2.0//24, 32", "192.0.2.0/2147483656, 32", "192.0.2.0/128, 32",
        "2001:db8::/129, 128", "2001:db8::/, 128", "2001:db8::/-1, 128", "2001:db8::/032, 128", "2001:db8::/999, 128",
        "2001:db8::/1000, 128",
    })
    void refusesAPrefixThatIsNone(String text, int bits) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> IpNetwork.parse(text))
                .withMessage("the number behind the slash is not between 0 and " + bits);
    }

    @Test
    void refusesASpaceBeforeThePrefix() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> IpNetwork.parse("192.0.2.0/ 24"));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> IpNetwork.parse("192.0.2.0 /24"));
    }

    /** Every machine can resolve localhost, most of them without a name server. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost.", "localhost/8", "LOCALHOST", "ip6-localhost"})
    void looksUpNoName(String name) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> IpNetwork.parse(name));
        assertThat(IpNetwork.parse("127.0.0.0/8").contains(name)).isFalse();
        assertThat(IpNetwork.parse("::1").contains(name)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "unknown", "_hidden", "192.0.2.7/32", "192.0.2.7:1234", "[::1]:80", "[[::1]",
        "192.0.2.07", "192.0.2.7, 192.0.2.8"})
    void containsNothingThatIsNoAddress(String text) {
        assertThat(IpNetwork.parse("0.0.0.0/0").contains(text)).isFalse();
        assertThat(IpNetwork.parse("::/0").contains(text)).isFalse();
    }
}
