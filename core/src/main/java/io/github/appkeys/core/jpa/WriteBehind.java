package io.github.appkeys.core.jpa;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/**
 * Counts by key that are not written yet. What comes with a new key after it is full is forgotten.
 *
 * @param <K> what is counted; its text is its own
 * @param <V> how often and what else
 */
final class WriteBehind<K, V> {

    private static final int BATCH = 200;

    private final Map<K, V> pending = new ConcurrentHashMap<>();
    private final int max;
    private final BinaryOperator<V> plus;
    private final BinaryOperator<V> minus;

    /**
     * @param max   how many keys it keeps at most
     * @param plus  both together
     * @param minus what is left of the first where the second, which came before, was written; null for nothing
     */
    WriteBehind(int max, BinaryOperator<V> plus, BinaryOperator<V> minus) {
        this.max = max;
        this.plus = plus;
        this.minus = minus;
    }

    void add(K key, V value) {
        if (pending.size() < max || pending.containsKey(key)) {
            pending.merge(key, value, plus);
        }
    }

    Optional<V> of(K key) {
        return Optional.ofNullable(pending.get(key));
    }

    /**
     * Hands over what is not written yet, in batches and always in the same order, so that nodes that write the same
     * never wait for each other in a circle. What comes meanwhile stays.
     *
     * @param writer is given a batch; where it fails, the batch is kept for the next time
     */
    void drain(Consumer<Map<K, V>> writer) {
        List<Map.Entry<K, V>> entries = pending.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .toList();
        for (int i = 0; i < entries.size(); i += BATCH) {
            Map<K, V> batch = new LinkedHashMap<>();
            entries.subList(i, Math.min(i + BATCH, entries.size()))
                    .forEach(entry -> batch.put(entry.getKey(), entry.getValue()));
            writer.accept(batch);
            batch.forEach((key, written) -> pending.computeIfPresent(key, (k, now) -> minus.apply(now, written)));
        }
    }
}
