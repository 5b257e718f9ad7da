package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.AllowedNetworks;
import io.github.appkeys.core.AppKey;
import io.github.appkeys.core.PairCredentials;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.NewToken;
import io.github.appkeys.core.store.Pair;
import io.github.appkeys.core.store.PairFilter;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** The store on the entity manager of the session. */
final class JpaAppKeyStore implements AppKeyStore {

    private final EntityManager entities;

    JpaAppKeyStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<PairCredentials> credentials(String realmId, AppKey appKey) {
        return CredentialsQuery.find(entities, realmId, appKey);
    }

    @Override
    public Optional<Pair> find(String realmId, String appKey) {
        List<Object[]> rows = PairQuery.byAppKey(realmId, appKey).rows(entities).getResultList();
        return new PairAssembler(entities).assemble(realmId, rows).stream()
                .filter(pair -> pair.appKey().equals(appKey))
                .findFirst();
    }

    @Override
    public List<Pair> list(String realmId, PairFilter filter, int first, int max) {
        List<Object[]> rows = PairQuery.byFilter(realmId, filter).rows(entities)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
        return new PairAssembler(entities).assemble(realmId, rows);
    }

    @Override
    public long count(String realmId, PairFilter filter) {
        return PairQuery.byFilter(realmId, filter).count(entities).getSingleResult();
    }

    @Override
    public void addPair(String realmId, String clientUuid, Instant createdAt, String createdBy,
            AllowedNetworks networks) {
        entities.persist(new PairEntity(realmId, clientUuid, createdAt, createdBy, networks));
    }

    @Override
    public void addToken(String clientUuid, NewToken token) {
        entities.persist(new TokenEntity(clientUuid, token));
    }

    @Override
    public void setAllowedNetworks(String clientUuid, AllowedNetworks networks) {
        PairEntity pair = entities.find(PairEntity.class, clientUuid);
        if (pair != null) {
            pair.setAllowedNetworks(networks);
        }
    }

    @Override
    public void setDisabledAt(String clientUuid, Instant disabledAt) {
        PairEntity pair = entities.find(PairEntity.class, clientUuid);
        if (pair != null) {
            pair.setDisabledAt(disabledAt);
        }
    }

    @Override
    public void removePair(String clientUuid) {
        for (String query : List.of("AppKeyTokenEntity.removePair", "AppKeyPairEntity.removePair")) {
            named(query).setParameter("clientUuid", clientUuid).executeUpdate();
        }
    }

    @Override
    public void removeRealm(String realmId) {
        for (String query : List.of("AppKeyTokenEntity.removeRealm", "AppKeyPairEntity.removeRealm")) {
            named(query).setParameter("realmId", realmId).executeUpdate();
        }
    }

    @Override
    public void close() {
        // the entity manager belongs to the session
    }

    private Query named(String name) {
        return entities.createNamedQuery(name);
    }
}
