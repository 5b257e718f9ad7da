package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.diagnosis.DiagnosisStore;
import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.expiry.ExpiringPairs;
import io.github.appkeys.core.expiry.NoticeStore;
import io.github.appkeys.core.issuance.ClaimStore;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairCursor;
import io.github.appkeys.core.pair.PairFilter;
import io.github.appkeys.core.pair.TokenStore;
import io.github.appkeys.core.passwordgrants.PasswordGrantStore;
import io.github.appkeys.core.settings.SettingsStore;
import io.github.appkeys.core.store.AppKeyStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** The store on the entity manager of the session. */
final class JpaAppKeyStore implements AppKeyStore {

    private final EntityManager entities;
    private final LastUses lastUses;
    private final PendingAttempts pendingAttempts;

    JpaAppKeyStore(EntityManager entities, LastUses lastUses, PendingAttempts pendingAttempts) {
        this.entities = entities;
        this.lastUses = lastUses;
        this.pendingAttempts = pendingAttempts;
    }

    @Override
    public Optional<PairCredentials> credentials(String realmId, AppKey appKey) {
        return CredentialsQuery.find(entities, realmId, appKey);
    }

    @Override
    public Optional<Pair> find(String realmId, String appKey) {
        List<Object[]> rows = PairQuery.byAppKey(realmId, appKey).rows(entities).getResultList();
        return new PairAssembler(entities).assemble(rows).stream()
                .filter(pair -> pair.appKey().equals(appKey))
                .findFirst();
    }

    @Override
    public List<Pair> list(String realmId, PairFilter filter, int first, int max) {
        List<Object[]> rows = PairQuery.byFilter(realmId, filter).rows(entities)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
        return new PairAssembler(entities).assemble(rows);
    }

    @Override
    public List<PairCursor> cursorsAfter(String realmId, PairFilter filter, PairCursor after, int max) {
        return PairQuery.byFilter(realmId, filter).after(after).places(entities)
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new PairCursor(Instant.ofEpochMilli((Long) row[0]), (String) row[1]))
                .toList();
    }

    @Override
    public List<Pair> listByCursors(String realmId, List<PairCursor> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        List<String> clientUuids = places.stream().map(PairCursor::clientUuid).toList();
        return new PairAssembler(entities)
                .assemble(PairQuery.byIds(realmId, clientUuids).rows(entities).getResultList());
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
    public ExpiringPairs countExpiring(Instant now) {
        return ExpiringQuery.count(entities, now);
    }

    @Override
    public void prepareBulkInsert() {
        CustomPlans.inTransactionOf(entities);
    }

    @Override
    public void flushAndClear() {
        entities.flush();
        entities.clear();
    }

    @Override
    public TokenStore tokens() {
        return new JpaTokenStore(entities, lastUses);
    }

    @Override
    public ClaimStore claims() {
        return new JpaClaimStore(entities);
    }

    @Override
    public NoticeStore notices() {
        return new JpaNoticeStore(entities);
    }

    @Override
    public DiagnosisStore diagnosis() {
        return new JpaDiagnosisStore(entities, lastUses, pendingAttempts);
    }

    @Override
    public PasswordGrantStore passwordGrants() {
        return new JpaPasswordGrantStore(entities);
    }

    @Override
    public SettingsStore settings() {
        return new JpaSettingsStore(entities);
    }

    @Override
    public boolean hasPair(String clientUuid) {
        return entities.find(PairEntity.class, clientUuid) != null;
    }

    @Override
    public void setContact(String clientUuid, String contact) {
        PairEntity pair = entities.find(PairEntity.class, clientUuid);
        if (pair != null) {
            pair.setContact(contact);
        }
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
        // the pair first, as everybody does who changes more than one of them
        for (String query : List.of("AppKeyPairEntity.removePair", "AppKeyTokenEntity.removePair",
                "AppKeyClaimEntity.removePair", "AppKeyAttemptEntity.removePair")) {
            named(query).setParameter("clientUuid", clientUuid).executeUpdate();
        }
    }

    @Override
    public void removeRealm(String realmId) {
        for (String query : List.of("AppKeyAttemptEntity.removeRealm", "AppKeyTokenEntity.removeRealm",
                "AppKeyClaimEntity.removeRealm",
                "AppKeyPairEntity.removeRealm")) {
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
