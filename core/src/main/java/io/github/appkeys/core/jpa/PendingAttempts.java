package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.github.appkeys.core.AppKey;
import io.github.appkeys.core.Reason;
import io.github.appkeys.core.store.AttemptLog;
import io.github.appkeys.core.store.Attempts;

/**
 * Attempts that failed since that was last written. An appKey may be anything that somebody sent, so there is a bound:
 * what comes after it is full is forgotten.
 */
final class PendingAttempts implements AttemptLog {

    static final int MAX = 10_000;

    private static final int BATCH = 200;

    private final Map<Key, Attempts> pending = new ConcurrentHashMap<>();

    /** What was attempted. */
    record Key(String realmId, String appKey, Reason reason) {
    }

    @Override
    public void add(String realmId, AppKey appKey, Reason reason, Instant at, String address) {
        Key key = new Key(realmId, appKey.value(), reason);
        if (pending.size() < MAX || pending.containsKey(key)) {
            pending.merge(key, new Attempts(reason, 1, at, LastUses.shortened(address)), Attempts::plus);
        }
    }

    Optional<Attempts> of(String realmId, String appKey, Reason reason) {
        return Optional.ofNullable(pending.get(new Key(realmId, appKey, reason)));
    }

    /**
     * Hands over what is not written yet, in batches and always in the same order.
     *
     * @param writer is given a batch; where it fails, the batch is kept for the next time
     */
    void drain(Consumer<Map<Key, Attempts>> writer) {
        List<Map.Entry<Key, Attempts>> entries = pending.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .toList();
        for (int i = 0; i < entries.size(); i += BATCH) {
            Map<Key, Attempts> batch = new LinkedHashMap<>();
            entries.subList(i, Math.min(i + BATCH, entries.size()))
                    .forEach(entry -> batch.put(entry.getKey(), entry.getValue()));
            writer.accept(batch);
            batch.forEach((key, written) -> pending.computeIfPresent(key, (k, now) -> rest(now, written)));
        }
    }

    /** What came meanwhile stays. */
    private static Attempts rest(Attempts now, Attempts written) {
        long count = now.count() - written.count();
        return count == 0 ? null : new Attempts(now.reason(), count, now.lastAt(), now.lastFrom());
    }
}
