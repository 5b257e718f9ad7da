package io.github.appkeys.core.jpa.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.github.appkeys.core.jpa.columns.ColumnText;
import io.github.appkeys.core.jpa.session.CacheEvictions;
import io.github.appkeys.core.leaks.AlarmStore;
import io.github.appkeys.core.leaks.Sighting;
import io.github.appkeys.core.pair.Pair;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Stores alarms, with conditional updates where only one node may act. */
public final class JpaAlarmStore implements AlarmStore {

    private static final Duration SILENCE = Duration.ofDays(1);

    private static final String OWNERS = """
            select t.hash, t.id, p.clientUuid, p.realmId, c.clientId
            from AppKeyTokenEntity t
            join AppKeyPairEntity p on p.clientUuid = t.clientUuid
            join ClientEntity c on c.id = p.clientUuid
            """;
    private static final String BY_HASH = OWNERS + """
            where t.hash in :hashes
            """;
    private static final String ENDING = OWNERS + """
            join AppKeyAlarmEntity a on a.tokenId = t.id
            where a.endsAt <= :now
            order by a.endsAt, a.id
            """;
    /** An earlier end that was set before stays. */
    private static final String ADD = """
            update AppKeyAlarmEntity a
            set a.times = a.times + :times, a.place = coalesce(:place, a.place),
                a.lastFrom = coalesce(:address, a.lastFrom),
                a.endsAt = case when a.endsAt is null or a.endsAt > :endsAt then :endsAt else a.endsAt end,
                a.lastAt = case when a.lastAt < :at then :at else a.lastAt end
            where a.id = :id
            """;
    private static final String ADD_WITHOUT_END = """
            update AppKeyAlarmEntity a
            set a.times = a.times + :times, a.place = coalesce(:place, a.place),
                a.lastFrom = coalesce(:address, a.lastFrom),
                a.lastAt = case when a.lastAt < :at then :at else a.lastAt end
            where a.id = :id
            """;
    private static final String TELL = """
            update AppKeyAlarmEntity a set a.toldAt = :at, a.mailDueAt = :at
            where a.id = :id and (a.toldAt is null or a.toldAt <= :before)
            """;
    private static final String DUE = """
            select a, p.realmId, c.clientId, c.name, p.contact, t.hint
            from AppKeyAlarmEntity a
            join AppKeyPairEntity p on p.clientUuid = a.clientUuid
            join ClientEntity c on c.id = p.clientUuid
            left join AppKeyTokenEntity t on t.id = a.tokenId
            where a.mailDueAt > :since
            order by a.mailDueAt, a.id
            """;
    private static final String RESERVE = """
            update AppKeyAlarmEntity a set a.mailDueAt = null
            where a.id = :id and a.mailDueAt is not null
            """;
    private static final String RELEASE = """
            update AppKeyAlarmEntity a set a.mailDueAt = :at
            where a.id = :id and a.mailDueAt is null
            """;
    private static final String FORGET_END = """
            update AppKeyAlarmEntity a set a.endsAt = null
            where a.tokenId = :tokenId
            """;
    private static final String OF_PAIRS = """
            select a from AppKeyAlarmEntity a
            where a.clientUuid in :clientUuids
            order by a.lastAt desc, a.id
            """;

    /** The columns of an {@link AlarmStore.Due}. */
    record DueRow(AlarmEntity alarm, String realmId, String appKey, String label, String contact, String hint) {

        Due toDue() {
            return new Due(alarm.id(), realmId, appKey, label, contact, hint, alarm.mailDueAt(), alarm.toAlarm());
        }
    }

    private final EntityManager entities;
    private final CacheEvictions evictions;

    /** @param evictions told of appTokens whose holders are to be warned */
    public JpaAlarmStore(EntityManager entities, CacheEvictions evictions) {
        this.entities = entities;
        this.evictions = evictions;
    }

    /** The alarms of some pairs, the last one first. One query. */
    public static Stream<AlarmEntity> ofPairs(EntityManager entities, List<String> clientUuids) {
        return entities.createQuery(OF_PAIRS, AlarmEntity.class)
                .setParameter("clientUuids", clientUuids)
                .getResultStream();
    }

    @Override
    public List<Owner> owners(Collection<String> hashes) {
        return hashes.isEmpty() ? List.of() : entities.createQuery(BY_HASH, Owner.class)
                .setParameter("hashes", hashes)
                .getResultList();
    }

    @Override
    public boolean note(Owner owner, Sighting sighting, Instant endsAt) {
        String id = AlarmEntity.id(owner.tokenId(), sighting.kind());
        var update = entities.createQuery(endsAt == null ? ADD_WITHOUT_END : ADD)
                .setParameter("id", id)
                .setParameter("times", sighting.times())
                .setParameter("place", AlarmEntity.place(sighting.place()))
                .setParameter("address", ColumnText.address(sighting.address()))
                .setParameter("at", sighting.at().toEpochMilli());
        if (endsAt != null) {
            update.setParameter("endsAt", endsAt.toEpochMilli());
        }
        if (update.executeUpdate() == 0) {
            if (sighting.kind() == Pair.AlarmKind.CLEARTEXT) {
                evictions.changed(owner.clientUuid());
            }
            entities.persist(AlarmEntity.first(owner, sighting, endsAt));
            entities.flush();
            return true;
        }
        if (sighting.kind() == Pair.AlarmKind.ENDED_TOKEN) {
            return false;
        }
        return entities.createQuery(TELL)
                .setParameter("id", id)
                .setParameter("at", sighting.at().toEpochMilli())
                .setParameter("before", sighting.at().minus(SILENCE).toEpochMilli())
                .executeUpdate() == 1;
    }

    @Override
    public List<Due> due(Instant since, int max) {
        TypedQuery<DueRow> query = entities.createQuery(DUE, DueRow.class)
                .setParameter("since", since.toEpochMilli())
                .setMaxResults(max);
        return query.getResultStream().map(DueRow::toDue).toList();
    }

    @Override
    public boolean reserveMail(String id) {
        return entities.createQuery(RESERVE).setParameter("id", id).executeUpdate() == 1;
    }

    @Override
    public void releaseMail(String id, Instant dueAt) {
        entities.createQuery(RELEASE).setParameter("id", id).setParameter("at", dueAt.toEpochMilli()).executeUpdate();
    }

    @Override
    public List<Owner> ending(Instant now, int max) {
        return entities.createQuery(ENDING, Owner.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public void forgetEnd(String tokenId) {
        entities.createQuery(FORGET_END).setParameter("tokenId", tokenId).executeUpdate();
    }

    @Override
    public void restore(String clientUuid, String tokenId, Instant leakedAt) {
        entities.persist(new AlarmEntity(clientUuid, tokenId, Pair.AlarmKind.LEAKED, leakedAt, 1));
    }
}
