package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * When and from where each token was used since that was last written. Threads that use one token never wait for each
 * other but for the blink in which a map entry is replaced.
 */
final class LastUses {

    /**
     * One use.
     *
     * @param tokenId which token
     * @param at      when
     * @param address from where
     */
    record Use(String tokenId, Instant at, String address) {
    }

    private static final int BATCH = 200;
    /** The longest text of an IPv6 address. */
    private static final int MAX_ADDRESS = 45;

    private final Map<String, Use> uses = new ConcurrentHashMap<>();

    void add(String tokenId, Instant at, String address) {
        uses.merge(tokenId, new Use(tokenId, at, shortened(address)),
                (one, other) -> one.at().isAfter(other.at()) ? one : other);
    }

    /** The last use that is not written yet. */
    Optional<Use> of(String tokenId) {
        return Optional.ofNullable(uses.get(tokenId));
    }

    static String shortened(String address) {
        return address == null || address.length() <= MAX_ADDRESS ? address : address.substring(0, MAX_ADDRESS);
    }

    /**
     * Hands over what is not written yet, in batches and always in the same order, so that nodes that write the same
     * tokens never wait for each other in a circle.
     *
     * @param writer is given a batch; where it fails, the batch is kept for the next time
     */
    void drain(Consumer<List<Use>> writer) {
        List<Use> pending = uses.values().stream().sorted(Comparator.comparing(Use::tokenId)).toList();
        for (int i = 0; i < pending.size(); i += BATCH) {
            List<Use> batch = pending.subList(i, Math.min(i + BATCH, pending.size()));
            writer.accept(batch);
            // what was used again meanwhile stays
            batch.forEach(use -> uses.remove(use.tokenId(), use));
        }
    }
}
