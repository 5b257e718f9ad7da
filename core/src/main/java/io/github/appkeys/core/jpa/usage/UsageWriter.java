package io.github.appkeys.core.jpa.usage;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import io.github.appkeys.core.jpa.buffers.BatchWriter;
import io.github.appkeys.core.jpa.buffers.PendingUsage;
import io.github.appkeys.core.jpa.buffers.PendingUsage.Key;
import jakarta.persistence.EntityManager;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Writes {@link PendingUsage} of pairs and realms that exist; the rest is dropped. A timer runs it, and a thread of its
 * own as soon as many appKeys were counted that may be made up.
 */
public final class UsageWriter implements Runnable {

    public static final String TASK = "app-key-usage";
    /** The pause between two runs. */
    public static final Duration INTERVAL = Duration.ofMinutes(15);
    /** Where another node adds the same row at the same moment, the second try updates it. */
    private static final int TRIES = 3;

    private static final String PAIRS = """
            select c.clientId, c.id
            from ClientEntity c
            join AppKeyPairEntity p on p.clientUuid = c.id
            where c.realmId = :realmId and c.clientId in :appKeys
            """;
    private static final String REALMS = """
            select r.id
            from RealmEntity r
            where r.id in :realmIds
            """;
    private static final String ADD = """
            update AppKeyUsageEntity u
            set u.exchanges = u.exchanges + :count
            where u.clientUuid = :clientUuid and u.realmId = :realmId and u.day = :day and u.outcome = :outcome
            """;

    /** A pair. */
    record PairRow(String appKey, String clientUuid) {
    }

    private final PendingUsage usage;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final List<BatchWriter<Key, Long>> writers;
    /** Without a task for some seconds it has no thread. */
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), task -> {
        Thread named = new Thread(task, TASK);
        named.setDaemon(true);
        return named;
    }, new ThreadPoolExecutor.DiscardPolicy());

    public UsageWriter(KeycloakSessionFactory sessions, PendingUsage usage) {
        this.usage = usage;
        this.writers = usage.pending().stream()
                .map(pending -> new BatchWriter<>(sessions, pending, UsageWriter::write, "Counts of exchanges"))
                .toList();
        thread.allowCoreThreadTimeOut(true);
        usage.writeWith(this::soon);
    }

    @Override
    public void run() {
        for (int i = 0; i < TRIES && (i == 0 || usage.pending().stream().anyMatch(left -> left.size() > 0)); i++) {
            writers.forEach(BatchWriter::run);
        }
    }

    /** Stops the thread, and writes what is left. */
    public void stop() {
        thread.shutdown();
        run();
    }

    /** Many threads may ask at once; one run serves them all. */
    private void soon() {
        if (asked.compareAndSet(false, true)) {
            thread.execute(() -> {
                asked.set(false);
                run();
            });
        }
    }

    private static void write(EntityManager entities, Map<Key, Long> batch) {
        Set<String> realms = realms(entities, batch.keySet());
        Map<String, Map<String, String>> pairs = new HashMap<>();
        byRealm(batch.keySet()).forEach((realmId, appKeys) -> pairs.put(realmId, pairs(entities, realmId, appKeys)));
        batch.forEach((key, count) -> {
            String clientUuid = key.isOfRealm() ? realms.contains(key.realmId()) ? UsageEntity.REALM : null
                    : pairs.get(key.realmId()).get(key.appKey());
            if (clientUuid != null) {
                add(entities, new UsageEntity.Key(clientUuid, key.realmId(), key.day(), key.outcome()), count);
            }
        });
    }

    private static Map<String, Set<String>> byRealm(Set<Key> keys) {
        return keys.stream().filter(key -> !key.isOfRealm()).collect(Collectors.groupingBy(Key::realmId, TreeMap::new,
                Collectors.mapping(Key::appKey, Collectors.toSet())));
    }

    private static Map<String, String> pairs(EntityManager entities, String realmId, Set<String> appKeys) {
        return entities.createQuery(PAIRS, PairRow.class)
                .setParameter("realmId", realmId)
                .setParameter("appKeys", appKeys)
                .getResultStream()
                .collect(Collectors.toMap(PairRow::appKey, PairRow::clientUuid));
    }

    private static Set<String> realms(EntityManager entities, Set<Key> keys) {
        Set<String> realmIds = keys.stream().filter(Key::isOfRealm).map(Key::realmId).collect(Collectors.toSet());
        return realmIds.isEmpty() ? Set.of() : new HashSet<>(entities.createQuery(REALMS, String.class)
                .setParameter("realmIds", realmIds)
                .getResultList());
    }

    private static void add(EntityManager entities, UsageEntity.Key key, long count) {
        int updated = entities.createQuery(ADD)
                .setParameter("clientUuid", key.clientUuid())
                .setParameter("realmId", key.realmId())
                .setParameter("day", key.day())
                .setParameter("outcome", key.outcome())
                .setParameter("count", count)
                .executeUpdate();
        if (updated == 0) {
            entities.persist(new UsageEntity(key, count));
        }
    }
}
