package io.github.appkeys.core.jpa.buffers;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/**
 * A write-behind buffer: values by key that are not in the database yet. Adding never waits for the database; values
 * with the same key are combined. The number of keys is bounded: a new key is dropped while the buffer is full. Safe
 * for use by many threads; only one at a time may drain it.
 *
 * @param <K> the key; {@code toString} is different for different keys
 * @param <V> the value, immutable
 */
public final class WriteBehind<K, V> {

    /** How many keys are written in one transaction. */
    public static final int BATCH = 200;

    private final Map<K, V> pending = new ConcurrentHashMap<>();
    private final int max;
    private final BinaryOperator<V> plus;
    private final BinaryOperator<V> minus;

    /**
     * @param max   the maximum number of keys
     * @param plus  combines two values of a key
     * @param minus subtracts from a value an earlier one that has been written; null when nothing is left
     */
    public WriteBehind(int max, BinaryOperator<V> plus, BinaryOperator<V> minus) {
        this.max = max;
        this.plus = plus;
        this.minus = minus;
    }

    /** @return false where it is dropped */
    public boolean add(K key, V value) {
        boolean accepted = pending.size() < max || pending.containsKey(key);
        if (accepted) {
            pending.merge(key, value, plus);
        }
        return accepted;
    }

    /** How many keys have a value that is not written yet. */
    public int size() {
        return pending.size();
    }

    /** What is not written yet for a key. */
    public Optional<V> of(K key) {
        return Optional.ofNullable(pending.get(key));
    }

    /**
     * Passes on what is not written yet, in batches of at most {@link #BATCH} keys. The keys are always in the same
     * order, so that nodes that write the same rows cannot deadlock. What is added meanwhile stays in the buffer.
     *
     * @param writer writes a batch; if it throws, this batch and those after it stay in the buffer
     */
    public void drain(Consumer<Map<K, V>> writer) {
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
