package io.github.appkeys.core.pair;

import java.util.List;

import io.github.appkeys.core.InvalidValueException;

/**
 * The networks from which a pair may be used. Empty: from anywhere.
 *
 * @param blocks addresses and CIDR blocks as they were given, at most {@value #MAX}
 */
public record AllowedNetworks(List<String> blocks) {

    /** No restriction. */
    public static final AllowedNetworks ANY = new AllowedNetworks(List.of());

    /** How many blocks one pair may have. */
    public static final int MAX = 50;

    /** Longer than the longest IPv6 block. */
    private static final int MAX_BLOCK_LENGTH = 50;

    /** @throws InvalidValueException where there are too many, or one is wrong: the message says which, from 1 */
    public AllowedNetworks {
        if (blocks.size() > MAX) {
            throw new InvalidValueException("allowedNetworks has more than " + MAX + " entries");
        }
        for (int i = 0; i < blocks.size(); i++) {
            check(i + 1, blocks.get(i));
        }
        blocks = List.copyOf(blocks);
    }

    /** The list as one text, and back with {@link #fromText}. */
    public String toText() {
        return String.join(",", blocks);
    }

    /**
     * @param text what {@link #toText()} made; null or empty for no restriction
     * @throws InvalidValueException where it is anything else: a broken text, such as a comma, allows nothing
     */
    public static AllowedNetworks fromText(String text) {
        return text == null || text.isEmpty() ? ANY : new AllowedNetworks(List.of(text.split(",", -1)));
    }

    /** Whether the address may use the pair. An address that can't be read is allowed only where all are. */
    public boolean allow(String address) {
        return blocks.isEmpty() || blocks.stream().map(IpNetwork::parse).anyMatch(n -> n.contains(address));
    }

    /** Whether no address may use the pair that could not use it with the other networks. Compares block by block. */
    public boolean areWithin(AllowedNetworks other) {
        if (other.blocks.isEmpty()) {
            return true;
        }
        List<IpNetwork> wider = other.blocks.stream().map(IpNetwork::parse).toList();
        return !blocks.isEmpty() && blocks.stream().map(IpNetwork::parse)
                .allMatch(block -> wider.stream().anyMatch(network -> network.contains(block)));
    }

    private static void check(int position, String block) {
        try {
            if (block == null || block.length() > MAX_BLOCK_LENGTH) {
                throw new InvalidValueException("not an IPv4 or IPv6 address or CIDR block");
            }
            IpNetwork.parse(block);
        } catch (InvalidValueException e) {
            throw new InvalidValueException("Entry " + position + " of allowedNetworks is wrong: " + e.getMessage());
        }
    }
}
