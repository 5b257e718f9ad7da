package io.github.appkeys.core.pair;

import static io.github.appkeys.core.Refusable.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import io.github.appkeys.core.Texts;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Addresses and networks, for any text and any address. */
class NetworksPropertyTest {

    @Provide
    Arbitrary<byte[]> addresses() {
        return Arbitraries.oneOf(Arbitraries.bytes().array(byte[].class).ofSize(4),
                Arbitraries.bytes().array(byte[].class).ofSize(16));
    }

    @Provide
    Arbitrary<String> blocks() {
        return addresses().flatMap(address -> Arbitraries.integers().between(mapped(address) ? 96 : 0,
                address.length * 8).map(prefix -> text(address) + "/" + (mapped(address) ? prefix - 96 : prefix)));
    }

    @Provide
    Arbitrary<String> listed() {
        return Arbitraries.of("10.0.0.1", "2001:db8::/32", ",", "/", " ", "::", "0").list().ofMaxSize(5)
                .map(list -> String.join("", list));
    }

    @Property
    void anyTextIsANetworkOrRefused(@ForAll(supplier = Texts.class) String text) {
        IpNetwork ten = IpNetwork.parse("10.0.0.0/8");

        assertThat(accepted(() -> IpNetwork.parse(text)).isPresent() && text.indexOf('/') < 0)
                .isEqualTo(IpNetwork.isAddress(text));
        assertThat(ten.contains(text) && IpNetwork.isAddress(text)).isEqualTo(IpNetwork.isAddress(text)
                && ten.contains(IpNetwork.parse(text)));
    }

    @Property
    void anAddressIsInItself(@ForAll("addresses") byte[] address) {
        String text = text(address);

        assertThat(IpNetwork.isAddress(text)).isTrue();
        assertThat(IpNetwork.parse(text).contains(text)).isTrue();
        assertThat(IpNetwork.parse(text).contains("[" + text + "%eth0]")).isTrue();
    }

    @Property
    void aBlockHasTheAddressesWithTheSameLeadingBits(@ForAll("addresses") byte[] first,
            @ForAll("addresses") byte[] second, @ForAll @IntRange(max = 128) int bits) {
        int prefix = Math.min(bits, first.length * 8);
        boolean same = first.length == second.length && leading(first, prefix).equals(leading(second, prefix));

        assertThat(IpNetwork.parse(text(first) + "/" + prefix).contains(text(second))).isEqualTo(same);
    }

    @Property
    void anAddressThatDiffersBehindThePrefixIsIn(@ForAll("addresses") byte[] address,
            @ForAll @IntRange(max = 127) int bit, @ForAll @IntRange(max = 128) int bits) {
        int prefix = Math.min(bits, address.length * 8);
        int changed = bit % (address.length * 8);
        byte[] other = address.clone();
        other[changed / 8] ^= (byte) (0x80 >> changed % 8);

        assertThat(IpNetwork.parse(text(address) + "/" + prefix).contains(text(other))).isEqualTo(changed >= prefix);
    }

    @Property
    void networksAreReadBackAsTheyWereKept(@ForAll @Size(max = 50) List<@From("blocks") String> blocks) {
        AllowedNetworks networks = new AllowedNetworks(blocks);

        assertThat(AllowedNetworks.fromText(networks.toText())).isEqualTo(networks);
        assertThat(networks.areWithin(networks)).isTrue();
        assertThat(networks.areWithin(AllowedNetworks.ANY)).isTrue();
        assertThat(AllowedNetworks.ANY.areWithin(networks)).isEqualTo(blocks.isEmpty());
    }

    @Property
    void whatIsWithinAllowsNothingMore(@ForAll @Size(max = 5) List<@From("blocks") String> narrow,
            @ForAll @Size(max = 5) List<@From("blocks") String> wide,
            @ForAll("addresses") byte[] address) {
        AllowedNetworks inner = new AllowedNetworks(narrow);
        AllowedNetworks outer = new AllowedNetworks(wide);

        assertThat(inner.areWithin(outer) && inner.allow(text(address)) && !outer.allow(text(address))).isFalse();
    }

    /** A text that is broken must never mean that all addresses are allowed. */
    @Property
    void onlyNoTextIsNoRestriction(@ForAll("listed") String text) {
        accepted(() -> AllowedNetworks.fromText(text)).ifPresent(networks -> {
            assertThat(networks.blocks().isEmpty()).isEqualTo(text.isEmpty());
            assertThat(networks.toText()).isEqualTo(text);
        });
    }

    /** An IPv4 address that is written as IPv6. */
    private static boolean mapped(byte[] address) {
        try {
            return address.length == 16 && InetAddress.getByAddress(address).getAddress().length == 4;
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static BigInteger leading(byte[] address, int bits) {
        return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
    }
}
