package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.Optional;

import io.github.appkeys.core.issuance.ClaimStore;
import io.github.appkeys.core.issuance.NewClaim;
import io.github.appkeys.core.jpa.columns.ColumnText;
import io.github.appkeys.core.jpa.session.CacheEvictions;
import io.github.appkeys.core.jpa.session.ConditionalUpdate;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;

/**
 * Stores claim links in a row for each pair. Creating a link or a token locks the row of the pair first, so that a
 * renewal and a new link cannot be created at the same time.
 */
final class JpaClaimStore implements ClaimStore {

    private static final String APP_KEY = """
            select c.clientId
            from AppKeyClaimEntity k
            join AppKeyPairEntity p on p.clientUuid = k.clientUuid
            join ClientEntity c on c.id = k.clientUuid
            where k.codeHash = :codeHash and p.realmId = :realmId
            """;
    private static final String HOLD_PAIR = """
            update AppKeyPairEntity p set p.createdAt = p.createdAt
            where
            """ + UnchangedPair.CONDITION;

    /** Of a claim link {@code k} of a pair: that it is pending. */
    private static final String PENDING = """
            k.clientUuid = :clientUuid and k.claimedAt is null and k.withdrawnAt is null and k.expiresAt > :now
            """;
    private static final String HOLD_PENDING = """
            update AppKeyClaimEntity k set k.createdAt = k.createdAt
            where
            """ + PENDING;
    private static final String CLAIM = """
            update AppKeyClaimEntity k set k.claimedAt = :now, k.claimedFrom = :address
            where k.codeHash = :codeHash and
            """ + PENDING;
    private static final String WITHDRAW = """
            update AppKeyClaimEntity k set k.withdrawnAt = :now
            where
            """ + PENDING;
    private static final String REMOVE = """
            delete from AppKeyClaimEntity k
            where k.clientUuid = :clientUuid
            """;

    private final EntityManager entities;
    private final CacheEvictions evictions;

    JpaClaimStore(EntityManager entities, CacheEvictions evictions) {
        this.entities = entities;
        this.evictions = evictions;
    }

    @Override
    public Optional<String> appKey(String realmId, String codeHash) {
        return entities.createQuery(APP_KEY, String.class)
                .setParameter("realmId", realmId)
                .setParameter("codeHash", codeHash)
                .getResultStream().findFirst();
    }

    @Override
    public boolean put(String clientUuid, NewClaim claim, String expectedToken, Instant expectedClaim) {
        evictions.changed(clientUuid);
        if (!hold(clientUuid, expectedToken, claim.createdAt())) {
            return false;
        }
        ClaimEntity before = entities.find(ClaimEntity.class, clientUuid);
        if (before == null) {
            if (expectedClaim == null) {
                entities.persist(new ClaimEntity(clientUuid, claim));
            }
            return expectedClaim == null;
        }
        // the row as committed by now, not as of the start of the transaction
        entities.refresh(before, LockModeType.PESSIMISTIC_WRITE);
        boolean expected = before.createdAt().equals(expectedClaim);
        if (expected) {
            before.replace(claim);
        }
        return expected;
    }

    @Override
    public boolean claim(String clientUuid, String codeHash, Instant at, String address) {
        return run(pending(CLAIM, clientUuid, at)
                .setParameter("codeHash", codeHash)
                .setParameter("address", ColumnText.address(address)), clientUuid);
    }

    @Override
    public boolean withdraw(String clientUuid, Instant at) {
        return run(pending(WITHDRAW, clientUuid, at), clientUuid);
    }

    @Override
    public boolean forget(String clientUuid, Instant now) {
        entities.flush();
        evictions.changed(clientUuid);
        // on every database, an update sees what other transactions have just committed
        boolean pending = pending(HOLD_PENDING, clientUuid, now).executeUpdate() == 1;
        if (!pending) {
            entities.createQuery(REMOVE).setParameter("clientUuid", clientUuid).executeUpdate();
        }
        return !pending;
    }

    private boolean hold(String clientUuid, String expectedToken, Instant now) {
        Query update = UnchangedPair.with(entities.createQuery(HOLD_PAIR), clientUuid, expectedToken, now);
        return ConditionalUpdate.run(entities, update, PairEntity.class, clientUuid);
    }

    private boolean run(Query update, String clientUuid) {
        evictions.changed(clientUuid);
        return ConditionalUpdate.run(entities, update, ClaimEntity.class, clientUuid);
    }

    private Query pending(String update, String clientUuid, Instant now) {
        return entities.createQuery(update)
                .setParameter("clientUuid", clientUuid)
                .setParameter("now", now.toEpochMilli());
    }
}
