package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairCursor;
import io.github.appkeys.core.pair.PairFilter;
import io.github.appkeys.core.pair.PairStore;
import jakarta.persistence.EntityManager;

/** The pairs, in the entity manager of the session. */
final class JpaPairStore implements PairStore {

    private final EntityManager entities;

    JpaPairStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Pair> find(String realmId, String appKey) {
        return new PairAssembler(entities)
                .assemble(PairQuery.byAppKey(realmId, appKey).rows(entities).getResultList()).stream()
                .filter(pair -> pair.appKey().equals(appKey))
                .findFirst();
    }

    @Override
    public List<Pair> list(String realmId, PairFilter filter, int first, int max) {
        List<PairQuery.Row> rows = PairQuery.byFilter(realmId, filter).rows(entities)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
        return new PairAssembler(entities).assemble(rows);
    }

    @Override
    public List<PairCursor> cursorsAfter(String realmId, PairFilter filter, PairCursor after, int max) {
        return PairQuery.byFilter(realmId, filter).after(after).cursors(entities)
                .setMaxResults(max)
                .getResultStream()
                .map(PairQuery.CursorRow::toCursor)
                .toList();
    }

    @Override
    public List<Pair> listByCursors(String realmId, List<PairCursor> cursors) {
        if (cursors.isEmpty()) {
            return List.of();
        }
        List<String> clientUuids = cursors.stream().map(PairCursor::clientUuid).toList();
        return new PairAssembler(entities)
                .assemble(PairQuery.byIds(realmId, clientUuids).rows(entities).getResultList());
    }

    @Override
    public long count(String realmId, PairFilter filter) {
        return PairQuery.byFilter(realmId, filter).count(entities).getSingleResult();
    }

    @Override
    public void add(String realmId, Row pair) {
        entities.persist(new PairEntity(realmId, pair));
    }

    @Override
    public boolean hasPair(String clientUuid) {
        return entities.find(PairEntity.class, clientUuid) != null;
    }

    @Override
    public void setContact(String clientUuid, String contact) {
        change(clientUuid, pair -> pair.setContact(contact));
    }

    @Override
    public void setAllowedNetworks(String clientUuid, AllowedNetworks networks) {
        change(clientUuid, pair -> pair.setAllowedNetworks(networks));
    }

    @Override
    public void setDisabledAt(String clientUuid, Instant disabledAt) {
        change(clientUuid, pair -> pair.setDisabledAt(disabledAt));
    }

    @Override
    public void remove(String clientUuid) {
        // the pair first: all that change more than one of the tables do so in this order
        for (String query : List.of("AppKeyPairEntity.removePair", "AppKeyTokenEntity.removePair",
                "AppKeyClaimEntity.removePair", "AppKeyAttemptEntity.removePair")) {
            entities.createNamedQuery(query).setParameter("clientUuid", clientUuid).executeUpdate();
        }
    }

    @Override
    public void removeRealm(String realmId) {
        for (String query : List.of("AppKeyAttemptEntity.removeRealm", "AppKeyTokenEntity.removeRealm",
                "AppKeyClaimEntity.removeRealm", "AppKeyPairEntity.removeRealm")) {
            entities.createNamedQuery(query).setParameter("realmId", realmId).executeUpdate();
        }
    }

    private void change(String clientUuid, Consumer<PairEntity> change) {
        PairEntity pair = entities.find(PairEntity.class, clientUuid);
        if (pair != null) {
            change.accept(pair);
        }
    }
}
