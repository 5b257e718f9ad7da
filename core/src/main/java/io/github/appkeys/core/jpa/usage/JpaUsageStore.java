package io.github.appkeys.core.jpa.usage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.appkeys.core.jpa.buffers.PendingUsage;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.usage.UsageDay;
import io.github.appkeys.core.usage.UsageStore;
import jakarta.persistence.EntityManager;

/** Reads the counts of exchanges, completed with what this node has not written yet. */
public final class JpaUsageStore implements UsageStore {

    private static final String OF_DAYS = """
            select u.day, u.outcome, u.exchanges
            from AppKeyUsageEntity u
            where u.clientUuid = :clientUuid and u.realmId = :realmId and u.day >= :from and u.day <= :to
            """;
    private static final String PRUNE = """
            delete from AppKeyUsageEntity u
            where u.day < :before
            """;

    /** The count of one outcome. */
    record Row(int day, String outcome, long exchanges) {
    }

    private final EntityManager entities;
    private final PendingUsage pending;

    public JpaUsageStore(EntityManager entities, PendingUsage pending) {
        this.entities = entities;
        this.pending = pending;
    }

    @Override
    public List<UsageDay> ofRealm(String realmId, LocalDate from, LocalDate to) {
        return days(realmId, UsageEntity.REALM, "", from, to);
    }

    @Override
    public List<UsageDay> ofPair(String realmId, Pair pair, LocalDate from, LocalDate to) {
        return days(realmId, pair.clientUuid(), pair.appKey(), from, to);
    }

    @Override
    public void prune(LocalDate before) {
        entities.createQuery(PRUNE).setParameter("before", PendingUsage.day(before)).executeUpdate();
    }

    private List<UsageDay> days(String realmId, String clientUuid, String appKey, LocalDate from, LocalDate to) {
        // before the database, so that what is written meanwhile counts twice for a moment rather than not at all
        Map<Integer, SortedMap<String, Long>> counts = new HashMap<>();
        from.datesUntil(to.plusDays(1)).forEach(day -> counts.put(PendingUsage.day(day),
                unwritten(realmId, appKey, day)));
        entities.createQuery(OF_DAYS, Row.class)
                .setParameter("clientUuid", clientUuid)
                .setParameter("realmId", realmId)
                .setParameter("from", PendingUsage.day(from))
                .setParameter("to", PendingUsage.day(to))
                .getResultList()
                .forEach(row -> counts.get(row.day()).merge(row.outcome(), row.exchanges(), Long::sum));
        return from.datesUntil(to.plusDays(1)).map(day -> {
            SortedMap<String, Long> refused = counts.get(PendingUsage.day(day));
            Long accepted = refused.remove(PendingUsage.ACCEPTED);
            return new UsageDay(day, accepted == null ? 0 : accepted, refused);
        }).toList();
    }

    private SortedMap<String, Long> unwritten(String realmId, String appKey, LocalDate day) {
        SortedMap<String, Long> counts = new TreeMap<>();
        Stream.concat(Stream.of(PendingUsage.ACCEPTED), Reason.refusals().stream().map(Reason::name))
                .forEach(outcome -> {
                    long count = pending.of(realmId, appKey, day, outcome);
                    if (count > 0) {
                        counts.put(outcome, count);
                    }
                });
        return counts;
    }
}
