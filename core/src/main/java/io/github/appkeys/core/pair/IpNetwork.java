package io.github.appkeys.core.pair;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.appkeys.core.InvalidValueException;

/**
 * A block of IPv4 or IPv6 addresses in CIDR notation (RFC 4632, RFC 4291). Host names are never looked up.
 */
public final class IpNetwork {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final String DOTTED = OCTET + "(\\." + OCTET + "){3}";
    private static final Pattern IPV4 = Pattern.compile(DOTTED);
    /** Only narrows: the JDK knows what an IPv6 address is, and never looks up what has a colon in it. */
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:([0-9A-Fa-f:]*|" + DOTTED + ")");
    private static final Pattern AROUND_ADDRESS = Pattern.compile("^\\[|%[^\\]]*|\\]$");
    private static final Pattern PREFIX = Pattern.compile("0|[1-9]\\d{0,2}");

    /** The longest address: six groups of IPv6 and an IPv4 address. It also bounds the time of the patterns. */
    private static final int MAX_ADDRESS = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();
    /** As a proxy may write one: in brackets, with a zone of at most 200 characters. */
    private static final int MAX_WRITTEN = MAX_ADDRESS + 200;

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private final byte[] network;
    private final int prefix;

    private IpNetwork(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /**
     * @param text an address, or an address, a slash and the number of leading bits that count
     * @throws InvalidValueException where it is neither
     */
    public static IpNetwork parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        byte[] address = address(host).orElseThrow(() -> new InvalidValueException(
                "not an IPv4 or IPv6 address or CIDR block"));
        int bits = address.length * Byte.SIZE;
        int mapping = host.indexOf(':') >= 0 && bits == IPV4_BITS ? IPV6_BITS - IPV4_BITS : 0;
        int prefix = slash < 0 ? bits : prefix(text.substring(slash + 1), mapping, mapping + bits) - mapping;
        return new IpNetwork(masked(address, prefix), prefix);
    }

    /** Whether a text is an address, without a block. */
    public static boolean isAddress(String text) {
        return address(text).isPresent();
    }

    /** @param text an address, as a proxy may write it: in brackets, with a zone; anything else is in no network */
    public boolean contains(String text) {
        return address(text == null || text.length() > MAX_WRITTEN ? null : AROUND_ADDRESS.matcher(text).replaceAll(""))
                .filter(address -> address.length == network.length)
                .filter(address -> Arrays.equals(masked(address, prefix), network))
                .isPresent();
    }

    /** Whether all addresses of another block are in this one. */
    public boolean contains(IpNetwork other) {
        return other.network.length == network.length && other.prefix >= prefix
                && Arrays.equals(masked(other.network, prefix), network);
    }

    private static int prefix(String text, int min, int max) {
        int prefix = PREFIX.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (prefix < min || prefix > max) {
            throw new InvalidValueException("the number behind the slash is not between " + min + " and " + max);
        }
        return prefix;
    }

    private static byte[] masked(byte[] address, int prefix) {
        byte[] masked = address.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, prefix - i * Byte.SIZE));
            masked[i] &= (byte) (0xFF << Byte.SIZE - kept);
        }
        return masked;
    }

    /** An IPv4 address written as IPv6 (::ffff:192.0.2.1; RFC 4291, section 2.5.5.2) is the IPv4 address. */
    private static Optional<byte[]> address(String text) {
        if (text == null || text.length() > MAX_ADDRESS
                || !IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
